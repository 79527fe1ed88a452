package org.lianban.department.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.department.task.Tasks.NOW;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DepartmentEvent.ItemDecided;
import org.lianban.contracts.event.DepartmentEvent.ItemNotAccepted;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.JointActivity;

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
        private final ReplyContext ground;
        private Task task;
        private final List<String> path = new ArrayList<>();
        private boolean released;
        private boolean accepted;
        private int ends;
        private boolean correcting;
        private long heard;
        private final Set<Class<?>> once = new HashSet<>();
        private final Set<String> applied = new HashSet<>();
        private final List<Reply> said = new ArrayList<>();

        Run(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            ItemKind kind = ItemKind.values()[random.nextInt(ItemKind.values().length)];
            this.ground = Tasks.ground(ReplyContext.Switches.DEFAULT, random.nextBoolean(), Term.workingDays(3));
            this.task = switch (random.nextInt(3)) {
                case 0 -> Tasks.task(kind);
                case 1 -> Tasks.task(kind, "01", "02");
                default -> Task.dispatched(new Task.Identity("C1", "03", kind), Tasks.POLICE, List.of(), List.of("01"),
                        List.of("m02"), 1, NOW);
            };
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
            AnswerDecider.Answer answer = AnswerDecider.answer(task, reply, department, ground, NOW);
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
            TaskCommand command = switch (random.nextInt(20)) {
                case 12, 13 -> Tasks.corrected();
                case 14 -> new TaskCommand.LapseCorrection(++heard);
                case 15, 16 -> Tasks.schedule(JointActivity.Kind.INSPECTION);
                case 17 -> Tasks.endJoint(random.nextBoolean() ? true : null);
                case 18 -> new TaskCommand.Supervise(Tasks.POLICE,
                        new TaskEvent.Supervised("DB-1", "ORDER：PROMISE", null, ++heard));
                case 19 -> Tasks.supplied(random.nextInt(3) == 0);
                case 0 -> Tasks.cancel(CancelReason.WITHDRAWN);
                case 1 -> new TaskCommand.Reassign(1, random.nextBoolean() ? Tasks.POLICE : Tasks.HEALTH);
                case 2, 3, 4 -> new TaskCommand.DeemAccepted(NOW);
                case 5, 6 -> Tasks.block();
                case 7, 8 -> new TaskCommand.Acknowledge();
                default -> Tasks.release(random.nextInt(3) == 0);
            };
            path.add(command.getClass().getSimpleName());
            List<DepartmentEvent> events = new ArrayList<>();
            if (TaskDecider.decide(task, command, NOW) instanceof Decision.Accepted<TaskEvent> changed) {
                for (TaskEvent event : changed.events()) {
                    task = task.apply(event, NOW);
                    if (event instanceof TaskEvent.Reported(DepartmentEvent reported)) {
                        events.add(reported);
                    }
                    if (event instanceof TaskEvent.CorrectionLapsed) {
                        correcting = false;
                    }
                    if (event instanceof TaskEvent.Released r) {
                        released |= r.mayDecide();
                    }
                }
            }
            return events;
        }

        private void check(DepartmentEvent event) {
            if (event instanceof DepartmentEvent.ResultFiled) {
                assertThat(task.status()).as(where()).isEqualTo(new Status.Ended(Outcome.APPROVED));
                assertThat(once.add(event.getClass())).as("filed once: " + where()).isTrue();
                return;
            }
            assertThat(ends).as(where()).isZero();
            switch (event) {
                case DepartmentEvent.CorrectionRequested asked -> {
                    assertThat(once.add(asked.getClass())).as("asked once: " + where()).isTrue();
                    assertThat(correcting).as(where()).isFalse();
                    correcting = true;
                }
                case DepartmentEvent.CorrectionSupplied came -> {
                    assertThat(correcting).as(where()).isTrue();
                    correcting = false;
                }
                case DepartmentEvent.ItemExtended extended -> {
                    assertThat(once.add(extended.getClass())).as("extended once: " + where()).isTrue();
                    assertThat(accepted).as(where()).isTrue();
                }
                case ItemDecided decided -> {
                    assertThat(correcting).as("never while the applicant mends: " + where()).isFalse();
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
                    assertThat(correcting).as("never while the applicant mends: " + where()).isFalse();
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
