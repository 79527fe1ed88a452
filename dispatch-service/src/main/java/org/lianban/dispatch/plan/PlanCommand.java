package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.intake.IntakeEvent.CaseReceived;
import tools.jackson.databind.JsonNode;

/** What the world asks of a plan. */
public sealed interface PlanCommand {

    /** 分发: the case was received; {@code oneThing} is the version it was filed under. */
    record Receive(CaseReceived received, OneThing oneThing) implements PlanCommand {}

    /** Items that the adapter ended, in the order they were heard; several of one batch are one command. */
    record EndItems(List<ItemEnd> ends) implements PlanCommand {}

    /** How the adapter ended one item. */
    record ItemEnd(String itemNo, Outcome outcome, @Nullable String decisionNo, @Nullable JsonNode result,
            Instant at) {}

    /** 撤回申请. @param items empty: the whole case */
    record Withdraw(List<String> items) implements PlanCommand {}

    /**
     * 牵头部门决定 on an item whose prerequisite failed.
     *
     * @param by department that decides, null where the door does not know
     */
    record DecideBlocked(String itemNo, Verdict verdict, @Nullable String by) implements PlanCommand {}

    enum Verdict {
        /** 终止: the item ends as TERMINATED unless its department was first. */
        TERMINATE,
        /** 继续: what failed no longer holds the item up. */
        CONTINUE
    }

    /** 改派 by the lead department. */
    record Reassign(String itemNo, String to, String reason, @Nullable String by) implements PlanCommand {}
}
