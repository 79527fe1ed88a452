package org.lianban.result.oversight;

/**
 * Why a command was refused.
 *
 * @param detail in Chinese, for the person who gave it
 */
public record Refusal(Kind kind, String detail) {
    public enum Kind {
        /** The transition table has no such move from the present state. */
        WRONG_STATE,
        /** The role or the department may not. */
        NOT_ALLOWED,
        /** Possible later: a period still runs. */
        TOO_EARLY,
        /** A fact that the move needs is missing. */
        INCOMPLETE
    }
}
