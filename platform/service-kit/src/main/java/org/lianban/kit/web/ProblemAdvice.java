package org.lianban.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.kit.Fault;
import org.lianban.kit.Problem;
import org.lianban.messaging.Failures;
import org.lianban.messaging.GroupCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every error leaves as application/problem+json (RFC 9457). */
@RestControllerAdvice
public class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** @param type {@code about:blank} extended by {@code code}, which programs compare */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(String type, String title, int status, @Nullable String detail, String instance, String code,
            List<Fault> faults) {}

    @ExceptionHandler
    ResponseEntity<Body> problem(Problem problem, ServerWebExchange exchange) {
        return body(problem.status(), problem.code(), problem.title(), problem.getMessage(), problem.faults(),
                exchange);
    }

    @ExceptionHandler
    ResponseEntity<Body> status(ResponseStatusException refused, ServerWebExchange exchange) {
        JacksonException unreadable = cause(refused, JacksonException.class);
        if (unreadable != null) {
            return problem(Problem.badRequest(List.of(fault(unreadable))), exchange);
        }
        if (refused instanceof NoResourceFoundException) {
            return problem(Problem.notFound("没有此地址"), exchange);
        }
        int status = refused.getStatusCode().value();
        HttpStatus known = HttpStatus.resolve(status);
        return body(status, known == null ? "ERROR" : known.name(), known == null ? "Error" : known.getReasonPhrase(),
                refused.getReason(), List.of(), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Body> overloaded(GroupCommit.Overloaded full, ServerWebExchange exchange) {
        return problem(Problem.unavailable("请求过多，请稍后重试"), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Body> other(Exception failure, ServerWebExchange exchange) {
        if (Failures.passing(failure)) {
            LOG.warn("{} waits for its surroundings: {}", exchange.getRequest().getPath(), Failures.reason(failure));
            return problem(Problem.unavailable("存储或消息系统暂时不可用，请稍后重试"), exchange);
        }
        LOG.error("{} failed", exchange.getRequest().getPath(), failure);
        return body(500, "INTERNAL", "系统内部错误", "请联系运维人员", List.of(), exchange);
    }

    private static Fault fault(JacksonException unreadable) {
        String pointer = unreadable instanceof DatabindException bad
                ? bad.getPath().stream()
                        .map(r -> r.getPropertyName() == null ? String.valueOf(r.getIndex()) : r.getPropertyName())
                        .collect(Collectors.joining("/", "/", ""))
                : "";
        return new Fault(pointer, "UNREADABLE",
                "无法识别：" + unreadable.getOriginalMessage().lines().findFirst().orElse(""));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static ResponseEntity<Body> body(int status, String code, String title, @Nullable String detail,
            List<Fault> faults, ServerWebExchange exchange) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 503) {
            answer.header("Retry-After", "1");
        }
        return answer.body(
                new Body("about:blank", title, status, detail, exchange.getRequest().getPath().value(), code, faults));
    }
}
