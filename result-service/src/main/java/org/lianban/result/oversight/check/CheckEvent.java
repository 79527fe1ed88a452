package org.lianban.result.oversight.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.oversight.check.Lifecycle.Trigger;

/** What happened to a check. */
public sealed interface CheckEvent {
    Instant at();

    /** 核查结论. */
    enum Finding {
        CONFIRMED(Trigger.CONFIRM), CORRECTION(Trigger.ASK_CORRECTION), REFUTED(Trigger.REFUTE);

        private final Trigger trigger;

        Finding(Trigger trigger) {
            this.trigger = trigger;
        }

        public Trigger trigger() {
            return trigger;
        }
    }

    /** The item was approved on the commitment, by this department. */
    record Approved(String department, Instant at) implements CheckEvent {}

    /** The item was not approved, or what was owed came. */
    record Dropped(String reason, Instant at) implements CheckEvent {}

    record Found(Finding finding, String text, List<String> evidence, Instant at) implements CheckEvent {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }

    /** 拟撤销告知. */
    record Noticed(String noticeNo, String grounds, Instant at) implements CheckEvent {}

    /** 陈述申辩. */
    record Defended(String statement, Instant at) implements CheckEvent {}

    /** 撤销决定, or the decision not to. */
    record Decided(boolean revoked, @Nullable String decisionNo, String reasons, Instant at) implements CheckEvent {}

    record Expired(Instant dueAt, Instant at) implements CheckEvent {}
}
