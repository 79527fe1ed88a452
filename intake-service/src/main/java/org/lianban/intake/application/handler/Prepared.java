package org.lianban.intake.application.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.Amendment;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Command;
import org.lianban.intake.application.Dossier;

/** An order, checked. */
public sealed interface Prepared {

    /**
     * May be decided.
     *
     * @param status HTTP's, when it is done
     * @param before what it replaces, to be kept; null: nothing
     */
    record Ready(Application state, long sequence, Command command, int status,
            @Nullable Before before) implements Prepared {
        Ready(Application state, long sequence, Command command, int status) {
            this(state, sequence, command, status, null);
        }
    }

    /** Cannot be decided, and what is answered. */
    record Not(Answer answer) implements Prepared {}

    /** What is replaced. */
    sealed interface Before {
        /** By a new round. */
        record Round(Dossier dossier) implements Before {}

        /** Within the round. */
        record Part(Amendment amendment) implements Before {}
    }
}
