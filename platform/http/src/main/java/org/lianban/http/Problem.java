package org.lianban.http;

import java.util.List;
import org.lianban.command.Fault;

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

    /** 400: the request cannot be read as what it should be. */
    public static Problem badRequest(List<Fault> faults) {
        return new Problem(400, "BAD_REQUEST", "请求无法识别", summary(faults), faults);
    }

    /** 422: readable, but not acceptable. */
    public static Problem unprocessable(List<Fault> faults) {
        return new Problem(422, "NOT_ACCEPTABLE", "内容不符合要求", summary(faults), faults);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "NOT_FOUND", "未找到", detail, List.of());
    }

    /** 409: possible in another state, not in this one. */
    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, "当前状态不允许", detail, List.of());
    }

    /** 403: the role may not do this. */
    public static Problem forbidden(String detail) {
        return new Problem(403, "FORBIDDEN", "无权操作", detail, List.of());
    }

    /** 403: the role or the place may not do this, with every reason. */
    public static Problem forbidden(List<Fault> faults) {
        return new Problem(403, "FORBIDDEN", "无权操作", summary(faults), faults);
    }

    /** 413: larger than the limit. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, "TOO_LARGE", "内容过大", detail, List.of());
    }

    /** 415: a type that is not taken. */
    public static Problem unsupportedType(String detail) {
        return new Problem(415, "UNSUPPORTED_TYPE", "不支持的类型", detail, List.of());
    }

    /** 503: comes back by itself; the caller tries again. */
    public static Problem unavailable(String detail) {
        return new Problem(503, "UNAVAILABLE", "暂时不可用", detail, List.of());
    }

    private static String summary(List<Fault> faults) {
        return faults.size() == 1 ? faults.getFirst().message() : "共有 " + faults.size() + " 处问题，请一次更正";
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
