package org.lianban.department.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.department.task.Tasks.block;
import static org.lianban.department.task.Tasks.cancel;
import static org.lianban.department.task.Tasks.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.department.task.Lifecycle.Trigger;

class LifecycleTest {
    private static final Path DIAGRAM = Path.of("src/test/resources/task-lifecycle.mmd");

    private record Move(ItemState from, Trigger trigger, ItemState to) {}

    /** Walks every task that any sequence of replies and commands can make, and compares with the table. */
    @Test
    void shouldVisitEveryTransitionOfTheTableThroughTheDeciders() {
        Set<Move> visited = new LinkedHashSet<>();
        for (Task start : List.of(Tasks.free(), Tasks.dependent(), Tasks.task(ItemKind.VERIFY),
                Tasks.task(ItemKind.VERIFY, "01"), Tasks.task(ItemKind.LICENSE), Tasks.owing("m02"))) {
            walk(start, visited);
        }
        Set<Move> table = new LinkedHashSet<>();
        Lifecycle.TABLE.rows().forEach(row -> table.add(new Move(row.from(), row.trigger(), row.to())));
        assertThat(visited).containsAll(table);
        assertThat(table).containsAll(visited);
    }

    private static void walk(Task start, Set<Move> visited) {
        Deque<Task> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Task task = open.poll();
            if (seen.add(task.status().text() + task.mayDecide() + task.dependent() + task.extras())) {
                for (TaskEvent event : events(task)) {
                    Task after = task.apply(event, Tasks.NOW);
                    trigger(task, event).forEach(t -> visited.add(
                            new Move(task.status().state(), t, after.status().state())));
                    open.add(after);
                }
            }
        }
    }

    private static List<TaskEvent> events(Task task) {
        List<TaskEvent> events = new ArrayList<>();
        for (Reply.Type type : Reply.Type.values()) {
            add(events, ReplyDecider.decide(task, Tasks.reply("r", type), Tasks.GROUND, Tasks.NOW));
        }
        for (TaskCommand command : List.of(release(true), release(false), block(), cancel(CancelReason.WITHDRAWN),
                cancel(CancelReason.PREREQUISITE_FAILED), new TaskCommand.Reassign(1, "410721-minzheng"),
                new TaskCommand.DeemAccepted(Tasks.NOW), new TaskCommand.Acknowledge(), Tasks.corrected(),
                Tasks.supplied(true), Tasks.supplied(false), new TaskCommand.LapseCorrection(1))) {
            add(events, TaskDecider.decide(task, command, Tasks.NOW));
        }
        return events;
    }

    private static void add(List<TaskEvent> events, Decision<TaskEvent> decision) {
        if (decision instanceof Decision.Accepted<TaskEvent> changed) {
            events.addAll(changed.events());
        }
    }

    private static List<Trigger> trigger(Task task, TaskEvent event) {
        return switch (event) {
            case TaskEvent.Reported said -> task.trigger(said.event()).stream().toList();
            case TaskEvent.Released released -> List.of(task.mayDecide() || released.mayDecide()
                    ? Trigger.RELEASED
                    : Trigger.RESULT_ARRIVED);
            case TaskEvent.CorrectionLapsed lapsed -> List.of(Trigger.CORRECTION_LAPSED);
            case TaskEvent.Supplied nothing -> List.of();
            case TaskEvent.JointScheduled nothing -> List.of();
            case TaskEvent.JointOver nothing -> List.of();
            case TaskEvent.Supervised nothing -> List.of();
            case TaskEvent.Delivered nothing -> List.of();
            case TaskEvent.Blocked blocked -> List.of(Trigger.BLOCKED);
            case TaskEvent.Reassigned reassigned -> List.of(Trigger.REASSIGNED);
            case TaskEvent.EpochRaised raised -> List.of();
        };
    }

    /** On purpose a file: a change of the table shows in the review as a change of the picture. */
    @Test
    void shouldMatchThePrintedDiagram() throws IOException {
        Path printed = Files.writeString(Path.of("target", DIAGRAM.getFileName().toString()),
                Lifecycle.TABLE.diagram());
        assertThat(Lifecycle.TABLE.diagram())
                .as("The table changed: copy %s to %s and commit the new picture", printed, DIAGRAM)
                .isEqualTo(Files.readString(DIAGRAM));
    }

    @Test
    void shouldReadBackEveryStatusItWrites() {
        for (ItemState state : ItemState.values()) {
            if (state != ItemState.SUSPENDED && state != ItemState.BLOCKED && state != ItemState.CORRECTION) {
                Status status = Status.plain(state);
                assertThat(Status.parse(status.text())).isEqualTo(status);
            }
        }
        Status nested = new Status.Blocked(new Status.Suspended(new Status.Plain(ItemState.PRE_REVIEW)));
        assertThat(Status.parse(nested.text())).isEqualTo(nested);
        Status correction = new Status.Blocked(new Status.Correction(new Status.Plain(ItemState.DISPATCHED)));
        assertThat(Status.parse(correction.text())).isEqualTo(correction);
    }
}
