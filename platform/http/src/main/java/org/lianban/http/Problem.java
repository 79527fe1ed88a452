package org.lianban.http;

import java.util.List;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;

/**
 * An answer that is a refusal (RFC 9457). Carries every fault that was found, not the first. Thrown or signalled by
 * {@code web} only; rooms return values.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<Fault> faults;

    private Problem(int status, String code, String title, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.faults = List.copyOf(faults);
    }

    /** What a room refused, as an answer. */
    public static Problem of(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNREADABLE -> new Problem(400, refusal.code(), "请求无法识别", refusal.detail(), refusal.faults());
            case FORBIDDEN -> new Problem(403, refusal.code(), "无权操作", refusal.detail(), refusal.faults());
            case NOT_FOUND -> new Problem(404, refusal.code(), "未找到", refusal.detail(), refusal.faults());
            case CONFLICT -> new Problem(409, refusal.code(), "当前状态不允许", refusal.detail(), refusal.faults());
            case UNACCEPTABLE -> new Problem(422, refusal.code(), "内容不符合要求", refusal.detail(), refusal.faults());
            case TOO_LARGE -> new Problem(413, refusal.code(), "内容过大", refusal.detail(), refusal.faults());
            case UNAVAILABLE -> new Problem(503, refusal.code(), "暂时不可用", refusal.detail(), refusal.faults());
        };
    }

    /** 400: the request cannot be read as what it should be. */
    public static Problem badRequest(List<Fault> faults) {
        return of(Refusal.unreadable(faults));
    }

    /** 422: readable, but not acceptable. */
    public static Problem unprocessable(List<Fault> faults) {
        return of(Refusal.unacceptable(faults));
    }

    public static Problem notFound(String detail) {
        return of(Refusal.notFound(detail));
    }

    /** 409: possible in another state, not in this one. */
    public static Problem conflict(String code, String detail) {
        return of(Refusal.conflict(code, detail));
    }

    /** 403: the role may not do this. */
    public static Problem forbidden(String detail) {
        return of(Refusal.forbidden(detail));
    }

    /** 403: the role or the place may not do this, with every reason. */
    public static Problem forbidden(List<Fault> faults) {
        return of(Refusal.forbidden(faults));
    }

    /** 413: larger than the limit. */
    public static Problem tooLarge(String detail) {
        return of(Refusal.tooLarge(detail));
    }

    /** 415: a type that is not taken. */
    public static Problem unsupportedType(String detail) {
        return new Problem(415, "UNSUPPORTED_TYPE", "不支持的类型", detail, List.of());
    }

    /** 503: comes back by itself; the caller tries again. */
    public static Problem unavailable(String detail) {
        return of(Refusal.unavailable(detail));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public List<Fault> faults() {
        return faults;
    }
}
