package org.lianban.intake.application.handler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.store.AnswerStore.Answered;

/** What the desk answers. */
public sealed interface Answer {

    /**
     * Done, now or when it was first asked.
     *
     * @param status HTTP's
     * @param body JSON, the same for every repetition
     */
    record Done(int status, String body, boolean repeated) implements Answer {}

    /** @param faults every one */
    record Faulty(List<Fault> faults) implements Answer {}

    record Refused(Rejection rejection) implements Answer {}

    /**
     * The key was used for another request.
     *
     * @param body what that one was answered
     */
    record KeyReused(@Nullable String body) implements Answer {}

    /** What a request with this key was answered before; null when it is new. */
    static @Nullable Answer repeated(Request request, @Nullable Answered before) {
        if (before == null) {
            return null;
        }
        return before.digest().equals(request.digest())
                ? new Done(before.status(), before.body(), true)
                : new KeyReused(before.body());
    }
}
