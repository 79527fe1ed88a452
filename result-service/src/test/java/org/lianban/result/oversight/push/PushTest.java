package org.lianban.result.oversight.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.contracts.Outcome;
import org.lianban.result.Sample;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.push.Push.Trigger;

class PushTest {
    private static final OversightActor REGULATOR = new OversightActor(new Actor(Role.REGULATOR, "r1", null),
            "410721-shuju");

    @Test
    void shouldVisitEveryTransitionOfTheTableAndNoOther() {
        Set<Transitions.Row<Push.State, Trigger>> visited = new HashSet<>();
        var receive = new Push.Command.Receive();
        var feedback = new Push.Command.FeedBack(false, "x");
        for (var walk : List.<List<Push.Command>>of(List.of(receive, receive, feedback, feedback, receive),
                List.of(feedback))) {
            var push = Push.pushed(new Push.Head("P1", "410721", "C1", "02", "410721-gongan", "410721-shuju",
                    Outcome.APPROVED, "JD-02", Sample.at("2026-11-23T09:00")));
            for (var command : walk) {
                var before = push;
                var verdict = Push.decide(push, command, REGULATOR, Sample.at("2026-11-23T10:00"));
                assertThat(verdict).isInstanceOf(Decision.Accepted.class);
                for (var event : ((Decision.Accepted<Push.Event>) verdict).events()) {
                    push = Push.apply(push, event);
                    visited.add(new Transitions.Row<>(before.state(), switch (event) {
                        case Push.Event.Received e -> Trigger.RECEIVE;
                        case Push.Event.FedBack e -> Trigger.FEED_BACK;
                    }, push.state()));
                }
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Push.TABLE.rows());
    }
}
