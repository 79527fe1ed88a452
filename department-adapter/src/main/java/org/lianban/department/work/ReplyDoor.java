package org.lianban.department.work;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.department.store.Changes;
import org.lianban.department.store.TaskStore.Filing;
import org.lianban.department.store.TaskStore;
import org.lianban.department.task.Decision;
import org.lianban.department.task.Refusal;
import org.lianban.department.task.ReplyDecider;
import org.lianban.department.task.ReplyDesk;
import org.lianban.department.task.ReplyForm;
import org.lianban.department.task.Task;
import org.lianban.department.task.TaskCommand;
import org.lianban.department.task.TaskDecider;
import org.lianban.department.task.TaskEvent;
import org.lianban.messaging.GroupCommit;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * The one way in for what departments say, whatever the channel. Batches of several departments that arrive together
 * share a transaction: one load, one write, one outbox row per shard, for all of them.
 */
public final class ReplyDoor {
    /** @param replies up to 500, answered in order */
    public record Batch(String department, List<Reply> replies, List<Changes.Key> taken, @Nullable String actor,
            @Nullable String traceparent) {
        public static Batch replies(String department, List<Reply> replies, @Nullable String actor,
                @Nullable String traceparent) {
            return new Batch(department, replies, List.of(), actor, traceparent);
        }

        /** The department's system took these deliveries with 2xx. */
        public static Batch taken(String department, List<Changes.Key> deliveries) {
            return taken(department, deliveries, "DEPARTMENT_SYSTEM:" + department, null);
        }

        /** The department says that it has these deliveries. */
        public static Batch taken(String department, List<Changes.Key> deliveries, String actor,
                @Nullable String traceparent) {
            return new Batch(department, List.of(), deliveries, actor, traceparent);
        }
    }

    /** Where the fold stands. */
    private record Fold(Map<String, Task> tasks, Map<String, Filing> filings, Changes changes,
            Publication publication, Instant now) {}

    private final TaskStore store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Meters meters;
    private final Pulse pulse;
    private final Grounds grounds;
    private final GroupCommit<Batch, List<ReplyAnswer>> group;

    public ReplyDoor(Database database, TaskStore store, Outbox outbox, InstantSource clock, Observation observation) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = observation.meters();
        this.pulse = observation.pulse();
        this.grounds = observation.grounds();
        this.group = new GroupCommit<>("replies", observation.group(), database, this::work);
    }

    /** How the door is watched and how wide it is, and what replies are judged by. */
    public record Observation(Meters meters, Pulse pulse, GroupCommit.Settings group, Grounds grounds) {}

    /** Answers when the transaction has committed. */
    public Mono<List<ReplyAnswer>> submit(Batch batch) {
        return batch.replies().isEmpty() && batch.taken().isEmpty() ? Mono.just(List.of()) : group.submit(batch);
    }

    private Mono<List<List<ReplyAnswer>>> work(Connection tx, List<Batch> batches) {
        return store.lockTasks(tx, taskIds(batches)).flatMap(tasks -> filings(tx, batches, tasks).flatMap(filings -> {
            Fold fold = new Fold(tasks, filings, new Changes(), new Publication(), clock.instant());
            List<List<ReplyAnswer>> answers = new ArrayList<>(batches.size());
            for (Batch batch : batches) {
                batch.taken().forEach(key -> taken(fold, batch, key));
                List<ReplyAnswer> answered = new ArrayList<>(batch.replies().size());
                batch.replies().forEach(reply -> answered.add(answer(fold, batch, reply)));
                answers.add(answered);
            }
            return store.write(tx, fold.changes).then(outbox.append(tx, fold.publication.events()))
                    .thenReturn(answers);
        }));
    }

    /** A batch whose replies depend on nothing but their tasks looks nothing up. */
    private Mono<Map<String, Filing>> filings(Connection tx, List<Batch> batches, Map<String, Task> tasks) {
        Collection<String> cases = new TreeSet<>();
        for (Batch batch : batches) {
            Set<String> accepted = new HashSet<>();
            for (Reply reply : batch.replies()) {
                Task task = ReplyForm.plausibleTask(reply.taskId()) ? tasks.get(reply.taskId()) : null;
                if (task == null || ReplyForm.fault(reply).isPresent()) {
                    continue;
                }
                if (reply.type() == Reply.Type.ACCEPTED) {
                    accepted.add(task.taskId());
                }
                if (ReplyDecider.needsGround(task, reply.type())
                        && !(ends(reply.type()) && accepted.contains(task.taskId()))) {
                    cases.add(task.id().caseNo());
                }
            }
        }
        return cases.isEmpty() ? Mono.just(Map.of()) : store.filings(tx, cases);
    }

    private static boolean ends(Reply.Type type) {
        return type == Reply.Type.APPROVED || type == Reply.Type.DENIED;
    }

    private static Collection<String> taskIds(List<Batch> batches) {
        Collection<String> ids = new TreeSet<>();
        for (Batch batch : batches) {
            batch.replies().stream().map(Reply::taskId).filter(ReplyForm::plausibleTask).forEach(ids::add);
            batch.taken().forEach(key -> ids.add(key.taskId()));
        }
        return ids;
    }

    private ReplyAnswer answer(Fold fold, Batch batch, Reply reply) {
        boolean plausible = ReplyForm.plausibleTask(reply.taskId());
        Task task = plausible ? fold.tasks.get(reply.taskId()) : null;
        if (task == null) {
            Refusal why = plausible ? Refusal.UNKNOWN_TASK : Refusal.TASK_ID_MISSING;
            return counted(batch, ReplyDesk.refuse(reply.replyId(), reply.taskId(), why));
        }
        ReplyDesk.Answer answer = ReplyDesk.answer(task, reply, batch.department(),
                grounds.of(task, fold.filings.get(task.id().caseNo()), fold.now), fold.now);
        fold.changes.heard(task.taskId(), batch.department(), answer.task().ended());
        if (answer.task() != task) {
            fold.tasks.put(task.taskId(), answer.task());
            fold.changes.changed(answer.task());
            long sequence = answer.task().sequence() - answer.events().size();
            for (DepartmentEvent event : answer.events()) {
                fold.publication.add(answer.task(), ++sequence, event, actor(batch, reply), batch.traceparent(),
                        fold.changes);
            }
            if (task.answers().isEmpty()) {
                Duration took = Duration.between(task.dispatchedAt(), fold.now);
                meters.firstReply(batch.department(), took);
                pulse.firstReply(batch.department(), took);
            }
        }
        pulse.reply(batch.department(), fold.now);
        return counted(batch, answer.answer());
    }

    /** Who called, and the officer the department names. */
    private static @Nullable String actor(Batch batch, Reply reply) {
        return reply.officer() == null ? batch.actor() : batch.actor() + " officer " + reply.officer();
    }

    private ReplyAnswer counted(Batch batch, ReplyAnswer answer) {
        meters.reply(batch.department(), answer.status());
        return answer;
    }

    private void taken(Fold fold, Batch batch, Changes.Key key) {
        fold.changes.confirmed(key, batch.department());
        Task task = fold.tasks.get(key.taskId());
        if (task != null && task.department().equals(batch.department())
                && TaskDecider.decide(task, new TaskCommand.Acknowledge(),
                        fold.now) instanceof Decision.Changed(List<TaskEvent> events)) {
            Task after = task;
            for (TaskEvent event : events) {
                after = after.apply(event, fold.now);
                if (event instanceof TaskEvent.Reported(DepartmentEvent said)) {
                    fold.publication.add(after, after.sequence(), said, batch.actor(), batch.traceparent(),
                            fold.changes);
                }
            }
            fold.tasks.put(task.taskId(), after);
            fold.changes.changed(after);
        }
    }
}
