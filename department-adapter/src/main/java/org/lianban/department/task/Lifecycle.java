package org.lianban.department.task;

import static org.lianban.contracts.ItemState.ACKNOWLEDGED;
import static org.lianban.contracts.ItemState.APPROVED;
import static org.lianban.contracts.ItemState.BLOCKED;
import static org.lianban.contracts.ItemState.CORRECTION;
import static org.lianban.contracts.ItemState.DENIED;
import static org.lianban.contracts.ItemState.DISPATCHED;
import static org.lianban.contracts.ItemState.IN_REVIEW;
import static org.lianban.contracts.ItemState.MATCHED;
import static org.lianban.contracts.ItemState.MISMATCHED;
import static org.lianban.contracts.ItemState.NOT_ACCEPTED;
import static org.lianban.contracts.ItemState.PRE_REVIEW;
import static org.lianban.contracts.ItemState.READY;
import static org.lianban.contracts.ItemState.SUSPENDED;
import static org.lianban.contracts.ItemState.TERMINATED;
import static org.lianban.contracts.ItemState.UNAVAILABLE;
import static org.lianban.contracts.ItemState.VERIFYING;
import static org.lianban.contracts.ItemState.WAITING_PREREQUISITE;
import static org.lianban.contracts.ItemState.WITHDRAWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianban.command.Transitions.Row;
import org.lianban.command.Transitions;
import org.lianban.contracts.ItemState;
import org.lianban.department.task.Status.Blocked;
import org.lianban.department.task.Status.Correction;
import org.lianban.department.task.Status.Open;
import org.lianban.department.task.Status.Suspended;

/**
 * The transition table of a task, once. {@link #next} never leaves it; a test draws the diagram and fails on a row that
 * no test visited. SUSPENDED, BLOCKED and CORRECTION keep what is inside them; a task that is blocked may still be
 * acknowledged, corrected, accepted and pre-reviewed, only not decided.
 */
public final class Lifecycle {
    /** What can move a task. */
    public enum Trigger {
        ACKNOWLEDGED,
        /** The department has a data check in its hands. */
        VERIFICATION_STARTED,
        /** Accepted, or deemed so, with no open prerequisite. */
        ACCEPTED,
        /** Accepted, or deemed so, while a prerequisite is open (容缺预审). */
        ACCEPTED_FOR_PRE_REVIEW,
        /** 部门补正: the department asked the applicant to mend something. */
        CORRECTION_REQUESTED,
        /** 补正到齐. */
        CORRECTION_SUPPLIED,
        /** 补正期限 ran out: the department goes on with what it has. */
        CORRECTION_LAPSED,
        NOT_ACCEPTED,
        PRE_REVIEWED,
        SUSPENDED,
        RESUMED,
        UNAVAILABLE,
        APPROVED,
        DENIED,
        MATCHED,
        MISMATCHED,
        /** The last open prerequisite was satisfied, the last owed material came, or a further result came for a task that may be decided. */
        RELEASED,
        /** An upstream result or an owed material came, but something is still open. */
        RESULT_ARRIVED,
        /** A prerequisite failed or an owed material is overdue. */
        BLOCKED,
        REASSIGNED,
        WITHDRAWN,
        TERMINATED
    }

    /** A row for each target, where one depends on what is inside. */
    public static final Transitions<ItemState, Trigger> TABLE = Transitions.branching(Set.of(DISPATCHED),
            EnumSet.range(APPROVED, TERMINATED), rows());

    private Lifecycle() {}

    /** Where the trigger leads, or empty where it is impossible. */
    public static Optional<Status> next(Status from, Trigger trigger) {
        return move(from, trigger).filter(to -> TABLE.allows(from.state(), trigger, to.state()));
    }

    private static Optional<Status> move(Status from, Trigger trigger) {
        Set<ItemState> targets = TABLE.targets(from.state(), trigger);
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return switch (from) {
            case Status.Ended ended -> Optional.empty();
            case Suspended suspended -> suspended(suspended, trigger, targets);
            case Blocked blocked -> blocked(blocked, trigger, targets);
            case Correction correction -> correction(correction, trigger, targets);
            case Open open -> Optional.of(plain(open, targets.iterator().next()));
        };
    }

    private static Status plain(Open from, ItemState to) {
        if (to == SUSPENDED) {
            return new Suspended(from);
        }
        if (to == BLOCKED) {
            return new Blocked(from);
        }
        if (to == CORRECTION) {
            return new Correction(from);
        }
        return from.is(to) ? from : Status.plain(to);
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
            boolean again = from.inside().is(WAITING_PREREQUISITE);
            return Optional.of(again ? new Status.Plain(PRE_REVIEW) : from.inside());
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
        return first.isFinal() ? Optional.of(Status.plain(first)) : Optional.empty();
    }

    /** Grouped by where they start. */
    private static List<Row<ItemState, Trigger>> rows() {
        List<Row<ItemState, Trigger>> rows = new ArrayList<>();
        new From(rows, DISPATCHED).to(Trigger.ACKNOWLEDGED, ACKNOWLEDGED)
                .to(Trigger.VERIFICATION_STARTED, VERIFYING).reception().verification().correctable()
                .stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        new From(rows, ACKNOWLEDGED).reception().correctable().stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED)
                .to(Trigger.REASSIGNED, DISPATCHED).blockable().endable();
        new From(rows, CORRECTION)
                .to(Trigger.CORRECTION_SUPPLIED, DISPATCHED, ACKNOWLEDGED, PRE_REVIEW, READY)
                .to(Trigger.CORRECTION_LAPSED, DISPATCHED, ACKNOWLEDGED,
                        WAITING_PREREQUISITE, READY)
                .to(Trigger.NOT_ACCEPTED, NOT_ACCEPTED)
                .stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        new From(rows, IN_REVIEW).decision().stays(Trigger.PRE_REVIEWED, Trigger.RELEASED, Trigger.REASSIGNED)
                .to(Trigger.SUSPENDED, SUSPENDED).endable();
        new From(rows, PRE_REVIEW).to(Trigger.PRE_REVIEWED, WAITING_PREREQUISITE)
                .to(Trigger.RELEASED, READY).to(Trigger.SUSPENDED, SUSPENDED)
                .stays(Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        new From(rows, WAITING_PREREQUISITE).to(Trigger.RELEASED, READY)
                .to(Trigger.SUSPENDED, SUSPENDED)
                .stays(Trigger.PRE_REVIEWED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).correctable().blockable()
                .endable();
        new From(rows, READY).decision().stays(Trigger.PRE_REVIEWED, Trigger.RELEASED, Trigger.REASSIGNED)
                .to(Trigger.SUSPENDED, SUSPENDED).endable();
        new From(rows, SUSPENDED)
                .to(Trigger.RESUMED, IN_REVIEW, PRE_REVIEW, WAITING_PREREQUISITE, READY)
                .stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED, Trigger.REASSIGNED).blockable().endable();
        new From(rows, VERIFYING).verification().stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED)
                .to(Trigger.REASSIGNED, DISPATCHED).blockable().endable();
        new From(rows, UNAVAILABLE).to(Trigger.MATCHED, MATCHED)
                .to(Trigger.MISMATCHED, MISMATCHED).stays(Trigger.RELEASED, Trigger.RESULT_ARRIVED)
                .to(Trigger.REASSIGNED, DISPATCHED).blockable().endable();
        new From(rows, BLOCKED)
                .stays(Trigger.ACKNOWLEDGED, Trigger.VERIFICATION_STARTED, Trigger.ACCEPTED_FOR_PRE_REVIEW,
                        Trigger.PRE_REVIEWED, Trigger.UNAVAILABLE, Trigger.RESUMED, Trigger.BLOCKED,
                        Trigger.REASSIGNED, Trigger.CORRECTION_REQUESTED, Trigger.CORRECTION_SUPPLIED,
                        Trigger.CORRECTION_LAPSED)
                .to(Trigger.NOT_ACCEPTED, NOT_ACCEPTED)
                .to(Trigger.RELEASED, DISPATCHED, ACKNOWLEDGED, CORRECTION,
                        READY, SUSPENDED, VERIFYING, UNAVAILABLE)
                .to(Trigger.RESULT_ARRIVED, DISPATCHED, ACKNOWLEDGED, CORRECTION,
                        PRE_REVIEW,
                        WAITING_PREREQUISITE, SUSPENDED, VERIFYING,
                        UNAVAILABLE)
                .endable();
        return rows;
    }

    private record From(List<Row<ItemState, Trigger>> rows, ItemState state) {
        From to(Trigger trigger, ItemState... targets) {
            Arrays.stream(targets).sorted().forEach(target -> rows.add(new Row<>(state, trigger, target)));
            return this;
        }

        From stays(Trigger... triggers) {
            for (Trigger trigger : triggers) {
                to(trigger, state);
            }
            return this;
        }

        From reception() {
            return to(Trigger.ACCEPTED, IN_REVIEW)
                    .to(Trigger.ACCEPTED_FOR_PRE_REVIEW, PRE_REVIEW)
                    .to(Trigger.NOT_ACCEPTED, NOT_ACCEPTED);
        }

        From verification() {
            return to(Trigger.MATCHED, MATCHED).to(Trigger.MISMATCHED, MISMATCHED)
                    .to(Trigger.UNAVAILABLE, UNAVAILABLE);
        }

        From decision() {
            return to(Trigger.APPROVED, APPROVED).to(Trigger.DENIED, DENIED);
        }

        From correctable() {
            return to(Trigger.CORRECTION_REQUESTED, CORRECTION);
        }

        From blockable() {
            return to(Trigger.BLOCKED, BLOCKED);
        }

        From endable() {
            return to(Trigger.WITHDRAWN, WITHDRAWN).to(Trigger.TERMINATED, TERMINATED);
        }
    }
}
