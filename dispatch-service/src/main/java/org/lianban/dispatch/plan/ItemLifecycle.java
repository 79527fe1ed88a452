package org.lianban.dispatch.plan;

import static org.lianban.dispatch.plan.ItemStage.BLOCKED;
import static org.lianban.dispatch.plan.ItemStage.CANCELLING;
import static org.lianban.dispatch.plan.ItemStage.ENDED;
import static org.lianban.dispatch.plan.ItemStage.READY;
import static org.lianban.dispatch.plan.ItemStage.WAITING;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions.Row;
import org.lianban.command.Transitions;

/**
 * The transition table of an item, once; it begins waiting where it has a hard prerequisite within the case. Every move
 * is checked against it; a test draws the diagram beside this file and fails on a row that no test visited.
 */
final class ItemLifecycle {
    static final Transitions<ItemStage, ItemTrigger> TABLE = Transitions.branching(Set.of(WAITING, READY),
            Set.of(ENDED), List.of(
                    new Row<>(WAITING, ItemTrigger.RELEASED, WAITING),
                    new Row<>(WAITING, ItemTrigger.RELEASED, READY),
                    new Row<>(WAITING, ItemTrigger.PREREQUISITE_FAILED, BLOCKED),
                    new Row<>(WAITING, ItemTrigger.SUPPLEMENTED, WAITING),
                    new Row<>(WAITING, ItemTrigger.SUPPLEMENTED, READY),
                    new Row<>(WAITING, ItemTrigger.CORRECTED, WAITING),
                    new Row<>(WAITING, ItemTrigger.OVERDUE, BLOCKED),
                    new Row<>(WAITING, ItemTrigger.WITHDRAWN, CANCELLING),
                    new Row<>(WAITING, ItemTrigger.REASSIGNED, WAITING),
                    new Row<>(WAITING, ItemTrigger.ENDED, ENDED),
                    new Row<>(READY, ItemTrigger.RELEASED, READY),
                    new Row<>(READY, ItemTrigger.CORRECTED, READY),
                    new Row<>(READY, ItemTrigger.WITHDRAWN, CANCELLING),
                    new Row<>(READY, ItemTrigger.REASSIGNED, READY),
                    new Row<>(READY, ItemTrigger.ENDED, ENDED),
                    new Row<>(BLOCKED, ItemTrigger.PREREQUISITE_FAILED, BLOCKED),
                    new Row<>(BLOCKED, ItemTrigger.WITHHELD, BLOCKED),
                    new Row<>(BLOCKED, ItemTrigger.SUPPLEMENTED, BLOCKED),
                    new Row<>(BLOCKED, ItemTrigger.SUPPLEMENTED, WAITING),
                    new Row<>(BLOCKED, ItemTrigger.SUPPLEMENTED, READY),
                    new Row<>(BLOCKED, ItemTrigger.CORRECTED, BLOCKED),
                    new Row<>(BLOCKED, ItemTrigger.OVERDUE, BLOCKED),
                    new Row<>(BLOCKED, ItemTrigger.CONTINUED, WAITING),
                    new Row<>(BLOCKED, ItemTrigger.CONTINUED, READY),
                    new Row<>(BLOCKED, ItemTrigger.TERMINATED, CANCELLING),
                    new Row<>(BLOCKED, ItemTrigger.WITHDRAWN, CANCELLING),
                    new Row<>(BLOCKED, ItemTrigger.REASSIGNED, BLOCKED),
                    new Row<>(BLOCKED, ItemTrigger.ENDED, ENDED),
                    new Row<>(CANCELLING, ItemTrigger.ENDED, ENDED)));

    private ItemLifecycle() {}
}
