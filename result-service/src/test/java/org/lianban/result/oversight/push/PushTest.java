package org.lianban.result.oversight.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor.Role;
import org.lianban.contracts.Outcome;
import org.lianban.result.Sample;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Transitions;
import org.lianban.result.oversight.Verdict;

class PushTest {
    private static final Speaker REGULATOR = new Speaker(Role.REGULATOR, "r1", "410721-shuju");

    @Test
    void shouldVisitEveryTransitionOfTheTableAndNoOther() {
        Set<Transitions.Row<State, Trigger>> visited = new HashSet<>();
        var receive = new PushCommand.Receive();
        var feedback = new PushCommand.FeedBack(false, "x");
        for (var walk : List.<List<PushCommand>>of(List.of(receive, receive, feedback, feedback, receive),
                List.of(feedback))) {
            var push = Push.pushed(new Push.Head("P1", "410721", "C1", "02", "410721-gongan", "410721-shuju",
                    Outcome.APPROVED, "JD-02", Sample.at("2026-11-23T09:00")));
            for (var command : walk) {
                var before = push;
                var verdict = Push.decide(push, command, REGULATOR, Sample.at("2026-11-23T10:00"));
                assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
                for (var event : ((Verdict.Accepted<PushEvent>) verdict).events()) {
                    push = Push.apply(push, event);
                    visited.add(new Transitions.Row<>(before.state(), switch (event) {
                        case PushEvent.Received e -> Trigger.RECEIVE;
                        case PushEvent.FedBack e -> Trigger.FEED_BACK;
                    }, push.state()));
                }
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(Lifecycle.TABLE.rows());
    }
}
