package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class CleanAddressesTest {
    private static String outcome(MockServerHttpRequest.BaseBuilder<?> request) {
        return new CleanAddresses().filter(MockServerWebExchange.from(request), exchange -> Mono.empty())
                .thenReturn("passed").onErrorResume(Problem.class, problem -> Mono.just(problem.status() + " " + problem
                        .faults().stream().map(f -> f.pointer() + " " + f.code()).collect(Collectors.joining(", "))))
                .blockOptional().orElseThrow();
    }

    private static MockServerHttpRequest.BodyBuilder get(String address) {
        return MockServerHttpRequest.method(HttpMethod.GET, URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({"/api/cases?q=a%00b,400 ?q UNCLEAN", "/api/cases?q=%07,400 ?q UNCLEAN",
            "/api/cases?q=%ED%A1%82,400 ?q UNCLEAN", "/api/cases?q=%C4%E3,400 ?q UNCLEAN",
            "/api/cases?q=%E2%80%AE&r=%00,'400 ?q UNCLEAN, ?r UNCLEAN'", "/api/cases?q%00=1,400 ?qU+0000 UNCLEAN",
            "/api/cases?%FF=1,400 ? UNCLEAN", "/api/cases/%00,400  UNCLEAN", "/api/cases/%ED%A1%82/x,400  UNCLEAN",
            "/api/cases?q=%EF%BF%BF,400 ?q UNCLEAN"})
    void shouldRefuseWhatIsNotClean(String address, String refused) {
        assertThat(outcome(get(address))).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/cases?q=%F0%A0%AE%B7%E5%B0%8F", "/api/cases?q=a+b&x&y=&=z", "/api/cases?q=100%25",
                    "/api/cases/%E6%96%B0?q=%0A", "/api/cases?from=2026-10-01T00:00:00+08:00"})
    void shouldLetPassWhatIsClean(String address) {
        assertThat(outcome(get(address))).isEqualTo("passed");
    }

    @ParameterizedTest
    @CsvSource({"Lianban-Actor,'w1\u0001',400 Lianban-Actor UNCLEAN",
            "lianban-window,甲\u202e,400 lianban-window UNCLEAN",
            "Last-Event-ID,a\u0000b,400 Last-Event-ID UNCLEAN", "Lianban-Actor,张三,passed", "Cookie,'a\u0001',passed",
            "Accept,nonsense,400 Accept MALFORMED", "Accept,text/html,passed"})
    void shouldLookAtTheHeadersThatAreRead(String name, String value, String outcome) {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(outcome(get("/api/cases").header(name, bytes))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c4\u00e3", "\u00ff"})
    void shouldRefuseAHeaderInAnotherEncoding(String value) {
        assertThat(outcome(get("/api/cases").header("Lianban-Actor", value))).isEqualTo("400 Lianban-Actor UNCLEAN");
    }
}
