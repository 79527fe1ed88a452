package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.contracts.event.JointActivity;
import tools.jackson.databind.JsonNode;

/** What the world asks of a plan. */
public sealed interface PlanCommand {
    /** What presupposes that the case was dispatched. */
    sealed interface OfPlan extends PlanCommand {}

    /** What only the lead department orders. */
    sealed interface OfLead extends OfPlan {
        /** Department that orders it; null: the door does not know. */
        @Nullable
        String by();
    }

    /** 分发: the case was received; {@code oneThing} is the version it was filed under. */
    record Receive(CaseReceived received, OneThing oneThing) implements PlanCommand {}

    /** Items that the adapter ended, in the order they were heard; several of one batch are one command. */
    record EndItems(List<ItemEnd> ends) implements OfPlan {}

    /** How the adapter ended one item. */
    record ItemEnd(String itemNo, Outcome outcome, @Nullable String decisionNo, @Nullable JsonNode result,
            Instant at) {}

    /**
     * 容缺补齐.
     *
     * @param lifts whether what came lets a blocked item go on by itself, without the lead's word
     */
    record Supplement(List<String> items, List<MaterialRef> materials, boolean lifts) implements OfPlan {}

    /** 部门补正: handed on as it is; it changes nothing about what may be decided. */
    record Correct(List<String> items, List<MaterialRef> materials, @Nullable JsonNode form)
            implements
            OfPlan {}

    /** 容缺逾期. @param items item numbers that owe the material */
    record Overdue(String material, List<String> items, Instant at) implements OfPlan {}

    /** 撤回申请. @param items empty: the whole case */
    record Withdraw(List<String> items) implements PlanCommand {}

    /** 牵头部门决定 on an item whose prerequisite failed or whose owed material is overdue. */
    record DecideBlocked(String itemNo, Verdict verdict, @Nullable String by) implements OfLead {}

    /** 联合评审、联合勘验、联合验收, arranged by the lead department. */
    record Arrange(Arrangement what, @Nullable String by) implements OfLead {}

    /** Another time, place or note for an activity that is still to come. @param activity {@code caseNo-J1} */
    record Rearrange(String activity, Instant at, String place, @Nullable String note,
            @Nullable String by) implements OfLead {}

    record CancelActivity(String activity, String reason, @Nullable String by) implements OfLead {}

    /** What one department concluded of a joint activity. */
    record Conclude(String activity, Conclusion conclusion) implements OfPlan {}

    /** @param items participating item numbers */
    record Arrangement(JointActivity.Kind kind, List<String> items, Instant at, String place, @Nullable String note) {
        public Arrangement {
            items = List.copyOf(items);
        }
    }

    enum Verdict {
        /** 终止: the item ends as TERMINATED unless its department was first. */
        TERMINATE,
        /** 继续: what failed no longer holds the item up; what is overdue is waited for. */
        CONTINUE
    }

    /** 改派 by the lead department. */
    record Reassign(String itemNo, String to, String reason, @Nullable String by) implements OfLead {}
}
