package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.draft.Draft;
import org.lianban.catalog.rehearsal.ClosedCase;
import org.lianban.catalog.rehearsal.Rehearsal;
import org.lianban.catalog.rehearsal.Report;
import org.lianban.catalog.store.Outcome.Denial;
import org.lianban.catalog.store.Outcome.Denied;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.kit.catalog.Calendars;
import org.lianban.persistence.Database;
import org.lianban.time.DayEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * 推演: fetches closed cases page by page and replays a draft over them. What was found so far is written after every
 * page, so that progress shows; the last report stays with the draft and goes with its publication.
 */
public final class Rehearsals {
    /**
     * @param draftRevision what was replayed
     * @param cases fetched so far
     * @param report found so far
     * @param failure why it ended early
     */
    public record Run(long id, String draft, int draftRevision, State state, int cases, @Nullable Report report,
            @Nullable String failure, Instant startedAt, Instant changedAt) {}

    public enum State {
        RUNNING, DONE, FAILED
    }

    /** What is kept in the row. */
    record Kept(@Nullable Report report, @Nullable String failure) {}

    private record Ready(long id, Draft draft, Rehearsal rehearsal, Instant from) {}

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final int MOST_CASES = 100_000;
    private static final int MOST_PAGES = 2_000;
    /** A run that wrote nothing for so long died with its process. */
    private static final Duration DEAD = Duration.ofMinutes(5);

    private final Database database;
    private final Rows rows;
    private final ClosedCases cases;
    private final InstantSource clock;
    private final DraftStore drafts;
    private final OneThingStore oneThings;
    private final CalendarStore calendars;

    public Rehearsals(Database database, JsonMapper json, ClosedCases cases, InstantSource clock) {
        this.database = database;
        this.rows = new Rows(json);
        this.cases = cases;
        this.clock = clock;
        this.drafts = new DraftStore(database, json);
        this.oneThings = new OneThingStore(database, json);
        this.calendars = new CalendarStore(database, json);
    }

    /** Starts a run and answers at once; a draft has one run at a time. */
    public Mono<Outcome<Run>> start(Command command, String draftId, int months) {
        Instant from = command.at().atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        return database.inTransaction(tx -> drafts.load(tx, draftId).flatMap(found -> found
                .map(draft -> ready(tx, command, draft, from))
                .orElseGet(() -> Mono.just(Optional.empty())))).flatMap(ready -> {
                    if (ready.isEmpty()) {
                        return drafts.find(draftId).<Outcome<Run>>map(
                                d -> new Denied<>(Denial.ALREADY_OPEN, "此草案的推演正在进行，或还没有工作日历"))
                                .defaultIfEmpty(new Denied<>(Denial.NOT_FOUND, "没有此草案"));
                    }
                    Ready run = ready.get();
                    replay(run, null, 0, 0).subscribeOn(Schedulers.boundedElastic()).subscribe(n -> {}, failed -> LOG
                            .error("Rehearsal {} of {} could not be recorded", run.id(), draftId, failed));
                    return latest(draftId).map(started -> new Done<>(started, false));
                });
    }

    private Mono<Optional<Ready>> ready(Connection tx, Command command, Draft draft, Instant from) {
        return Database.update(tx, """
                update rehearsal set state = 'FAILED', document = jsonb_build_object('failure', '中断') || document,
                    changed_at = $2 where draft_id = $1 and state = 'RUNNING' and changed_at < $3
                """, draft.id(), command.at(), command.at().minus(DEAD))
                .then(calendars.inForce(tx, draft.content().region()))
                .flatMap(calendar -> calendar.isEmpty()
                        ? Mono.just(Optional.<Ready>empty())
                        : insert(tx, command, draft).flatMap(id -> id.isEmpty()
                                ? Mono.just(Optional.<Ready>empty())
                                : oneThings.all(tx, draft.content().code()).map(versions -> {
                                    Map<String, OneThing> byHash = versions.stream()
                                            .collect(Collectors.toMap(OneThing::contentHash, v -> v));
                                    return Optional.of(new Ready(id.get(), draft, new Rehearsal(draft.content(),
                                            hash -> Optional.ofNullable(byHash.get(hash)),
                                            Calendars.of(calendar.get(), DayEnd.MIDNIGHT)), from));
                                })));
    }

    private Mono<Optional<Long>> insert(Connection tx, Command command, Draft draft) {
        return Database
                .query(tx,
                        """
                                insert into rehearsal (draft_id, draft_revision, state, cases, document, started_at, started_by, changed_at)
                                values ($1, $2, 'RUNNING', 0, '{}', $3, $4, $3)
                                on conflict (draft_id) where state = 'RUNNING' do nothing returning id
                                """,
                        row -> need(row, "id", Long.class), draft.id(), draft.revision(), command.at(), command.actor())
                .map(found -> found.stream().findFirst());
    }

    private Mono<Long> replay(Ready run, @Nullable String page, int pages, int fetched) {
        return cases.page(run.draft().content().code(), run.from(), page).flatMap(found -> {
            List<ClosedCase> all = found.cases();
            run.rehearsal().replay(all);
            int so = fetched + all.size();
            boolean full = so >= MOST_CASES || pages + 1 >= MOST_PAGES;
            String next = found.next();
            boolean over = next == null || full;
            Kept kept = new Kept(run.rehearsal().report(), next != null && full ? "只推演最近%d件".formatted(so) : null);
            Mono<Long> written = write(run.id(), over ? State.DONE : State.RUNNING, so, kept);
            return over ? written : written.then(Mono.defer(() -> replay(run, next, pages + 1, so)));
        }).onErrorResume(failed -> {
            LOG.warn("Rehearsal {} of {} ended early: {}", run.id(), run.draft().id(), failed.toString());
            return write(run.id(), State.FAILED, fetched, new Kept(run.rehearsal().report(), "不能取得已办结办件"));
        });
    }

    private Mono<Long> write(long id, State state, int fetched, Kept kept) {
        return database.withConnection(c -> Database.update(c, """
                update rehearsal set state = $2, cases = $3, document = $4::jsonb, changed_at = $5
                where id = $1 and state = 'RUNNING'
                """, id, state.name(), fetched, rows.text(kept), clock.instant()));
    }

    /** The last run of a draft. */
    public Mono<Run> latest(String draftId) {
        return database.withConnection(c -> Database.query(c, """
                select id, draft_id, draft_revision, state, cases, document::text as document, started_at, changed_at
                from rehearsal where draft_id = $1 order by id desc limit 1
                """, row -> {
            Kept kept = rows.document(row, Kept.class);
            return new Run(need(row, "id", Long.class), need(row, "draft_id", String.class),
                    need(row, "draft_revision", Integer.class), State.valueOf(need(row, "state", String.class)),
                    need(row, "cases", Integer.class), kept.report(), kept.failure(),
                    need(row, "started_at", Instant.class), need(row, "changed_at", Instant.class));
        }, draftId)).flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }
}
