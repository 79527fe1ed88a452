package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DepartmentEvent.JointConclusionGiven;
import org.lianban.contracts.event.DepartmentEvent.VerificationUnavailable;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import org.lianban.department.task.Extras.Mark;
import org.lianban.department.task.Lifecycle.Trigger;

/**
 * 联办事项 of one case at one department.
 *
 * @param others departments that see task and result
 * @param open hard prerequisites neither satisfied nor waived
 * @param dependent whether it ever had a hard prerequisite or owed a material
 * @param mayDecide once true, always true
 * @param sequence last number published
 * @param deliveries number of the last delivery made of it
 * @param since when it reached its state
 * @param answers every reply that was answered, oldest first
 * @param extras what only few tasks have
 */
public record Task(Identity id, String department, List<String> others, Status status, List<String> open,
        boolean dependent, boolean mayDecide, int epoch, long sequence, int deliveries, Instant dispatchedAt,
        Instant since, List<Answered> answers, Extras extras) {

    /** What never changes. */
    public record Identity(String caseNo, String itemNo, ItemKind kind) {
        public String taskId() {
            return caseNo + "-" + itemNo;
        }
    }

    public static Task dispatched(Identity id, String department, List<String> others, List<String> hard, int epoch,
            Instant at) {
        return dispatched(id, department, others, hard, List.of(), epoch, at);
    }

    /** @param owed 容缺: codes of materials that have to come before it may be decided */
    public static Task dispatched(Identity id, String department, List<String> others, List<String> hard,
            List<String> owed, int epoch, Instant at) {
        boolean free = hard.isEmpty() && owed.isEmpty();
        return new Task(id, department, List.copyOf(others), new Status.Plain(ItemState.DISPATCHED), List.copyOf(hard),
                !free, free, epoch, 0, 0, at, at, List.of(), Extras.NONE);
    }

    /** The one place that names every component: what differs is set, the rest stays. */
    private Task but(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return new Task(id, draft.department, draft.others, draft.status, draft.open, dependent, draft.mayDecide,
                draft.epoch, draft.sequence, draft.deliveries, dispatchedAt, draft.since, draft.answers, draft.extras);
    }

    private final class Draft {
        private String department = Task.this.department;
        private List<String> others = Task.this.others;
        private Status status = Task.this.status;
        private List<String> open = Task.this.open;
        private boolean mayDecide = Task.this.mayDecide;
        private int epoch = Task.this.epoch;
        private long sequence = Task.this.sequence;
        private int deliveries = Task.this.deliveries;
        private Instant since = Task.this.since;
        private List<Answered> answers = Task.this.answers;
        private Extras extras = Task.this.extras;
    }

    public String taskId() {
        return id.taskId();
    }

    public boolean ended() {
        return status instanceof Status.Ended;
    }

    boolean verification() {
        return id.kind() == ItemKind.VERIFY;
    }

    Optional<Answered> answer(String replyId, String by) {
        return answers.stream().filter(a -> a.is(replyId, by, department)).findFirst();
    }

    Task remembering(Answered answer) {
        List<Answered> all = new ArrayList<>(answers);
        all.add(answer);
        return but(task -> task.answers = List.copyOf(all));
    }

    Task delivering(int number) {
        return but(task -> task.deliveries = number);
    }

    public Task with(Extras changed) {
        return but(task -> task.extras = changed);
    }

    /** 绿色通道. */
    public Task prioritised() {
        return with(extras.marked(Mark.PRIORITY, true));
    }

    /** Total: an event that was decided is applied. */
    public Task apply(TaskEvent event, Instant at) {
        return switch (event) {
            case TaskEvent.Reported(DepartmentEvent said) -> moved(trigger(said), at).noting(said).published();
            case TaskEvent.Released released -> {
                Task told = told(released).with(extras.supplied(released.supplements(), null));
                yield told.moved(told.mayDecide ? Trigger.RELEASED : Trigger.RESULT_ARRIVED, at);
            }
            case TaskEvent.Supplied supplied -> with(extras.supplied(supplied.materials(), supplied.form()));
            case TaskEvent.CorrectionLapsed lapsed -> moved(Trigger.CORRECTION_LAPSED, at)
                    .with(extras.heard(lapsed.heard()));
            case TaskEvent.Blocked blocked -> moved(Trigger.BLOCKED, at);
            case TaskEvent.Reassigned(String to) -> moved(Trigger.REASSIGNED, at).with(to);
            case TaskEvent.EpochRaised(int raised) -> but(task -> task.epoch = raised);
            case TaskEvent.JointScheduled(JointActivity activity) -> with(extras.taking(activity));
            case TaskEvent.JointOver over -> with(extras.without(over.activityId()));
            case TaskEvent.Supervised supervised -> with(extras.heard(supervised.heard()));
            case TaskEvent.Delivered delivered -> with(extras.heard(delivered.heard()));
        };
    }

    private Task moved(Trigger trigger, Instant at) {
        return moved(Optional.of(trigger), at);
    }

    private Task moved(Optional<Trigger> trigger, Instant at) {
        if (trigger.isEmpty()) {
            return this;
        }
        Status to = Lifecycle.next(status, trigger.get()).orElseThrow(() -> new IllegalStateException(
                taskId() + " cannot go from " + status.text() + " on " + trigger.get()));
        return but(task -> {
            task.since = to.state() == status.state() ? since : at;
            task.status = to;
        });
    }

    /** What may be said only once, and what a later reply depends on. */
    private Task noting(DepartmentEvent said) {
        return switch (said) {
            case DepartmentEvent.CorrectionRequested e -> with(extras.marked(Mark.CORRECTED, true));
            case DepartmentEvent.PreReviewConcluded e -> with(extras.marked(Mark.PRE_REVIEW_FAILED, !e.passed()));
            case DepartmentEvent.ItemExtended e -> with(extras.marked(Mark.EXTENDED, true));
            case DepartmentEvent.ResultFiled e -> with(extras.marked(Mark.FILED, true));
            case JointConclusionGiven e -> with(extras.concluding(e.activityId()));
            case DepartmentEvent.ItemAcknowledged e -> this;
            case DepartmentEvent.ItemAccepted e -> this;
            case DepartmentEvent.ItemNotAccepted e -> this;
            case DepartmentEvent.CorrectionSupplied e -> this;
            case DepartmentEvent.ItemSuspended e -> this;
            case DepartmentEvent.ItemResumed e -> this;
            case DepartmentEvent.ItemProgressed e -> this;
            case VerificationUnavailable e -> this;
            case DepartmentEvent.ItemDecided e -> this;
            case DepartmentEvent.ItemCancelled e -> this;
        };
    }

    private Task published() {
        return but(task -> task.sequence++);
    }

    private Task told(TaskEvent.Released released) {
        boolean may = mayDecide || released.mayDecide();
        List<String> known = released.upstream().stream().map(UpstreamResult::itemNo).toList();
        List<String> left = may ? List.of() : open.stream().filter(no -> !known.contains(no)).toList();
        return but(task -> {
            task.open = left;
            task.mayDecide = may;
        });
    }

    /** Who had it goes on seeing it. */
    private Task with(String to) {
        List<String> seeing = new ArrayList<>(others);
        seeing.remove(to);
        seeing.add(department);
        return but(task -> {
            task.department = to;
            task.others = List.copyOf(seeing);
            task.answers = answers.stream().map(a -> a.former(department)).toList();
        });
    }

    /** Empty for what moves nothing. */
    Optional<Trigger> trigger(DepartmentEvent said) {
        return switch (said) {
            case DepartmentEvent.ItemAcknowledged e -> Optional
                    .of(verification() ? Trigger.VERIFICATION_STARTED : Trigger.ACKNOWLEDGED);
            case DepartmentEvent.ItemAccepted e ->
                Optional.of(mayDecide ? Trigger.ACCEPTED : Trigger.ACCEPTED_FOR_PRE_REVIEW);
            case DepartmentEvent.ItemNotAccepted e -> Optional.of(Trigger.NOT_ACCEPTED);
            case DepartmentEvent.CorrectionRequested e -> Optional.of(Trigger.CORRECTION_REQUESTED);
            case DepartmentEvent.CorrectionSupplied e -> Optional.of(Trigger.CORRECTION_SUPPLIED);
            case DepartmentEvent.PreReviewConcluded e -> Optional.of(Trigger.PRE_REVIEWED);
            case DepartmentEvent.ItemSuspended e -> Optional.of(Trigger.SUSPENDED);
            case DepartmentEvent.ItemResumed e -> Optional.of(Trigger.RESUMED);
            case DepartmentEvent.ItemExtended e -> Optional.empty();
            case DepartmentEvent.ResultFiled e -> Optional.empty();
            case JointConclusionGiven e -> Optional.empty();
            case DepartmentEvent.ItemProgressed e -> Optional.empty();
            case VerificationUnavailable e -> Optional.of(Trigger.UNAVAILABLE);
            case DepartmentEvent.ItemDecided e -> Optional.of(Trigger.valueOf(e.outcome().name()));
            case DepartmentEvent.ItemCancelled e -> Optional.of(Trigger.valueOf(e.outcome().name()));
        };
    }
}
