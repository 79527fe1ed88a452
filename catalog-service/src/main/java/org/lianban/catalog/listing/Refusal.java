package org.lianban.catalog.listing;

import java.util.List;
import org.lianban.command.Fault;

/** Why a command is not carried out. */
public record Refusal(Kind kind, String code, String detail, List<Fault> faults) {
    public enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        /** Possible in another state. */
        CONFLICT,
        /** What is said or what is there does not suffice. */
        UNACCEPTABLE
    }

    public static Refusal notFound(String detail) {
        return new Refusal(Kind.NOT_FOUND, "NOT_FOUND", detail, List.of());
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(Kind.FORBIDDEN, "FORBIDDEN", detail, List.of());
    }

    public static Refusal conflict(String code, String detail) {
        return new Refusal(Kind.CONFLICT, code, detail, List.of());
    }

    public static Refusal unacceptable(List<Fault> faults) {
        return new Refusal(Kind.UNACCEPTABLE, "NOT_ACCEPTABLE", "内容不符合要求", List.copyOf(faults));
    }
}
