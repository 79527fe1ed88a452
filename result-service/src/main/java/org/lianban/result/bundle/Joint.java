package org.lianban.result.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
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
public record Joint(@JsonProperty("n") String id, @JsonProperty("k") JointActivity.Kind kind,
        @JsonProperty("o") String organiser, @JsonProperty("p") List<String> participants,
        @JsonProperty("a") Instant at, @JsonProperty("w") String place, @JsonProperty("s") Instant scheduledAt,
        @JsonProperty("e") @Nullable Ended ended) {

    /**
     * @param passed null: cancelled
     * @param failed items whose department did not pass it
     */
    public record Ended(@JsonProperty("a") Instant at, @JsonProperty("p") @Nullable Boolean passed,
            @JsonProperty("f") List<String> failed) {
        public Ended {
            failed = failed == null ? List.of() : List.copyOf(failed);
        }
    }

    public Joint {
        participants = participants == null ? List.of() : List.copyOf(participants);
    }

    @JsonIgnore
    public boolean isOpen() {
        return ended == null;
    }

    Joint ended(Ended how) {
        return new Joint(id, kind, organiser, participants, at, place, scheduledAt, how);
    }
}
