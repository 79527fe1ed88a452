package org.lianban.result.bundle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.JointActivity;

/**
 * 联合评审、联合勘验、联合验收, as the dispatcher tells it.
 *
 * @param participants item numbers
 * @param at when it takes place
 * @param scheduledAt when it was arranged, or arranged anew
 * @param ended null while it is to come
 */
public record Joint(String id, JointActivity.Kind kind, String organiser, List<String> participants, Instant at,
        String place, Instant scheduledAt, @Nullable Ended ended) {

    /**
     * @param passed null: cancelled
     * @param failed items whose department did not pass it
     */
    public record Ended(Instant at, @Nullable Boolean passed, List<String> failed) {
        public Ended {
            failed = failed == null ? List.of() : List.copyOf(failed);
        }
    }

    public Joint {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }
    public boolean isOpen() {
        return ended == null;
    }

    Joint ended(Ended how) {
        return new Joint(id, kind, organiser, participants, at, place, scheduledAt, how);
    }
}
