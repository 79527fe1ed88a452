package org.lianban.department.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bool;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.integers;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.department.channel.Channel;
import org.lianban.department.task.DeliveryId;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;

/**
 * The queue of each department. What is handed out stays until a reply (or, for push, 2xx) confirms it, and is handed
 * out again after a while: a lost HTTP answer is not a lost task. Time here is the database's: it measures transport,
 * not law.
 *
 * @param cipher opens the packs that are handed out
 */
public record DeliveryRepository(Database database, PersonalDataCipher cipher) {
    /** They tell what is over: nobody has to answer. */
    private static final String INFORMING = "('CANCELLED', 'DELIVERED', 'JOINT_CONCLUDED', 'MANUAL_TASK')";

    /**
     * A delivery as it left the queue.
     *
     * @param upstream JSON array; null for none
     * @param pack JSON, opened; null unless the task is new
     * @param handed how many times, this one included
     * @param detail JSON; null for none
     */
    public record Handed(String taskId, int no, String department, String type, int epoch, boolean mayDecide,
            Instant at, String waitsFor, @Nullable String upstream, @Nullable String ended, int handed, String kind,
            String caseNo, String region, String oneThing, String catalogHash, @Nullable String pack,
            @Nullable String detail) {

        public DeliveryId id() {
            return new DeliveryId(taskId, no);
        }
    }

    /** How a channel takes from its queue. */
    public record Taking(int max, Duration lease, int cancellations, boolean oneByOne) {
        /** A cancellation, or another word about what is over, needs no answer once it was handed out so many times. */
        public static Taking pull(int max, Duration redelivery, int cancellations) {
            return new Taking(max, redelivery, cancellations, false);
        }

        /** Of each task only the first: the next goes when that one was confirmed. */
        public static Taking push(int max, Duration lease) {
            return new Taking(max, lease, Integer.MAX_VALUE, true);
        }
    }

    /** Takes the oldest that are due, 绿色通道 first, with one statement; what another puller is taking is skipped. */
    public Mono<List<Handed>> take(String department, Taking how) {
        return database.withConnection(c -> Database.query(c,
                """
                        with picked as materialized (
                            select d.task_id, d.no, d.type in %s and d.handed + 1 >= $4 as last from delivery d
                            where d.department = $1 and d.due_at <= statement_timestamp()
                                and (not $5 or not exists (select 1 from delivery e where e.task_id = d.task_id
                                    and e.department = d.department and e.no < d.no))
                            order by d.priority desc, d.due_at, d.task_id, d.no limit $2 for update of d skip locked),
                        kept as (
                            update delivery d set handed = d.handed + 1,
                                due_at = statement_timestamp() + make_interval(secs => $3::double precision / 1000)
                            from picked p where d.task_id = p.task_id and d.no = p.no and not p.last returning d.*),
                        gone as (
                            delete from delivery d using picked p where d.task_id = p.task_id and d.no = p.no and p.last
                            returning d.*)
                        select h.task_id, h.no, h.department, h.type, h.epoch, h.may_decide, h.at, h.waits_for, h.upstream,
                            h.ended, h.handed, h.detail, t.body::json ->> 'k' as kind, k.case_no, k.region, k.one_thing, k.catalog_hash,
                            case when h.type = 'NEW' then k.body end as pack
                        from (select * from kept union all select * from gone) h
                            join task t on t.task_id = h.task_id join pack k on k.case_no = t.case_no
                        order by h.priority desc, h.queued_at, h.task_id, h.no
                        """
                        .formatted(INFORMING),
                this::handed, department, how.max(), how.lease().toMillis(), how.cancellations(), how.oneByOne()));
    }

    private Handed handed(Readable row) {
        String pack = textOrNull(row, "pack");
        String detail = textOrNull(row, "detail");
        return new Handed(text(row, "task_id"), integer(row, "no"),
                text(row, "department"), text(row, "type"), integer(row, "epoch"),
                bool(row, "may_decide"), instant(row, "at"),
                text(row, "waits_for"), textOrNull(row, "upstream"), textOrNull(row, "ended"),
                integer(row, "handed"), text(row, "kind"), text(row, "case_no"),
                text(row, "region"), text(row, "one_thing"),
                text(row, "catalog_hash"), pack == null ? null : cipher.open(pack),
                detail == null ? null : cipher.open(detail));
    }

    /** A push failed: again after the pause, or never by itself if it has failed for so long. */
    public Mono<Long> postpone(List<DeliveryId> deliveries, Duration pause, Duration giveUpAfter) {
        return database.withConnection(c -> Database.update(c, """
                update delivery d set due_at = case
                    when d.queued_at < statement_timestamp() - make_interval(secs => $4::double precision / 1000)
                        then 'infinity'
                    else statement_timestamp() + make_interval(secs => $3::double precision / 1000) end
                from unnest($1::text[], $2::int[]) n(task_id, no) where d.task_id = n.task_id and d.no = n.no
                """, texts(deliveries, DeliveryId::taskId),
                integers(deliveries, DeliveryId::no), pause.toMillis(), giveUpAfter.toMillis()));
    }

    /** Everything unconfirmed becomes due at once; returns how many. A given-up delivery starts its time anew. */
    public Mono<Long> resend(String department) {
        return database.withConnection(c -> Database.update(c, """
                update delivery set due_at = statement_timestamp(), queued_at = case when due_at = 'infinity'
                    then statement_timestamp() else queued_at end
                where department = $1 and due_at > statement_timestamp()
                """, department));
    }

    /**
     * @param waiting not handed out, or due again
     * @param unconfirmed all, with those handed out and not answered
     * @param givenUp only the manual desk has them
     * @param oldest of those waiting
     * @param oldestSeconds its age by the database's clock, which queued it
     */
    public record Queue(String department, long waiting, long unconfirmed, long givenUp, @Nullable Instant oldest,
            @Nullable Double oldestSeconds) {}

    /** Of all that have a queue. */
    public Mono<List<Queue>> queues() {
        return counted(null);
    }

    /** Of these; who has nothing in it is not among the rows. */
    public Mono<List<Queue>> queues(Collection<String> departments) {
        return counted(departments.toArray(String[]::new));
    }

    private Mono<List<Queue>> counted(String @Nullable [] departments) {
        return database.withConnection(c -> Database.query(c,
                """
                        select department, count(*) filter (where handed = 0 or due_at <= statement_timestamp()) as waiting,
                            count(*) as unconfirmed, count(*) filter (where due_at = 'infinity') as given_up,
                            min(queued_at) filter (where handed = 0 or due_at <= statement_timestamp()) as oldest,
                            extract(epoch from statement_timestamp() - min(queued_at)
                                filter (where handed = 0 or due_at <= statement_timestamp()))::double precision as oldest_seconds
                        from delivery where $1::text[] is null or department = any($1) group by department
                        """,
                row -> new Queue(text(row, "department"), bigint(row, "waiting"),
                        bigint(row, "unconfirmed"), bigint(row, "given_up"), instantOrNull(row, "oldest"),
                        row.get("oldest_seconds", Double.class)),
                Database.Null.or(departments, String[].class)));
    }

    /**
     * A delivery that nobody has confirmed.
     *
     * @param queuedAt by the database's clock
     * @param handed how many times it was handed out
     * @param givenUp pushing it has failed for so long that only the manual desk has it
     */
    public record Unconfirmed(DeliveryId id, String caseNo, String type, Instant at, Instant queuedAt, int handed,
            boolean givenUp) {}

    /** 未确认接收: of one department, after a delivery, ascending by task and number. */
    public Mono<List<Unconfirmed>> unconfirmed(String department, @Nullable DeliveryId after, int max) {
        return database.withConnection(c -> Database.query(c,
                """
                        select d.task_id, d.no, t.case_no, d.type, d.at, d.queued_at, d.handed, d.due_at = 'infinity' as given_up
                        from delivery d join task t on t.task_id = d.task_id
                        where d.department = $1 and (d.task_id, d.no) > ($2, $3) order by d.task_id, d.no limit $4
                        """,
                row -> new Unconfirmed(new DeliveryId(text(row, "task_id"),
                        integer(row, "no")), text(row, "case_no"), text(row, "type"),
                        instant(row, "at"), instant(row, "queued_at"), integer(row, "handed"), bool(row, "given_up")),
                department, after == null ? "" : after.taskId(), after == null ? 0 : after.no(), max));
    }

    /** 未完成系统对接: a new task of a department that works by hand. @param handed how often it was handed out */
    public record Untaken(String taskId, String caseNo, String department, String oneThing, String catalogHash,
            Instant at, int handed) {}

    /** Not confirmed by any reply yet, after a task id, ascending. */
    public Mono<List<Untaken>> untaken(@Nullable String after, int max) {
        return database.withConnection(c -> Database.query(c, """
                select d.task_id, k.case_no, d.department, k.one_thing, k.catalog_hash, d.at, d.handed
                from channel h join delivery d on d.department = h.department
                    join task t on t.task_id = d.task_id join pack k on k.case_no = t.case_no
                where h.mode = any($3) and d.type = 'NEW' and d.task_id > $1 order by d.task_id limit $2
                """, row -> new Untaken(text(row, "task_id"), text(row, "case_no"),
                text(row, "department"), text(row, "one_thing"),
                text(row, "catalog_hash"), instant(row, "at"),
                integer(row, "handed")), start(after), max, texts(Channel.Mode.names(Channel.Mode::byHand))));
    }

    /** Every key comes after the empty one. */
    private static String start(@Nullable String after) {
        return after == null ? "" : after;
    }
}
