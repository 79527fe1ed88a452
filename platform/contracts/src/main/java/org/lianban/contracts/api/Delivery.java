package org.lianban.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a department's queue. A task comes once as {@link Type#NEW}; what happens to it later comes as further
 * deliveries of the same {@code taskId}. {@code deliveryId} names the delivery: the same id again means the same content.
 *
 * @param deliveryId {@code taskId} and a running number, {@code …-03/1}
 * @param taskId {@code caseNo-itemNo}
 * @param mayDecide false: only pre-review (容缺预审) is possible yet
 * @param waitsFor prerequisites still open, by item number
 * @param pack with NEW only
 * @param upstream results of prerequisites that are new with this delivery
 * @param ended with CANCELLED only: WITHDRAWN or TERMINATED
 */
public record Delivery(String deliveryId, Type type, String taskId, String caseNo, String itemNo, String itemName,
        String region, String oneThing, String oneThingName, ItemKind kind, String department, Role role, int epoch,
        boolean mayDecide, List<String> waitsFor, @Nullable CasePack pack, List<UpstreamResult> upstream,
        @Nullable Outcome ended, Instant at, @Nullable Detail detail) {

    public Delivery(String deliveryId, Type type, String taskId, String caseNo, String itemNo, String itemName,
            String region, String oneThing, String oneThingName, ItemKind kind, String department, Role role,
            int epoch, boolean mayDecide, List<String> waitsFor, @Nullable CasePack pack,
            List<UpstreamResult> upstream, @Nullable Outcome ended, Instant at) {
        this(deliveryId, type, taskId, caseNo, itemNo, itemName, region, oneThing, oneThingName, kind, department,
                role, epoch, mayDecide, waitsFor, pack, upstream, ended, at, null);
    }

    /**
     * What only some deliveries say.
     *
     * @param supplements with SUPPLEMENTED
     * @param activity with JOINT_SCHEDULED
     * @param activityId with JOINT_CONCLUDED
     * @param passed with JOINT_CONCLUDED
     * @param conclusions with JOINT_CONCLUDED: the shared record
     * @param order with SUPERVISED: number of the order
     * @param message with SUPERVISED and MANUAL_TASK, JOINT_CONCLUDED after a cancellation
     * @param proof with DELIVERED: 送达凭证
     * @param form with SUPPLEMENTED: form fields that were corrected, by name
     */
    public record Detail(@OmitEmpty List<MaterialRef> supplements,
            @Nullable JointActivity activity, @Nullable String activityId, @Nullable Boolean passed,
            @OmitEmpty List<Conclusion> conclusions, @Nullable String order,
            @Nullable Instant replyDue, @Nullable String message, @Nullable String proof, @Nullable JsonNode form) {
        public static final Detail NONE = new Detail(List.of(), null, null, null, List.of(), null, null, null, null,
                null);

        public Detail {
            supplements = supplements == null ? List.of() : List.copyOf(supplements);
            conclusions = conclusions == null ? List.of() : List.copyOf(conclusions);
        }
    }

    public enum Type {
        /** A new task. */
        NEW,
        /** Upstream results arrived; {@code mayDecide} says whether it may be decided now. */
        RELEASED,
        /** A prerequisite failed: wait for the lead's decision. */
        BLOCKED,
        /** Stop working: withdrawn or terminated, or taken over by another department. */
        CANCELLED,
        /** 视为受理: the law has accepted it in the department's place. */
        DEEMED_ACCEPTED,
        /** Materials came after the receipt: 容缺补齐 or 补正. */
        SUPPLEMENTED,
        /** 联合活动 is arranged, or arranged anew. */
        JOINT_SCHEDULED,
        /** 联合活动 is over: the shared record. */
        JOINT_CONCLUDED,
        /** 提醒 or 督办. */
        SUPERVISED,
        /** 送达凭证: the applicant has the result. */
        DELIVERED,
        /** 未对接事项已分发, to the lead: a department that works by hand has to fetch the task (附件3: 即时通知牵头部门). */
        MANUAL_TASK
    }

    /** Whether the department handles the item or only sees it. */
    public enum Role {
        HANDLER,
        OBSERVER
    }
}
