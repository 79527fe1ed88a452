package org.lianban.department.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import tools.jackson.databind.JsonNode;

/**
 * What a department must be handed because of an event; its content is fixed when it is made.
 *
 * @param no running number within the task, from 1
 * @param task as it was then
 * @param everything whether all upstream results and supplements so far go with it, not only {@code upstream}
 * @param ended with CANCELLED by the end of the task; null when another department takes over
 * @param detail what only some say; null: nothing
 */
public record NewDelivery(int no, String department, Delivery.Type type, Task task, List<UpstreamResult> upstream,
        boolean everything, @Nullable Outcome ended, Instant at, Delivery.@Nullable Detail detail) {

    /** Which delivery an event makes for whom. */
    private record Maker(Task task, Instant at) {
        NewDelivery plain(int no, String department, Delivery.Type type) {
            return new NewDelivery(no, department, type, task, List.of(), false, null, at, null);
        }

        NewDelivery detailed(int no, Delivery.Type type, Delivery.Detail detail) {
            return new NewDelivery(no, task.department(), type, task, List.of(), false, null, at, detail);
        }
    }

    /** The task once the notices are numbered, and the notices. */
    public record Numbered(Task task, List<NewDelivery> notices) {}

    /** The first delivery of a new task. */
    public static Numbered first(Task task) {
        Task after = task.delivering(1);
        return new Numbered(after, List.of(new NewDelivery(1, after.department(), Delivery.Type.NEW, after, List.of(),
                false, null, after.dispatchedAt(), null)));
    }

    /** 即时通知牵头部门 (附件3 三(三)): a department that works by hand has a new task. */
    public static Numbered manual(Task task, String lead) {
        Task after = task.delivering(task.deliveries() + 1);
        return new Numbered(after, List.of(new NewDelivery(after.deliveries(), lead, Delivery.Type.MANUAL_TASK, after,
                List.of(), false, null, after.dispatchedAt(),
                message(null, null, "部门 " + after.department() + " 尚未对接系统，请组织其领取办件并更新进度"))));
    }

    /**
     * @param before the department that had the task
     * @param after the task with the event applied
     */
    public static Numbered of(String before, Task after, TaskEvent event, Instant at) {
        List<NewDelivery> made = new ArrayList<>(2);
        Maker maker = new Maker(after, at);
        int no = after.deliveries();
        switch (event) {
            case TaskEvent.Released released -> made.add(new NewDelivery(++no, before,
                    released.supplements().isEmpty() ? Delivery.Type.RELEASED : Delivery.Type.SUPPLEMENTED, after,
                    released.upstream(), false, null, at,
                    released.supplements().isEmpty() ? null : supplements(released.supplements(), null)));
            case TaskEvent.Supplied supplied -> made.add(maker.detailed(++no, Delivery.Type.SUPPLEMENTED,
                    supplements(supplied.materials(), supplied.form())));
            case TaskEvent.Blocked(String why) -> made.add(new NewDelivery(++no, before, Delivery.Type.BLOCKED, after,
                    List.of(), false, null, at, why == null ? null : message(null, null, why)));
            case TaskEvent.Reassigned reassigned -> {
                made.add(maker.plain(++no, before, Delivery.Type.CANCELLED));
                made.add(new NewDelivery(++no, reassigned.to(), Delivery.Type.NEW, after, List.of(), true, null, at,
                        sofar(after.extras())));
                for (Extras.Joint joint : after.extras().joints()) {
                    if (!joint.concluded()) {
                        made.add(scheduled(maker, ++no, joint.activity()));
                    }
                }
            }
            case TaskEvent.Reported(ItemCancelled end) ->
                made.add(new NewDelivery(++no, before, Delivery.Type.CANCELLED,
                        after, List.of(), false, end.outcome(), at, null));
            case TaskEvent.Reported(ItemAccepted accepted) when accepted.deemed() -> made.add(maker.plain(++no, before,
                    Delivery.Type.DEEMED_ACCEPTED));
            case TaskEvent.JointScheduled(JointActivity activity) -> made.add(scheduled(maker, ++no, activity));
            case TaskEvent.JointOver over -> made.add(maker.detailed(++no, Delivery.Type.JOINT_CONCLUDED,
                    new Delivery.Detail(List.of(), null, over.activityId(), over.passed(), over.conclusions(), null,
                            null, over.reason(), null, null)));
            case TaskEvent.Supervised order -> made.add(maker.detailed(++no, Delivery.Type.SUPERVISED,
                    message(order.order(), order.replyDue(), order.message())));
            case TaskEvent.Delivered delivered -> made.add(maker.detailed(++no, Delivery.Type.DELIVERED,
                    new Delivery.Detail(List.of(), null, null, null, List.of(), null, null, null, delivered.proof(),
                            null)));
            case TaskEvent.Reported(var said) -> {
                // The department said it itself, or a window in its name.
            }
            case TaskEvent.CorrectionLapsed lapsed -> made.add(maker.detailed(++no, Delivery.Type.SUPPLEMENTED,
                    message(null, null, "补正期限届满，申请人未补正")));
            case TaskEvent.EpochRaised raised -> {
                // Concerns commands, not the department.
            }
        }
        return new Numbered(no == after.deliveries() ? after : after.delivering(no), List.copyOf(made));
    }

    private static Delivery.@Nullable Detail sofar(Extras extras) {
        return extras.supplements().isEmpty() && extras.form() == null
                ? null
                : supplements(extras.supplements(), extras.form());
    }

    private static NewDelivery scheduled(Maker maker, int no, JointActivity activity) {
        return maker.detailed(no, Delivery.Type.JOINT_SCHEDULED, new Delivery.Detail(List.of(), activity,
                activity.id(), null, List.of(), null, null, null, null, null));
    }

    private static Delivery.Detail supplements(List<MaterialRef> materials, @Nullable JsonNode form) {
        return new Delivery.Detail(materials, null, null, null, List.of(), null, null, null, null, form);
    }

    private static Delivery.Detail message(@Nullable String order, @Nullable Instant replyDue, String text) {
        return new Delivery.Detail(List.of(), null, null, null, List.of(), order, replyDue, text, null, null);
    }
}
