package org.lianban.command;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why nothing changed: a value, returned by every room; only {@code http} makes a status of its kind.
 *
 * @param code stable, upper case, for programs
 * @param detail in Chinese, for the person who asked
 * @param faults what is wrong with what was sent, all of it; empty where the state or the role forbids
 */
public record Refusal(Kind kind, String code, String detail, List<Fault> faults) {
    /** A key that was used for something else, the same on every service. */
    public static final String KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";

    /** What a refusal is to the one who asked. */
    public enum Kind {
        /** It cannot be read as what it should be. */
        UNREADABLE,
        /** Not for this role, or not from this place. */
        FORBIDDEN,
        NOT_FOUND,
        /** Possible in another state, not in this one. */
        CONFLICT,
        /** Readable, but the content is not acceptable. */
        UNACCEPTABLE,
        /** Larger than the limit. */
        TOO_LARGE,
        /** Comes back by itself; to be tried again. */
        UNAVAILABLE
    }

    /** One reason out of a service's own list, an enumeration whose names are the stable codes. */
    public interface Code {
        Kind kind();

        String name();
    }

    public Refusal {
        faults = List.copyOf(faults);
    }

    public static Refusal of(Code code, String detail) {
        return new Refusal(code.kind(), code.name(), detail, List.of());
    }

    /** @param pointer what of the request is to blame */
    public static Refusal at(String pointer, Code code, String detail) {
        return new Refusal(code.kind(), code.name(), detail, List.of(new Fault(pointer, code.name(), detail)));
    }

    public static Refusal unreadable(List<Fault> faults) {
        return new Refusal(Kind.UNREADABLE, "BAD_REQUEST", summary(faults), faults);
    }

    public static Refusal unacceptable(List<Fault> faults) {
        return new Refusal(Kind.UNACCEPTABLE, "NOT_ACCEPTABLE", summary(faults), faults);
    }

    public static Refusal unacceptable(Fault... faults) {
        return unacceptable(List.of(faults));
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(Kind.FORBIDDEN, "FORBIDDEN", detail, List.of());
    }

    public static Refusal forbidden(List<Fault> faults) {
        return new Refusal(Kind.FORBIDDEN, "FORBIDDEN", summary(faults), faults);
    }

    public static Refusal notFound(String detail) {
        return new Refusal(Kind.NOT_FOUND, "NOT_FOUND", detail, List.of());
    }

    public static Refusal conflict(String code, String detail) {
        return new Refusal(Kind.CONFLICT, code, detail, List.of());
    }

    public static Refusal tooLarge(String detail) {
        return new Refusal(Kind.TOO_LARGE, "TOO_LARGE", detail, List.of());
    }

    public static Refusal unavailable(String detail) {
        return new Refusal(Kind.UNAVAILABLE, "UNAVAILABLE", detail, List.of());
    }

    public static Refusal keyReused() {
        return conflict(KEY_REUSED, "此 Idempotency-Key 已用于另一请求，请换一个");
    }

    public boolean is(Code other) {
        return code.equals(other.name());
    }

    /** Several reasons of one command as one refusal, which is of the first's kind. */
    public static Refusal all(List<Refusal> reasons) {
        Refusal first = reasons.getFirst();
        return reasons.size() == 1
                ? first
                : new Refusal(first.kind, first.code,
                        reasons.stream().map(Refusal::detail).distinct().collect(Collectors.joining()),
                        reasons.stream().flatMap(reason -> reason.faults.isEmpty()
                                ? java.util.stream.Stream.of(new Fault("", reason.code, reason.detail))
                                : reason.faults.stream()).toList());
    }

    private static String summary(List<Fault> faults) {
        return faults.size() == 1 ? faults.getFirst().message() : "共有 " + faults.size() + " 处问题，请一次更正";
    }
}
