package org.lianban.department.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bools;
import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.integers;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.department.task.Extras.Mark;
import org.lianban.department.task.NewDelivery;
import org.lianban.department.task.Task;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tasks, packs and deliveries for writers. Rows are locked in the order of their keys, packs before tasks, so that
 * batches wait for each other and never deadlock.
 *
 * @param cipher seals packs, which are personal data, where they rest
 */
public record TaskRepository(JsonMapper json, PersonalDataCipher cipher, TaskCodec codec) {
    /** Payload: departments with new deliveries, comma-separated; empty means all. */
    public static final String CHANNEL = "department_queue";
    private static final int MAX_PAYLOAD = 7_000;

    /** Last sequence applied per case; a case that is missing has none. */
    public Mono<Map<String, Long>> lockCases(Connection tx, Collection<String> caseNos) {
        if (caseNos.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Database
                .query(tx, "select case_no, sequence from pack where case_no = any($1) order by case_no for update",
                        row -> Map.entry(text(row, "case_no"), bigint(row, "sequence")), (Object) texts(caseNos))
                .map(rows -> {
                    Map<String, Long> last = new HashMap<>();
                    rows.forEach(e -> last.put(e.getKey(), e.getValue()));
                    return last;
                });
    }

    public Mono<Map<String, Task>> lockTasks(Connection tx, Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return Mono.just(new HashMap<>());
        }
        return Database.query(tx, "select body from task where task_id = any($1) order by task_id for update",
                row -> codec.read(text(row, "body")), (Object) texts(taskIds))
                .map(found -> {
                    Map<String, Task> tasks = new HashMap<>();
                    found.forEach(task -> tasks.put(task.taskId(), task));
                    return tasks;
                });
    }

    /** What a case was filed under and when it was received. @param receivedAt null: dispatched before it was recorded */
    public record Filing(String region, String catalogHash, @Nullable Instant receivedAt) {}

    public Mono<Map<String, Filing>> filings(Connection tx, Collection<String> caseNos) {
        return Database.query(tx, "select case_no, region, catalog_hash, received_at from pack where case_no = any($1)",
                row -> Map.entry(text(row, "case_no"), new Filing(text(row, "region"),
                        text(row, "catalog_hash"), instantOrNull(row, "received_at"))),
                (Object) texts(caseNos)).map(rows -> {
                    Map<String, Filing> filings = new HashMap<>();
                    rows.forEach(e -> filings.put(e.getKey(), e.getValue()));
                    return filings;
                });
    }

    /** Writes everything with at most one statement per kind; what is empty costs nothing. */
    public Mono<Void> write(Connection tx, Changes changes) {
        return packs(tx, changes).then(Mono.defer(() -> create(tx, changes)))
                .then(Mono.defer(() -> update(tx, changes))).then(Mono.defer(() -> deliver(tx, changes)));
    }

    private Mono<Void> packs(Connection tx, Changes changes) {
        if (changes.sequences.isEmpty() && changes.newPacks.isEmpty()) {
            return Mono.empty();
        }
        List<Changes.NewPack> fresh = List.copyOf(changes.newPacks.values());
        Map<String, Long> known = new HashMap<>(changes.sequences);
        known.keySet().removeAll(changes.newPacks.keySet());
        String[] knownCases = known.keySet().toArray(String[]::new);
        Long[] knownSequences = new Long[knownCases.length];
        for (int i = 0; i < knownCases.length; i++) {
            knownSequences[i] = known.get(knownCases[i]);
        }
        return Database.update(tx, """
                with seen as (
                    update pack set sequence = n.sequence from unnest($1::text[], $2::bigint[]) n(case_no, sequence)
                    where pack.case_no = n.case_no)
                insert into pack (case_no, sequence, region, one_thing, catalog_hash, body, received_at)
                select * from unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::timestamptz[])
                """, knownCases, knownSequences, texts(fresh, Changes.NewPack::caseNo),
                fresh.stream().map(p -> changes.sequences.get(p.caseNo())).toArray(Long[]::new),
                texts(fresh, Changes.NewPack::region), texts(fresh, Changes.NewPack::oneThing),
                texts(fresh, Changes.NewPack::catalogHash),
                texts(fresh, p -> cipher.seal(json.writeValueAsString(p.body()))), instants(fresh, p -> p.receivedAt()))
                .then();
    }

    private Mono<Void> create(Connection tx, Changes changes) {
        if (changes.newTasks.isEmpty() && changes.observers.isEmpty()) {
            return Mono.empty();
        }
        List<Task> fresh = List.copyOf(changes.newTasks.values());
        return Database.update(tx, """
                with seeing as (
                    insert into observer (department, task_id) select * from unnest($7::text[], $8::text[])
                    on conflict do nothing)
                insert into task (task_id, case_no, department, state, ended, body, result, upstream)
                select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[],
                    $9::text[], $10::text[])
                """, texts(fresh, Task::taskId), texts(fresh, t -> t.id().caseNo()), texts(fresh, Task::department),
                texts(fresh, t -> t.status().state().name()), bools(fresh, Task::ended), texts(fresh, codec::write),
                texts(changes.observers, Changes.Seeing::department), texts(changes.observers, Changes.Seeing::taskId),
                texts(fresh, t -> jsonOrNull(changes.ends.get(t.taskId()))),
                texts(fresh, t -> jsonOrNull(changes.upstream.get(t.taskId())))).then();
    }

    private Mono<Void> update(Connection tx, Changes changes) {
        if (changes.tasks.isEmpty() && changes.replied.isEmpty() && changes.confirmed.isEmpty()
                && changes.overtaken.isEmpty()) {
            return Mono.empty();
        }
        List<Task> known = List.copyOf(changes.tasks.values());
        List<Changes.Replied> replied = List.copyOf(changes.replied.values());
        return Database.update(tx,
                """
                        with heard as (
                            delete from delivery d using unnest($8::text[], $9::text[], $10::boolean[]) h(task_id, department, ended)
                            where d.task_id = h.task_id and d.department = h.department
                                and (h.ended or d.handed > 0 or d.type = 'NEW')),
                        confirmed as (
                            delete from delivery d using unnest($11::text[], $12::int[], $14::text[]) c(task_id, no, department)
                            where d.task_id = c.task_id and d.no = c.no and d.department = c.department),
                        overtaken as (
                            delete from delivery d where d.task_id = any($13::text[]) and d.type <> 'CANCELLED')
                        update task set department = n.department, state = n.state, ended = n.ended, body = n.body,
                            result = coalesce(n.result, task.result),
                            upstream = case when n.upstream is null then task.upstream
                                else coalesce(left(task.upstream, -1) || ',', '[') || substr(n.upstream, 2) end
                        from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[])
                            n(task_id, department, state, ended, body, result, upstream)
                        where task.task_id = n.task_id
                        """,
                texts(known, Task::taskId), texts(known, Task::department),
                texts(known, t -> t.status().state().name()), bools(known, Task::ended), texts(known, codec::write),
                texts(known, t -> jsonOrNull(changes.ends.get(t.taskId()))),
                texts(known, t -> jsonOrNull(changes.upstream.get(t.taskId()))),
                texts(replied, Changes.Replied::taskId), texts(replied, Changes.Replied::department),
                bools(replied, Changes.Replied::ended), texts(changes.confirmed, c -> c.delivery().taskId()),
                integers(changes.confirmed, c -> c.delivery().no()),
                changes.overtaken.toArray(String[]::new), texts(changes.confirmed, Changes.Confirmed::department))
                .then();
    }

    private Mono<Void> deliver(Connection tx, Changes changes) {
        List<NewDelivery> notices = changes.notices;
        if (notices.isEmpty()) {
            return Mono.empty();
        }
        return Database.update(tx,
                """
                        with queued as (
                            insert into delivery (task_id, no, department, type, epoch, may_decide, at, waits_for, upstream, ended,
                                priority, detail)
                            select n.task_id, n.no, n.department, n.type, n.epoch, n.may_decide, n.at, n.waits_for,
                                case when n.everything then (select upstream from task t where t.task_id = n.task_id)
                                    else n.upstream end, n.ended, n.priority, n.detail
                            from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::int[], $6::boolean[],
                                    $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::boolean[], $14::boolean[],
                                    $15::text[])
                                n(task_id, no, department, type, epoch, may_decide, at, waits_for, upstream, ended, everything,
                                    priority, detail)
                            returning 1)
                        select pg_notify($12, $13) from (select count(*) from queued) done
                        """,
                texts(notices, n -> n.task().taskId()), integers(notices, NewDelivery::no),
                texts(notices, NewDelivery::department), texts(notices, n -> n.type().name()),
                integers(notices, n -> n.task().epoch()), bools(notices, n -> n.task().mayDecide()),
                instants(notices, n -> n.at()),
                texts(notices, n -> String.join(",", n.task().open())),
                texts(notices, n -> n.upstream().isEmpty() ? null : json.writeValueAsString(n.upstream())),
                texts(notices, n -> n.ended() == null ? null : n.ended().name()),
                bools(notices, NewDelivery::everything), CHANNEL, payload(notices),
                bools(notices, n -> n.task().extras().has(Mark.PRIORITY)), texts(notices, this::detail)).then();
    }

    /** Sealed where it carries fields of the form: those are personal data. */
    private @Nullable String detail(NewDelivery notice) {
        String text = jsonOrNull(notice.detail());
        return text != null && notice.detail() != null && notice.detail().form() != null ? cipher.seal(text) : text;
    }

    private static String payload(List<NewDelivery> notices) {
        Collection<String> departments = new TreeSet<>();
        notices.forEach(n -> departments.add(n.department()));
        String payload = String.join(",", departments);
        return payload.length() > MAX_PAYLOAD ? "" : payload;
    }

    private @Nullable String jsonOrNull(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
