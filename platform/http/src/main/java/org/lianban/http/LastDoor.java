package org.lianban.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What fails outside of controllers, in filters, leaves as application/problem+json as well. */
public final class LastDoor implements WebExceptionHandler, Ordered {
    private final ProblemAdvice advice = new ProblemAdvice();
    private final JsonMapper json;

    public LastDoor(JsonMapper json) {
        this.json = json;
    }

    /** Before the framework's own, which answers in another form. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ResponseEntity<ProblemAdvice.Body> answer = answer(failure, exchange);
        if (answer == null || answer.getBody() == null) {
            return Mono.error(failure);
        }
        response.setStatusCode(answer.getStatusCode());
        answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(answer.getBody()))));
    }

    private @Nullable ResponseEntity<ProblemAdvice.Body> answer(Throwable failure, ServerWebExchange exchange) {
        return switch (failure) {
            case Problem problem -> advice.problem(problem, exchange);
            case ResponseStatusException status -> advice.status(status, exchange);
            case Exception other -> advice.other(other, exchange);
            default -> null;
        };
    }
}
