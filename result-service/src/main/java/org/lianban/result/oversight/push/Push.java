package org.lianban.result.oversight.push;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.Outcome;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;

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

    public static Push apply(Push push, Event event) {
        return switch (event) {
            case Event.Received e ->
                new Push(push.head(), TABLE.after(push.state(), Trigger.RECEIVE), push.problem());
            case Event.FedBack e ->
                new Push(push.head(), TABLE.after(push.state(), Trigger.FEED_BACK), e.problem());
        };
    }

    /** Only who supervises may answer; a second receipt changes nothing. */
    public static Decision<Event> decide(Push push, Command command, OversightActor who, Instant now) {
        if (!who.speaksFor(push.head().regulator()) && who.role() != Role.OPERATOR) {
            return Decision.refused(Reason.FORBIDDEN, "只有负责监管的部门可以接收和反馈。");
        }
        return switch (command) {
            case Command.Receive c -> push.state() == State.PUSHED
                    ? Decision.accepted(new Event.Received(now))
                    : Decision.accepted();
            case Command.FeedBack c -> Decision.accepted(new Event.FedBack(c.problem(), c.text(), now));
        };
    }

    /** What the supervising department may say about a push. */
    public sealed interface Command {
        record Receive() implements Command {}

        record FeedBack(boolean problem, String text) implements Command {}
    }

    /** What happened to a push. */
    public sealed interface Event {
        Instant at();

        record Received(Instant at) implements Event {}

        /** @param problem whether supervision found something that the approving department has to look at */
        record FedBack(boolean problem, String text, Instant at) implements Event {}
    }

    /** 推送状态. */
    public enum State {
        PUSHED("已推送"), RECEIVED("已接收"), FED_BACK("已反馈");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What moves a push. */
    public enum Trigger {
        RECEIVE, FEED_BACK
    }

    /** The transition table of a push, once: feedback without a receipt is a receipt too, and there may be more of it. */
    public static final Transitions<State, Trigger> TABLE = new Transitions<>(State.PUSHED, Set.of(),
            List.of(new Row<>(State.PUSHED, Trigger.RECEIVE, State.RECEIVED),
                    new Row<>(State.PUSHED, Trigger.FEED_BACK, State.FED_BACK),
                    new Row<>(State.RECEIVED, Trigger.FEED_BACK, State.FED_BACK),
                    new Row<>(State.FED_BACK, Trigger.FEED_BACK, State.FED_BACK)));
}
