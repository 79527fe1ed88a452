package org.lianban.catalog.store;

import java.util.List;

/** What became of a command that changes the catalogue. */
public sealed interface Outcome<T> {

    /** @param repeated whether an earlier command with the same key had done it already */
    record Done<T>(T value, boolean repeated) implements Outcome<T> {}

    /** Every reason at once. */
    record Refused<T>(List<Reason> reasons) implements Outcome<T> {}

    /** Not in this state, not by this role, or not there at all. */
    record Denied<T>(Denial denial, String detail) implements Outcome<T> {}

    /** The idempotency key was used for another request. */
    record KeyReused<T>() implements Outcome<T> {}

    enum Denial {
        NOT_FOUND, FORBIDDEN, WRONG_STAGE, STALE, ALREADY_OPEN
    }

    record Reason(String pointer, String code, String message) {}
}
