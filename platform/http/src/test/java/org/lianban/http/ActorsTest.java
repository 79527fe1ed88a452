package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.command.Actor.Role;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.springframework.http.HttpHeaders;

class ActorsTest {
    private static HttpHeaders headers(String... pairs) {
        HttpHeaders headers = new HttpHeaders();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    @Test
    void shouldTakeRoleAccountAndWhomItStandsInForFromTheHeaders() {
        Actor actor = Actors.of(headers("Lianban-Actor", "w1-3", "Lianban-Role", "window_clerk", "Lianban-On-Behalf-Of",
                "a7"), Role.APPLICANT);
        assertThat(actor).isEqualTo(new Actor(Role.WINDOW_CLERK, "w1-3", "a7"));
        assertThat(actor.text()).isEqualTo("WINDOW_CLERK:w1-3 for a7");
    }

    @Test
    void shouldSayAtWhichWindowTheActorSits() {
        Actor actor = Actors.of(headers("Lianban-Actor", "w1-3", "Lianban-Role", "CERTIFICATE_WINDOW", "Lianban-Window",
                "410721-fz01"), Role.APPLICANT);
        assertThat(actor.window()).isEqualTo("410721-fz01");
        assertThat(actor.text()).isEqualTo("CERTIFICATE_WINDOW:w1-3@410721-fz01");
    }

    @Test
    void shouldFallBackToTheRoleOfTheDoor() {
        Actor actor = Actors.of(headers(), Role.DEPARTMENT_OFFICER);
        assertThat(actor.text()).isEqualTo("DEPARTMENT_OFFICER:anonymous");
        assertThat(Actor.system("clock").text()).isEqualTo("SYSTEM:clock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lianban-Actor", "Lianban-On-Behalf-Of", "Lianban-Window"})
    void shouldRefuseAccountsThatAreTooLongOrHoldControlCharacters(String header) {
        assertThat(Actors.of(headers(header, "x".repeat(64)), Role.AGENT)).isNotNull();
        for (String bad : new String[]{"x".repeat(65), "a\u001fb", "a\u0000"}) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> Actors.of(headers(header, bad), Role.AGENT))
                    .satisfies(problem -> {
                        assertThat(problem.status()).isEqualTo(400);
                        assertThat(problem.faults()).extracting(Fault::pointer).containsExactly(header);
                    });
        }
    }

    @Test
    void shouldRefuseARoleThatDoesNotExist() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Actors.of(headers("Lianban-Role", "KING"), Role.AGENT))
                .satisfies(problem -> assertThat(problem.faults()).extracting(Fault::code)
                        .containsExactly("UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, true",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01, false", "garbage, false",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more, false"})
    void shouldTakeOverOnlyAWellFormedTraceParent(String value, boolean taken) {
        assertThat(TraceParent.of(headers("traceparent", value))).isEqualTo(taken ? value : null);
        assertThat(TraceParent.of(headers())).isNull();
    }
}
