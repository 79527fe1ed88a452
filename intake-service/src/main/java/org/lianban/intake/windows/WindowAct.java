package org.lianban.intake.windows;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.http.Actors;

/**
 * What a clerk is about to do.
 *
 * @param clerk account
 * @param window id; null where none was named
 * @param at where the window was named, for faults: a header or a JSON pointer
 * @param operations all that the command needs
 * @param region of the application; null where it is not known yet, as with an upload
 * @param oneThing code; null where it is not known yet
 */
public record WindowAct(String clerk, @Nullable String window, String at, Set<Operation> operations,
        @Nullable String region, @Nullable String oneThing) {
    public WindowAct {
        operations = Set.copyOf(operations);
    }

    /** The window is the one that the actor sits at. */
    public static WindowAct of(Actor actor, Operation operation, @Nullable String region, @Nullable String oneThing) {
        return new WindowAct(actor.id(), actor.window(), Actors.WINDOW_HEADER, Set.of(operation), region, oneThing);
    }
}
