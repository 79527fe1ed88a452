package org.lianban.command.once;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Refusal;

/**
 * What became of a command.
 *
 * @param <R> what is answered
 */
public sealed interface Outcome<R> {

    /**
     * Done, now or when it was first asked.
     *
     * @param status of the answer, as HTTP counts: 200, 201, 202
     */
    record Done<R>(int status, R answer, boolean repeated) implements Outcome<R> {}

    /** @param first what the key was first answered, where it was used for another command; else null */
    record Refused<R>(Refusal refusal, @Nullable R first) implements Outcome<R> {}

    static <R> Outcome<R> done(int status, R answer) {
        return new Done<>(status, answer, false);
    }

    static <R> Outcome<R> done(R answer) {
        return done(200, answer);
    }

    static <R> Outcome<R> refused(Refusal refusal) {
        return new Refused<>(refusal, null);
    }
}
