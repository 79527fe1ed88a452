package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.dispatch.DispatchEvent.CancelReason;
import tools.jackson.databind.JsonNode;

/** Where an item stands in the graph; one record per stage, each with what is true only there. */
public sealed interface ItemStatus {

    ItemStage stage();

    /** Hard prerequisites it still waits for. */
    default Set<String> waitsFor() {
        return Set.of();
    }

    /** With a department, and nobody has asked to end it. */
    sealed interface Open extends ItemStatus permits Waiting, Ready, Blocked {}

    /** @param on hard prerequisites neither satisfied nor waived; never empty */
    record Waiting(Set<String> on) implements Open {
        public Waiting {
            on = Set.copyOf(on);
            if (on.isEmpty()) {
                throw new IllegalArgumentException("An item that waits for nothing is ready");
            }
        }

        @Override
        public Set<String> waitsFor() {
            return on;
        }

        @Override
        public ItemStage stage() {
            return ItemStage.WAITING;
        }

        /** Results of these prerequisites were handed on. */
        Open released(Set<String> satisfied) {
            return of(Numbers.without(on, satisfied));
        }

        Blocked failed(String prerequisite) {
            return new Blocked(Set.of(prerequisite), Numbers.without(on, Set.of(prerequisite)), Set.of());
        }
    }

    record Ready() implements Open {
        @Override
        public ItemStage stage() {
            return ItemStage.READY;
        }
    }

    /**
     * @param failed hard prerequisites that ended without satisfying; never empty
     * @param on hard prerequisites still open besides
     * @param withheld upstream items whose result arrived meanwhile: handed on only if the lead lets the item go on, for
     *     a department that never decides has no need of them
     */
    record Blocked(Set<String> failed, Set<String> on, Set<String> withheld) implements Open {
        public Blocked {
            failed = Set.copyOf(failed);
            on = Set.copyOf(on);
            withheld = Set.copyOf(withheld);
            if (failed.isEmpty()) {
                throw new IllegalArgumentException("A blocked item has a failed prerequisite");
            }
        }

        @Override
        public Set<String> waitsFor() {
            return on;
        }

        @Override
        public ItemStage stage() {
            return ItemStage.BLOCKED;
        }

        Blocked failed(String prerequisite) {
            Set<String> one = Set.of(prerequisite);
            return new Blocked(Numbers.with(failed, one), Numbers.without(on, one), withheld);
        }

        Blocked withhold(String upstream) {
            Set<String> one = Set.of(upstream);
            return new Blocked(failed, Numbers.without(on, one), Numbers.with(withheld, one));
        }

        Open continued() {
            return of(on);
        }
    }

    record Cancelling(CancelReason reason) implements ItemStatus {
        @Override
        public ItemStage stage() {
            return ItemStage.CANCELLING;
        }
    }

    /** @param decisionNo and {@code result} are kept only while a dependant still needs them */
    record Ended(Outcome outcome, @Nullable String decisionNo, @Nullable JsonNode result, Instant at)
            implements
                ItemStatus {
        @Override
        public ItemStage stage() {
            return ItemStage.ENDED;
        }

        boolean hasPayload() {
            return decisionNo != null || result != null;
        }

        Ended withoutPayload() {
            return new Ended(outcome, null, null, at);
        }
    }

    /** Waiting for these, or ready if there are none. */
    static Open of(Set<String> on) {
        return on.isEmpty() ? new Ready() : new Waiting(on);
    }
}
