package org.lianban.intake.consultation;

import org.lianban.intake.application.Rejection;

/**
 * What became of a command on a ticket.
 *
 * @param <T> the ticket
 */
public sealed interface Decided<T> {
    record Done<T>(T after) implements Decided<T> {}

    record Refused<T>(Rejection rejection) implements Decided<T> {}

    static <T> Decided<T> refused(Rejection.Kind kind, String detail) {
        return new Refused<>(new Rejection(kind, detail));
    }
}
