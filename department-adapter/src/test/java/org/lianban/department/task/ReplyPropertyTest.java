package org.lianban.department.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.department.task.Tasks.NOW;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.department.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.department.DepartmentEvent.ItemDecided;
import org.lianban.contracts.department.DepartmentEvent.ItemNotAccepted;
import org.lianban.contracts.dispatch.DispatchEvent.CancelReason;

/** Whatever departments and commands say in whatever order, the promises hold. */
class ReplyPropertyTest {
    private static final int SEEDS = 3_000;
    private static final int STEPS = 40;

    @Test
    void shouldKeepItsPromisesUnderAnySequenceOfRepliesAndCommands() {
        for (int seed = 0; seed < SEEDS; seed++) {
            new Run(seed).go();
        }
    }

    private static final class Run {
        private final int seed;
        private final Random random;
        private Task task;
        private final List<String> path = new ArrayList<>();
        private boolean released;
        private boolean accepted;
        private int ends;
        private final Set<String> applied = new HashSet<>();
        private final List<Reply> said = new ArrayList<>();

        Run(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            ItemKind kind = ItemKind.values()[random.nextInt(ItemKind.values().length)];
            this.task = random.nextBoolean() ? Tasks.task(kind) : Tasks.task(kind, "01", "02");
            this.released = task.mayDecide();
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                long before = task.sequence();
                List<DepartmentEvent> events = random.nextInt(4) == 0 ? command() : reply(step);
                assertThat(task.sequence()).as(where()).isEqualTo(before + events.size());
                events.forEach(this::check);
                if (ends > 0) {
                    assertThat(task.ended()).as(where()).isTrue();
                }
            }
        }

        private List<DepartmentEvent> reply(int step) {
            boolean again = !said.isEmpty() && random.nextInt(5) == 0;
            Reply reply = again
                    ? said.get(random.nextInt(said.size()))
                    : Tasks.reply("r" + step, Reply.Type.values()[random.nextInt(Reply.Type.values().length)]);
            String department = random.nextInt(8) == 0 ? "999999-other" : task.department();
            path.add(reply.type() + "/" + reply.replyId());
            ReplyDesk.Answer answer = ReplyDesk.answer(task, reply, department, NOW);
            if (answer.answer().status() != ReplyAnswer.Status.APPLIED) {
                assertThat(answer.events()).as(where()).isEmpty();
                assertThat(answer.task().status()).as(where()).isEqualTo(task.status());
            } else {
                assertThat(applied.add(department + "/" + reply.replyId())).as("applied once: " + where()).isTrue();
            }
            task = answer.task();
            said.add(reply);
            return answer.events();
        }

        private List<DepartmentEvent> command() {
            TaskCommand command = switch (random.nextInt(12)) {
                case 0 -> Tasks.cancel(CancelReason.WITHDRAWN);
                case 1 -> new TaskCommand.Reassign(1, random.nextBoolean() ? Tasks.POLICE : Tasks.HEALTH);
                case 2, 3, 4 -> new TaskCommand.DeemAccepted(NOW);
                case 5, 6 -> Tasks.block();
                case 7, 8 -> new TaskCommand.Acknowledge();
                default -> Tasks.release(random.nextInt(3) == 0);
            };
            path.add(command.getClass().getSimpleName());
            List<DepartmentEvent> events = new ArrayList<>();
            if (TaskDecider.decide(task, command, NOW) instanceof Decision.Changed(List<TaskEvent> changed)) {
                for (TaskEvent event : changed) {
                    task = task.apply(event, NOW);
                    if (event instanceof TaskEvent.Reported(DepartmentEvent reported)) {
                        events.add(reported);
                    }
                    if (event instanceof TaskEvent.Released r) {
                        released |= r.mayDecide();
                    }
                }
            }
            return events;
        }

        private void check(DepartmentEvent event) {
            assertThat(ends).as(where()).isZero();
            switch (event) {
                case ItemDecided decided -> {
                    assertThat(released).as("never before release: " + where()).isTrue();
                    assertThat(accepted || task.verification()).as("never before acceptance: " + where()).isTrue();
                    ends++;
                }
                case ItemNotAccepted refused -> {
                    assertThat(accepted).as(where()).isFalse();
                    ends++;
                }
                case ItemCancelled cancelled -> ends++;
                case DepartmentEvent.ItemAccepted now -> {
                    assertThat(accepted).as("accepted once: " + where()).isFalse();
                    accepted = true;
                }
                default -> {
                    // Moves within the life of the task.
                }
            }
        }

        private String where() {
            return "seed " + seed + ": " + path + " at " + task.status().text();
        }
    }
}
