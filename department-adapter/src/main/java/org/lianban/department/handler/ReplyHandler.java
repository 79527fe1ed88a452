package org.lianban.department.handler;

import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.task.Completeness;
import org.lianban.department.task.DeliveryId;
import org.lianban.department.task.ReplyDecider;
import org.lianban.department.task.Task;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * The one way in for what departments say, whatever the channel. Batches of several departments that arrive together
 * share a transaction: one load, one write, one outbox row per shard, for all of them.
 */
public final class ReplyHandler {
    /**
     * @param replies up to 500, answered in order
     * @param taken deliveries that the department says it has
     */
    record Batch(String department, List<Reply> replies, List<DeliveryId> taken, String actor,
            @Nullable String traceparent) {}

    private final TaskHandler tasks;
    private final ReplyContexts contexts;
    private final Pulse pulse;
    private final GroupCommit<Batch, List<ReplyAnswer>> group;

    public ReplyHandler(Database database, TaskHandler tasks, ReplyContexts contexts, Pulse pulse,
            GroupCommit.Settings settings) {
        this.tasks = tasks;
        this.contexts = contexts;
        this.pulse = pulse;
        this.group = new GroupCommit<>("replies", settings, database, this::handle);
    }

    /** Answers every reply of the body when the transaction has committed; refused where it is no batch of replies. */
    public Mono<Outcome<List<ReplyAnswer>>> submit(String department, byte[] body, String actor,
            @Nullable String traceparent) {
        return switch (ReplyBatch.read(body)) {
            case Form.Whole<ReplyBatch>(ReplyBatch read) -> submit(
                    new Batch(department, read.replies(), List.of(), actor, traceparent))
                    .map(answers -> Outcome.done(read.merge(answers)));
            case Form.Faulty<ReplyBatch>(List<Fault> faults) -> Mono.just(Outcome.refused(Forms.unreadable(faults)
                    ? Refusal.unreadable(faults)
                    : Refusal.unacceptable(faults)));
        };
    }

    /** The department says that it has these deliveries. */
    public Mono<Void> taken(String department, List<DeliveryId> deliveries, String actor,
            @Nullable String traceparent) {
        return submit(new Batch(department, List.of(), deliveries, actor, traceparent)).then();
    }

    /** The department's system took these deliveries with 2xx. */
    Mono<Void> taken(String department, List<DeliveryId> deliveries) {
        return taken(department, deliveries, "DEPARTMENT_SYSTEM:" + department, null);
    }

    private Mono<List<ReplyAnswer>> submit(Batch batch) {
        return batch.replies().isEmpty() && batch.taken().isEmpty() ? Mono.just(List.of()) : group.submit(batch);
    }

    private Mono<List<List<ReplyAnswer>>> handle(Connection tx, List<Batch> batches) {
        return tasks.open(tx, taskIds(batches)).flatMap(open -> tasks.filings(tx, lookedUp(batches, open))
                .flatMap(filings -> {
                    ReplyUnitOfWork work = new ReplyUnitOfWork(open, filings, contexts, pulse, tasks.now());
                    List<List<ReplyAnswer>> answers = batches.stream().map(work::answer).toList();
                    return tasks.close(tx, work).thenReturn(answers);
                }));
    }

    /** A batch whose replies depend on nothing but their tasks looks nothing up. */
    private static Collection<String> lookedUp(List<Batch> batches, Map<String, Task> tasks) {
        Collection<String> cases = new TreeSet<>();
        for (Batch batch : batches) {
            Set<String> accepted = new HashSet<>();
            for (Reply reply : batch.replies()) {
                Task task = tasks.get(reply.taskId());
                if (task == null || Completeness.missing(reply).isPresent()) {
                    continue;
                }
                if (reply.type() == Reply.Type.ACCEPTED) {
                    accepted.add(task.taskId());
                }
                if (ReplyDecider.needsContext(task, reply.type())
                        && !(ends(reply.type()) && accepted.contains(task.taskId()))) {
                    cases.add(task.id().caseNo());
                }
            }
        }
        return cases;
    }

    private static boolean ends(Reply.Type type) {
        return type == Reply.Type.APPROVED || type == Reply.Type.DENIED;
    }

    private static Collection<String> taskIds(List<Batch> batches) {
        Collection<String> ids = new TreeSet<>();
        for (Batch batch : batches) {
            batch.replies().stream().map(Reply::taskId).forEach(ids::add);
            batch.taken().forEach(key -> ids.add(key.taskId()));
        }
        return ids;
    }
}
