package org.lianban.catalog.draft;

import java.util.List;
import org.lianban.catalog.publish.Fault;

/** Why a draft stays as it is; with every fault at once. */
public record DraftRejection(Kind kind, String detail, List<Fault> faults) {
    public enum Kind {
        /** The role or the department may not do this. */
        FORBIDDEN,
        /** Possible in another stage. */
        WRONG_STAGE,
        /** Somebody edited it meanwhile. */
        STALE,
        /** What is said or what is there does not suffice. */
        INSUFFICIENT
    }

    static DraftRejection of(Kind kind, String detail) {
        return new DraftRejection(kind, detail, List.of());
    }

    static DraftRejection insufficient(List<Fault> faults) {
        return new DraftRejection(Kind.INSUFFICIENT, "不符合要求", List.copyOf(faults));
    }
}
