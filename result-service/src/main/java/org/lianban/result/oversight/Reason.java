package org.lianban.result.oversight;

import java.util.Optional;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;

/** Why a command on a file or a rating is refused. */
public enum Reason implements Refusal.Code {
    /** The transition table has no such move from the present state. */
    WRONG_STATE(Refusal.Kind.CONFLICT),
    /** The role or the department may not. */
    FORBIDDEN(Refusal.Kind.FORBIDDEN),
    /** Possible later: a period still runs. */
    TOO_EARLY(Refusal.Kind.CONFLICT),
    /** A fact that the move needs is missing. */
    INCOMPLETE(Refusal.Kind.CONFLICT),
    NOT_SETTLED(Refusal.Kind.CONFLICT),
    ALREADY_RATED(Refusal.Kind.CONFLICT),
    MISSING(Refusal.Kind.UNACCEPTABLE),
    /** 测试办件 take no part in supervision and figures. */
    TEST_CASE(Refusal.Kind.UNACCEPTABLE),
    UNKNOWN_ITEM(Refusal.Kind.UNACCEPTABLE);

    private final Refusal.Kind kind;

    Reason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }

    /** Nothing where all is fine. */
    public static Optional<Refusal> unless(boolean fine, Reason reason, String detail) {
        return fine ? Optional.empty() : Optional.of(Refusal.of(reason, detail));
    }

    /**
     * The table first, then who may and what is missing.
     *
     * @param impossible what is answered where the table has no such move
     * @param events none: it is so already
     */
    @SafeVarargs
    public static <E> Decision<E> decide(boolean possible, String impossible, Optional<Refusal> refusal, E... events) {
        return possible
                ? refusal.<Decision<E>>map(Decision::refused).orElseGet(() -> Decision.accepted(events))
                : Decision.refused(WRONG_STATE, impossible);
    }
}
