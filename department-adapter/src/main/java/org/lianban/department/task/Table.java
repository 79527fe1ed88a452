package org.lianban.department.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianban.contracts.ItemState;
import org.lianban.department.task.Lifecycle.Row;

/** The rows, grouped by where they start. */
final class Table {
    private Table() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        from(rows, ItemState.DISPATCHED).to(Trigger.ACKNOWLEDGED, ItemState.ACKNOWLEDGED)
                .to(Trigger.VERIFICATION_STARTED, ItemState.VERIFYING).reception().verification().correctable()
                .stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        from(rows, ItemState.ACKNOWLEDGED).reception().correctable().stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED)
                .to(Trigger.REASSIGNED, ItemState.DISPATCHED).blockable().endable();
        from(rows, ItemState.CORRECTION)
                .to(Trigger.CORRECTION_SUPPLIED, ItemState.DISPATCHED, ItemState.ACKNOWLEDGED, ItemState.PRE_REVIEW,
                        ItemState.READY)
                .to(Trigger.CORRECTION_LAPSED, ItemState.DISPATCHED, ItemState.ACKNOWLEDGED,
                        ItemState.WAITING_PREREQUISITE, ItemState.READY)
                .to(Trigger.NOT_ACCEPTED, ItemState.NOT_ACCEPTED)
                .stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        from(rows, ItemState.IN_REVIEW).decision().stays(Trigger.PRE_REVIEWED, Trigger.RELEASED, Trigger.REASSIGNED)
                .to(Trigger.SUSPENDED, ItemState.SUSPENDED).endable();
        from(rows, ItemState.PRE_REVIEW).to(Trigger.PRE_REVIEWED, ItemState.WAITING_PREREQUISITE)
                .to(Trigger.RELEASED, ItemState.READY).to(Trigger.SUSPENDED, ItemState.SUSPENDED)
                .stays(Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        from(rows, ItemState.WAITING_PREREQUISITE).to(Trigger.RELEASED, ItemState.READY)
                .to(Trigger.SUSPENDED, ItemState.SUSPENDED)
                .stays(Trigger.PRE_REVIEWED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).correctable().blockable()
                .endable();
        from(rows, ItemState.READY).decision().stays(Trigger.PRE_REVIEWED, Trigger.RELEASED, Trigger.REASSIGNED)
                .to(Trigger.SUSPENDED, ItemState.SUSPENDED).endable();
        from(rows, ItemState.SUSPENDED)
                .to(Trigger.RESUMED, ItemState.IN_REVIEW, ItemState.PRE_REVIEW, ItemState.WAITING_PREREQUISITE,
                        ItemState.READY)
                .stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        from(rows, ItemState.VERIFYING).verification().stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED)
                .to(Trigger.REASSIGNED, ItemState.DISPATCHED).blockable().endable();
        from(rows, ItemState.UNAVAILABLE).to(Trigger.MATCHED, ItemState.MATCHED)
                .to(Trigger.MISMATCHED, ItemState.MISMATCHED).stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED)
                .to(Trigger.REASSIGNED, ItemState.DISPATCHED).blockable().endable();
        from(rows, ItemState.BLOCKED)
                .stays(Trigger.ACKNOWLEDGED, Trigger.VERIFICATION_STARTED, Trigger.ACCEPTED_FOR_PRE_REVIEW,
                        Trigger.PRE_REVIEWED, Trigger.UNAVAILABLE, Trigger.RESUMED, Trigger.BLOCKED,
                        Trigger.REASSIGNED, Trigger.CORRECTION_REQUESTED, Trigger.CORRECTION_SUPPLIED,
                        Trigger.CORRECTION_LAPSED)
                .to(Trigger.NOT_ACCEPTED, ItemState.NOT_ACCEPTED)
                .to(Trigger.RELEASED, ItemState.DISPATCHED, ItemState.ACKNOWLEDGED, ItemState.CORRECTION,
                        ItemState.READY, ItemState.SUSPENDED, ItemState.VERIFYING, ItemState.UNAVAILABLE)
                .to(Trigger.RESULT_ARRIVED, ItemState.DISPATCHED, ItemState.ACKNOWLEDGED, ItemState.CORRECTION,
                        ItemState.PRE_REVIEW,
                        ItemState.WAITING_PREREQUISITE, ItemState.SUSPENDED, ItemState.VERIFYING,
                        ItemState.UNAVAILABLE)
                .endable();
        return List.copyOf(rows);
    }

    private static From from(List<Row> rows, ItemState state) {
        return new From(rows, state);
    }

    private record From(List<Row> rows, ItemState state) {
        From to(Trigger trigger, ItemState... targets) {
            rows.add(new Row(state, trigger, Set.of(targets)));
            return this;
        }

        From stays(Trigger... triggers) {
            for (Trigger trigger : triggers) {
                to(trigger, state);
            }
            return this;
        }

        From reception() {
            return to(Trigger.ACCEPTED, ItemState.IN_REVIEW)
                    .to(Trigger.ACCEPTED_FOR_PRE_REVIEW, ItemState.PRE_REVIEW)
                    .to(Trigger.NOT_ACCEPTED, ItemState.NOT_ACCEPTED);
        }

        From verification() {
            return to(Trigger.MATCHED, ItemState.MATCHED).to(Trigger.MISMATCHED, ItemState.MISMATCHED)
                    .to(Trigger.UNAVAILABLE, ItemState.UNAVAILABLE);
        }

        From decision() {
            return to(Trigger.APPROVED, ItemState.APPROVED).to(Trigger.DENIED, ItemState.DENIED);
        }

        From correctable() {
            return to(Trigger.CORRECTION_REQUESTED, ItemState.CORRECTION);
        }

        From blockable() {
            return to(Trigger.BLOCKED, ItemState.BLOCKED);
        }

        From endable() {
            return to(Trigger.WITHDRAWN, ItemState.WITHDRAWN).to(Trigger.TERMINATED, ItemState.TERMINATED);
        }
    }
}
