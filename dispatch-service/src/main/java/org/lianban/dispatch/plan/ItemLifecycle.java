package org.lianban.dispatch.plan;

import static org.lianban.dispatch.plan.ItemStage.BLOCKED;
import static org.lianban.dispatch.plan.ItemStage.CANCELLING;
import static org.lianban.dispatch.plan.ItemStage.ENDED;
import static org.lianban.dispatch.plan.ItemStage.READY;
import static org.lianban.dispatch.plan.ItemStage.WAITING;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The transition table of an item, once. Every move goes through {@link #check}; a test draws the diagram beside this
 * file and fails on a row that no test visited.
 */
public final class ItemLifecycle {
    /** One row of the table. */
    public record Transition(ItemStage from, ItemTrigger trigger, ItemStage to) {}

    /** Where an item begins: waiting where it has a hard prerequisite within the case. */
    public static final Set<ItemStage> INITIAL = Set.of(WAITING, READY);

    public static final List<Transition> TABLE = List.of(
            new Transition(WAITING, ItemTrigger.RELEASED, WAITING),
            new Transition(WAITING, ItemTrigger.RELEASED, READY),
            new Transition(WAITING, ItemTrigger.PREREQUISITE_FAILED, BLOCKED),
            new Transition(WAITING, ItemTrigger.SUPPLEMENTED, WAITING),
            new Transition(WAITING, ItemTrigger.SUPPLEMENTED, READY),
            new Transition(WAITING, ItemTrigger.CORRECTED, WAITING),
            new Transition(WAITING, ItemTrigger.OVERDUE, BLOCKED),
            new Transition(WAITING, ItemTrigger.WITHDRAWN, CANCELLING),
            new Transition(WAITING, ItemTrigger.REASSIGNED, WAITING),
            new Transition(WAITING, ItemTrigger.ENDED, ENDED),
            new Transition(READY, ItemTrigger.RELEASED, READY),
            new Transition(READY, ItemTrigger.CORRECTED, READY),
            new Transition(READY, ItemTrigger.WITHDRAWN, CANCELLING),
            new Transition(READY, ItemTrigger.REASSIGNED, READY),
            new Transition(READY, ItemTrigger.ENDED, ENDED),
            new Transition(BLOCKED, ItemTrigger.PREREQUISITE_FAILED, BLOCKED),
            new Transition(BLOCKED, ItemTrigger.WITHHELD, BLOCKED),
            new Transition(BLOCKED, ItemTrigger.SUPPLEMENTED, BLOCKED),
            new Transition(BLOCKED, ItemTrigger.SUPPLEMENTED, WAITING),
            new Transition(BLOCKED, ItemTrigger.SUPPLEMENTED, READY),
            new Transition(BLOCKED, ItemTrigger.CORRECTED, BLOCKED),
            new Transition(BLOCKED, ItemTrigger.OVERDUE, BLOCKED),
            new Transition(BLOCKED, ItemTrigger.CONTINUED, WAITING),
            new Transition(BLOCKED, ItemTrigger.CONTINUED, READY),
            new Transition(BLOCKED, ItemTrigger.TERMINATED, CANCELLING),
            new Transition(BLOCKED, ItemTrigger.WITHDRAWN, CANCELLING),
            new Transition(BLOCKED, ItemTrigger.REASSIGNED, BLOCKED),
            new Transition(BLOCKED, ItemTrigger.ENDED, ENDED),
            new Transition(CANCELLING, ItemTrigger.ENDED, ENDED));

    private static final Set<Transition> ALLOWED = Set.copyOf(TABLE);

    private ItemLifecycle() {}

    /** @throws IllegalStateException for a move that the table does not know: a bug, never the world's doing */
    static void check(String itemNo, ItemStage from, ItemTrigger trigger, ItemStage to) {
        if (!ALLOWED.contains(new Transition(from, trigger, to))) {
            throw new IllegalStateException(
                    "Item " + itemNo + " cannot go from " + from + " to " + to + " on " + trigger);
        }
    }

    /** The table as a Mermaid state diagram. */
    public static String diagram() {
        String begin = new TreeSet<>(INITIAL).stream().map(s -> "    [*] --> " + s + "\n")
                .collect(Collectors.joining());
        String rows = TABLE.stream().map(t -> "    " + t.from() + " --> " + t.to() + " : " + t.trigger() + "\n")
                .collect(Collectors.joining());
        return "stateDiagram-v2\n" + begin + rows + "    " + ENDED + " --> [*]\n";
    }
}
