package org.lianban.result.bundle.web;

import org.lianban.command.once.Outcome;
import org.lianban.http.Problem;

/** What became of a command, as what a door answers. */
public final class Answers {
    private Answers() {}

    /** @throws Problem for a refusal */
    public static <R> R of(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Done<R> done -> done.answer();
            case Outcome.Refused<R> refused -> throw Problem.of(refused.refusal());
        };
    }
}
