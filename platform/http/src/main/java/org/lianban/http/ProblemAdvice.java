package org.lianban.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.messaging.Failures;
import org.lianban.messaging.GroupCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Every error leaves as application/problem+json (RFC 9457). */
@RestControllerAdvice
public class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** @param type {@code about:blank} extended by {@code code}, which programs compare */
    @Schema(name = "Problem")
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
        return switch (refused) {
            case NoResourceFoundException unknown -> problem(Problem.notFound("没有此地址"), exchange);
            case MissingRequestValueException missing -> problem(Problem.badRequest(
                    List.of(new Fault("?" + missing.getName(), "MISSING", "缺少参数 " + missing.getName()))), exchange);
            case ServerWebInputException bad -> problem(Problem.badRequest(List.of(input(bad))), exchange);
            case MethodNotAllowedException method -> {
                ResponseEntity<Body> plain = body(405, "METHOD_NOT_ALLOWED", "不支持的方法",
                        "此地址不支持 " + method.getHttpMethod(), List.of(), exchange);
                yield ResponseEntity.status(405).headers(plain.getHeaders())
                        .allow(method.getSupportedMethods().toArray(HttpMethod[]::new)).body(plain.getBody());
            }
            case UnsupportedMediaTypeStatusException type -> problem(
                    Problem.unsupportedType("不支持的内容类型：" + type.getContentType()), exchange);
            case ContentTooLargeException large -> problem(Problem.tooLarge("请求内容超过上限"), exchange);
            default -> other(refused, exchange);
        };
    }

    private static Fault input(ServerWebInputException bad) {
        MethodParameter parameter = bad.getMethodParameter();
        return parameter == null || parameter.hasParameterAnnotation(RequestBody.class)
                ? new Fault("", "MISSING", "缺少请求内容或内容无法识别")
                : new Fault("?" + parameter.getParameterName(), "BAD_VALUE", "参数值无法识别");
    }

    private ResponseEntity<Body> other(ResponseStatusException refused, ServerWebExchange exchange) {
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
