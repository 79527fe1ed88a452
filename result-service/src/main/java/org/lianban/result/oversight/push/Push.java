package org.lianban.result.oversight.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.contracts.Outcome;
import org.lianban.result.oversight.Refusal;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;

/**
 * 审批信息推送: one decision, told to who supervises it.
 *
 * @param problem the last feedback named a problem
 */
public record Push(Head head, State state, boolean problem) {

    /** @param regulator id of the supervising department */
    public record Head(String id, String region, String caseNo, String itemNo, String department, String regulator,
            Outcome outcome, @Nullable String decisionNo, Instant decidedAt) {}

    public static Push pushed(Head head) {
        return new Push(head, State.PUSHED, false);
    }

    public static Push apply(Push push, PushEvent event) {
        return switch (event) {
            case PushEvent.Received e ->
                new Push(push.head(), Lifecycle.TABLE.after(push.state(), Trigger.RECEIVE), push.problem());
            case PushEvent.FedBack e ->
                new Push(push.head(), Lifecycle.TABLE.after(push.state(), Trigger.FEED_BACK), e.problem());
        };
    }

    /** Only who supervises may answer; a second receipt changes nothing. */
    public static Verdict<PushEvent> decide(Push push, PushCommand command, Speaker who, Instant now) {
        if (!who.speaksFor(push.head().regulator()) && who.role() != Role.OPERATOR) {
            return Verdict.refused(Refusal.Kind.NOT_ALLOWED, "只有负责监管的部门可以接收和反馈。");
        }
        return switch (command) {
            case PushCommand.Receive c -> push.state() == State.PUSHED
                    ? Verdict.accepted(new PushEvent.Received(now))
                    : Verdict.accepted();
            case PushCommand.FeedBack c -> Verdict.accepted(new PushEvent.FedBack(c.problem(), c.text(), now));
        };
    }
}
