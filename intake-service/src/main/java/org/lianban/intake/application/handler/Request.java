package org.lianban.intake.application.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.intake.checking.Gathered;

/**
 * A command with who gave it.
 *
 * @param gathered what was found out for it before
 */
public record Request(IntakeCommand command, Actor by, @Nullable String traceparent, Gathered gathered) {
    /** Nothing had to be found out for it. */
    public Request(IntakeCommand command, Actor by, @Nullable String traceparent) {
        this(command, by, traceparent, Gathered.NOTHING);
    }

    Request knowing(Gathered found) {
        return new Request(command, by, traceparent, found);
    }
}
