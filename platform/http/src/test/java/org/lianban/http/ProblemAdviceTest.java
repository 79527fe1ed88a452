package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Fault;
import org.lianban.http.ProblemAdvice.Body;
import org.lianban.messaging.NotYet;
import org.lianban.servers.tests.CapturedLog;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();
    private final MockServerWebExchange exchange = MockServerWebExchange
            .from(MockServerHttpRequest.get("/api/cases/C1?idNumber=410721199001011234"));

    private static Body body(ResponseEntity<Body> answer) {
        Body body = answer.getBody();
        assertThat(body).isNotNull();
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body.status()).isEqualTo(answer.getStatusCode().value());
        assertThat(body.instance()).as("the path without its query, which may hold personal data")
                .isEqualTo("/api/cases/C1");
        return body;
    }

    @Test
    void shouldRenderEveryKindOfProblem() {
        Fault fault = new Fault("/a", "A", "甲");
        for (Problem problem : List.of(Problem.badRequest(List.of(fault)), Problem.unprocessable(List.of(fault)),
                Problem.notFound("没有此件"), Problem.conflict("SETTLED", "已办结"), Problem.forbidden("不可"),
                Problem.tooLarge("过大"), Problem.unsupportedType("类型"), Problem.unavailable("稍后"))) {
            ResponseEntity<Body> answer = advice.problem(problem, exchange);
            Body body = body(answer);
            assertThat(body.code()).isEqualTo(problem.code());
            assertThat(body.detail()).isEqualTo(problem.getMessage());
            assertThat(body.faults()).isEqualTo(problem.faults());
            assertThat(answer.getHeaders().containsHeader("Retry-After")).isEqualTo(problem.status() == 503);
        }
    }

    @Test
    void shouldTellTheCallerToComeAgainAfterAPassingFailure() {
        for (Exception failure : List.of(new R2dbcTransientResourceException("pool"), new NotYet("on its way"),
                new IllegalStateException(new IOException("reset")))) {
            ResponseEntity<Body> answer = advice.other(failure, exchange);
            assertThat(body(answer).code()).isEqualTo("UNAVAILABLE");
            assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void shouldHideABug() {
        try (CapturedLog log = CapturedLog.of(ProblemAdvice.class)) {
            Body body = body(advice.other(new IllegalStateException("张三 410721199001011234"), exchange));
            assertThat(body.status()).isEqualTo(500);
            assertThat(body.toString()).doesNotContain("张三");
            assertThat(log.errors()).containsExactly("/api/cases/C1 failed");
        }
    }

    @Test
    void shouldKeepAnyOtherStatusAsItIs() {
        Body body = body(advice.status(new ResponseStatusException(HttpStatus.GONE, "moved away"), exchange));
        assertThat(body.status()).isEqualTo(410);
        assertThat(body.code()).isEqualTo("GONE");
        assertThat(body.detail()).isEqualTo("moved away");
    }
}
