package org.lianban.department.task;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.department.task.Status.Blocked;
import org.lianban.department.task.Status.Correction;
import org.lianban.department.task.Status.Ended;
import org.lianban.department.task.Status.Open;
import org.lianban.department.task.Status.Suspended;

/**
 * The transition table of a task, once. {@link #next} never leaves it; a test draws the diagram and fails on a row that
 * no test visited. SUSPENDED, BLOCKED and CORRECTION keep what is inside them; a task that is blocked may still be
 * acknowledged, corrected, accepted and pre-reviewed, only not decided.
 */
public final class Lifecycle {
    /** @param to more than one where the target depends on what is inside */
    public record Row(ItemState from, Trigger trigger, Set<ItemState> to) {}

    public static final List<Row> TABLE = Table.rows();

    private static final Map<ItemState, Map<Trigger, Set<ItemState>>> INDEX = index();

    private Lifecycle() {}

    /** Where the trigger leads, or empty where it is impossible. */
    public static Optional<Status> next(Status from, Trigger trigger) {
        return move(from, trigger).filter(to -> allowed(from.state(), trigger, to.state()));
    }

    static boolean allowed(ItemState from, Trigger trigger, ItemState to) {
        return targets(from, trigger).contains(to);
    }

    private static Set<ItemState> targets(ItemState from, Trigger trigger) {
        return INDEX.getOrDefault(from, Map.of()).getOrDefault(trigger, Set.of());
    }

    private static Optional<Status> move(Status from, Trigger trigger) {
        Set<ItemState> targets = targets(from.state(), trigger);
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return switch (from) {
            case Ended ended -> Optional.empty();
            case Suspended suspended -> suspended(suspended, trigger, targets);
            case Blocked blocked -> blocked(blocked, trigger, targets);
            case Correction correction -> correction(correction, trigger, targets);
            case Open open -> Optional.of(plain(open, trigger, targets.iterator().next()));
        };
    }

    private static Status plain(Open from, Trigger trigger, ItemState to) {
        return switch (trigger) {
            case SUSPENDED -> new Suspended(from);
            case BLOCKED -> new Blocked(from);
            case CORRECTION_REQUESTED -> new Correction(from);
            case CORRECTION_SUPPLIED, CORRECTION_LAPSED, ACKNOWLEDGED, VERIFICATION_STARTED, ACCEPTED,
                    ACCEPTED_FOR_PRE_REVIEW, NOT_ACCEPTED, PRE_REVIEWED,
                    RESUMED, UNAVAILABLE, APPROVED, DENIED, MATCHED, MISMATCHED, RELEASED, RESULT_ARRIVED, REASSIGNED,
                    WITHDRAWN, TERMINATED ->
                to == from.state() ? from : Status.plain(to);
        };
    }

    private static Optional<Status> suspended(Suspended from, Trigger trigger, Set<ItemState> targets) {
        if (trigger == Trigger.RESUMED) {
            return Optional.of(from.inside());
        }
        if (trigger == Trigger.BLOCKED) {
            return Optional.of(new Blocked(from));
        }
        return ended(targets).or(() -> next(from.inside(), trigger).filter(Open.class::isInstance)
                .map(inside -> new Suspended((Open) inside)));
    }

    /** What was pre-reviewed and did not pass is reviewed again once it is mended. */
    private static Optional<Status> correction(Correction from, Trigger trigger, Set<ItemState> targets) {
        if (trigger == Trigger.CORRECTION_SUPPLIED) {
            boolean again = from.inside() instanceof Status.WaitingPrerequisite;
            return Optional.of(again ? new Status.PreReview() : from.inside());
        }
        if (trigger == Trigger.CORRECTION_LAPSED) {
            return Optional.of(from.inside());
        }
        if (trigger == Trigger.BLOCKED) {
            return Optional.of(new Blocked(from));
        }
        if (trigger == Trigger.NOT_ACCEPTED) {
            return next(from.inside(), trigger);
        }
        return ended(targets).or(() -> next(from.inside(), trigger).filter(Open.class::isInstance)
                .map(inside -> new Correction((Open) inside)));
    }

    private static Optional<Status> blocked(Blocked from, Trigger trigger, Set<ItemState> targets) {
        if (trigger == Trigger.BLOCKED) {
            return Optional.of(from);
        }
        Optional<Status> end = ended(targets).filter(e -> next(from.inside(), trigger).isPresent());
        if (end.isPresent()) {
            return end;
        }
        Optional<Status> inside = next(from.inside(), trigger);
        boolean letGo = trigger == Trigger.RELEASED || trigger == Trigger.RESULT_ARRIVED;
        return letGo ? inside : inside.filter(Open.class::isInstance).map(s -> new Blocked((Open) s));
    }

    private static Optional<Status> ended(Set<ItemState> targets) {
        ItemState first = targets.iterator().next();
        return first.isFinal() ? Optional.of(new Ended(Outcome.valueOf(first.name()))) : Optional.empty();
    }

    private static Map<ItemState, Map<Trigger, Set<ItemState>>> index() {
        Map<ItemState, Map<Trigger, Set<ItemState>>> index = new EnumMap<>(ItemState.class);
        TABLE.forEach(row -> index.computeIfAbsent(row.from(), s -> new EnumMap<>(Trigger.class))
                .put(row.trigger(), EnumSet.copyOf(row.to())));
        return index;
    }

    /** The table as a Mermaid state diagram. */
    public static String diagram() {
        String rows = TABLE.stream()
                .flatMap(row -> row.to().stream().sorted()
                        .map(to -> "    " + row.from() + " --> " + to + " : " + row.trigger() + "\n"))
                .collect(Collectors.joining());
        String ends = EnumSet.allOf(ItemState.class).stream().filter(ItemState::isFinal)
                .map(s -> "    " + s + " --> [*]\n").collect(Collectors.joining());
        return "stateDiagram-v2\n    [*] --> DISPATCHED\n" + rows + ends;
    }
}
