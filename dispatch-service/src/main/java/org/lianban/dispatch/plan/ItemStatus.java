package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import tools.jackson.databind.JsonNode;

/** Where an item stands in the graph; one record per stage, each with what is true only there. */
public sealed interface ItemStatus {

    default ItemStage stage() {
        return switch (this) {
            case Waiting waiting -> ItemStage.WAITING;
            case Ready ready -> ItemStage.READY;
            case Blocked blocked -> ItemStage.BLOCKED;
            case Cancelling cancelling -> ItemStage.CANCELLING;
            case Ended ended -> ItemStage.ENDED;
        };
    }

    /** Hard prerequisites it still waits for. */
    default Set<String> waitsFor() {
        return Set.of();
    }

    /** 容缺: codes of the materials that are owed, overdue ones included. */
    default Set<String> owes() {
        return Set.of();
    }

    /** With a department, and nobody has asked to end it. */
    sealed interface Open extends ItemStatus permits Waiting, Ready, Blocked {}

    /**
     * @param on hard prerequisites neither satisfied nor waived
     * @param owed materials that a commitment promised; not both empty
     */
    record Waiting(Set<String> on, Set<String> owed) implements Open {
        public Waiting {
            on = Set.copyOf(on);
            owed = Set.copyOf(owed);
            if (on.isEmpty() && owed.isEmpty()) {
                throw new IllegalArgumentException("An item that waits for nothing is ready");
            }
        }

        @Override
        public Set<String> waitsFor() {
            return on;
        }

        @Override
        public Set<String> owes() {
            return owed;
        }

        /** Results of these prerequisites were handed on. */
        Open released(Set<String> satisfied) {
            return of(Numbers.without(on, satisfied), owed);
        }

        /** These materials came. */
        Open supplied(Set<String> codes) {
            return of(on, Numbers.without(owed, codes));
        }

        Blocked failed(String prerequisite) {
            return new Blocked(Set.of(prerequisite), Numbers.without(on, Set.of(prerequisite)), Set.of(),
                    new Materials(owed, Map.of(), List.of()));
        }

        Blocked overdue(String material, Instant at) {
            return new Blocked(Set.of(), on, Set.of(),
                    new Materials(owed, Map.of(), List.of()).overdue(material, at));
        }
    }

    record Ready() implements Open {}

    /**
     * @param failed hard prerequisites that ended without satisfying
     * @param on hard prerequisites still open besides
     * @param withheld upstream items whose result arrived meanwhile: handed on only if the lead lets the item go on, for
     *     a department that never decides has no need of them
     */
    record Blocked(Set<String> failed, Set<String> on, Set<String> withheld, Materials materials) implements Open {
        public Blocked {
            failed = Set.copyOf(failed);
            on = Set.copyOf(on);
            withheld = Set.copyOf(withheld);
            if (failed.isEmpty() && materials.overdue().isEmpty() && materials.supplied().isEmpty()) {
                throw new IllegalArgumentException("A blocked item has a failed prerequisite or an overdue material");
            }
        }

        @Override
        public Set<String> waitsFor() {
            return on;
        }

        @Override
        public Set<String> owes() {
            return Numbers.with(materials.owed(), materials.overdue().keySet());
        }

        Blocked failed(String prerequisite) {
            Set<String> one = Set.of(prerequisite);
            return new Blocked(Numbers.with(failed, one), Numbers.without(on, one), withheld, materials);
        }

        Blocked withhold(String upstream) {
            Set<String> one = Set.of(upstream);
            return new Blocked(failed, Numbers.without(on, one), Numbers.with(withheld, one), materials);
        }

        Blocked overdue(String material, Instant at) {
            return new Blocked(failed, on, withheld, materials.overdue(material, at));
        }

        /** Materials that came while nobody may hand them on. */
        Blocked supplied(List<MaterialRef> more) {
            return new Blocked(failed, on, withheld, materials.supplied(more));
        }

        /** Whether nothing holds it up any more but the lead's silence. */
        boolean liftedBy(List<MaterialRef> more) {
            return failed.isEmpty() && materials.supplied(more).overdue().isEmpty();
        }

        /** What failed is waived; what is owed is owed still. */
        Open continued() {
            return of(on, owes());
        }
    }

    /**
     * 容缺材料 of a blocked item.
     *
     * @param owed promised, and the term runs
     * @param overdue promised, and the term ran out then
     * @param supplied came meanwhile, and is handed on when the item goes on
     */
    record Materials(Set<String> owed, Map<String, Instant> overdue, List<MaterialRef> supplied) {
        static final Materials NONE = new Materials(Set.of(), Map.of(), List.of());

        public Materials {
            owed = Set.copyOf(owed);
            overdue = Map.copyOf(overdue);
            supplied = List.copyOf(supplied);
        }

        Materials overdue(String material, Instant at) {
            Map<String, Instant> later = new HashMap<>(overdue);
            later.put(material, at);
            return new Materials(Numbers.without(owed, Set.of(material)), later, supplied);
        }

        Materials supplied(List<MaterialRef> more) {
            List<String> codes = more.stream().map(MaterialRef::code).toList();
            Map<String, Instant> left = new HashMap<>(overdue);
            codes.forEach(left::remove);
            List<MaterialRef> all = new ArrayList<>(supplied);
            all.addAll(more);
            return new Materials(Numbers.without(owed, codes), left, all);
        }
    }

    record Cancelling(CancelReason reason) implements ItemStatus {}

    /** @param decisionNo and {@code result} are kept only while a dependant still needs them */
    record Ended(Outcome outcome, @Nullable String decisionNo, @Nullable JsonNode result, Instant at)
            implements
            ItemStatus {
        boolean hasPayload() {
            return decisionNo != null || result != null;
        }

        Ended withoutPayload() {
            return new Ended(outcome, null, null, at);
        }
    }

    /** Waiting for these, or ready if there are none. */
    static Open of(Set<String> on, Set<String> owed) {
        return on.isEmpty() && owed.isEmpty() ? new Ready() : new Waiting(on, owed);
    }
}
