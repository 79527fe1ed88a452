package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.command.FaultCode;
import org.springframework.http.HttpHeaders;

class ParametersTest {
    enum State {
        OPEN, DUE_SOON
    }

    private final Parameters parameters = new Parameters();

    private String faults() {
        Problem problem = catchThrowableOfType(Problem.class, parameters::orRefuse);
        assertThat(problem.status()).isEqualTo(400);
        return problem.faults().stream().map(f -> f.pointer() + " " + f.code()).collect(Collectors.joining(", "));
    }

    @Test
    void shouldReadWhatIsWellFormed() {
        assertThat(parameters.region("410721")).isEqualTo("410721");
        assertThat(parameters.region(" ４１０７２１ ")).isEqualTo("410721");
        assertThat(parameters.key("caseNo", "41072120261121YJS000001A-01")).isEqualTo("41072120261121YJS000001A-01");
        assertThat(parameters.text("q", " 新生儿\u200b ")).isEqualTo("新生儿");
        assertThat(parameters.choice("state", "due-soon", State.class)).isEqualTo(State.DUE_SOON);
        assertThat(parameters.choice("state", "", State.OPEN)).isEqualTo(State.OPEN);
        assertThat(parameters.limit("200", 50)).isEqualTo(200);
        assertThat(parameters.number("age", "-3", 0, -5, 5)).isEqualTo(-3);
        assertThat(parameters.flag("urgent", "true", false)).isTrue();
        assertThat(parameters.instant("from", "2026-10-01T00:00:00 08:00")).isEqualTo("2026-09-30T16:00:00Z");
        assertThat(parameters.date("day", "2026-10-01")).isEqualTo("2026-10-01");
        parameters.orRefuse();
    }

    @Test
    void shouldTakeWhatIsEmptyAsNotThere() {
        assertThat(parameters.region("")).isNull();
        assertThat(parameters.after(null)).isNull();
        assertThat(parameters.text("q", " ")).isNull();
        assertThat(parameters.limit("", 50)).isEqualTo(50);
        assertThat(parameters.flag("urgent", null, true)).isTrue();
        assertThat(parameters.instant("from", null, Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThat(parameters.date("day", "", LocalDate.EPOCH)).isEqualTo(LocalDate.EPOCH);
        parameters.orRefuse();
    }

    @Test
    void shouldNameEveryBadOneAtOnce() {
        parameters.region("41072");
        parameters.key("caseNo", "a'b");
        parameters.after("x".repeat(129));
        parameters.text("q", "x".repeat(101));
        parameters.choice("state", "GONE", State.class);
        parameters.limit("201", 50);
        parameters.number("age", "9".repeat(99), 0, 0, 9);
        parameters.number("size", "１２", 0, 0, 90);
        parameters.flag("urgent", "yes", false);
        parameters.instant("from", "+999999999-12-31T23:59:59Z");
        parameters.instant("to", "tomorrow");
        parameters.date("day", "+12026-01-01");
        parameters.date("end", "2026-02-30");
        parameters.required("window", null);
        parameters.required("region", null);
        assertThat(faults()).isEqualTo("?region MALFORMED, ?caseNo MALFORMED, ?after MALFORMED, ?q TOO_LONG, "
                + "?state UNKNOWN, ?limit OUT_OF_RANGE, ?age OUT_OF_RANGE, ?size OUT_OF_RANGE, ?urgent UNKNOWN, "
                + "?from OUT_OF_RANGE, ?to MALFORMED, ?day OUT_OF_RANGE, ?end MALFORMED, ?window MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "键", "a\u0001", "x\u007f"})
    void shouldRefuseAKeyThatIsNone(String key) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(Keys.HEADER, key);
        assertThatThrownBy(() -> Keys.of(headers)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.pointer()).isEqualTo("Idempotency-Key");
                assertThat(fault.code()).isEqualTo(FaultCode.MALFORMED.name());
            });
        });
    }

    @Test
    void shouldTakeAKeyOfUpTo128Characters() {
        HttpHeaders headers = new HttpHeaders();
        assertThat(Keys.of(headers)).isNull();
        assertThatThrownBy(() -> Keys.required(headers)).hasMessageContaining("Idempotency-Key");
        headers.set(Keys.HEADER, "x".repeat(128));
        assertThat(Keys.required(headers)).hasSize(128);
        assertThatThrownBy(() -> Keys.checked("x".repeat(129))).isInstanceOf(Problem.class);
    }
}
