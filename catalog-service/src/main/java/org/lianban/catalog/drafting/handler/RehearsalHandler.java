package org.lianban.catalog.drafting.handler;

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
import org.lianban.catalog.calendar.store.CalendarRepository;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.client.ClosedCases;
import org.lianban.catalog.drafting.rehearsal.Rehearsal;
import org.lianban.catalog.drafting.rehearsal.RehearsalRun;
import org.lianban.catalog.drafting.store.DraftRepository;
import org.lianban.catalog.drafting.store.RehearsalRepository;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.kit.catalog.Calendars;
import org.lianban.persistence.Database;
import org.lianban.time.DayEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 推演: fetches closed cases page by page and replays a draft over them. What was found so far is written after every
 * page, so that progress shows; the last report stays with the draft and goes with its publication.
 */
public record RehearsalHandler(Database database, RehearsalRepository runs, ClosedCases cases, InstantSource clock,
        DraftRepository drafts, OneThingRepository oneThings, CalendarRepository calendars) {
    private record Ready(long id, Draft draft, Rehearsal rehearsal, Instant from) {}

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalHandler.class);
    private static final int MOST_CASES = 100_000;
    private static final int MOST_PAGES = 2_000;
    /** A run that wrote nothing for so long died with its process. */
    private static final Duration DEAD = Duration.ofMinutes(5);

    /** Starts a run and answers at once; a draft has one run at a time. */
    public Mono<Outcome<RehearsalRun>> start(Command command, String draftId, int months) {
        Instant from = command.at().atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        return database.inTransaction(tx -> drafts.load(tx, draftId).flatMap(found -> Exclusive.known(found, "没有此草案",
                draft -> ready(tx, command, draft, from).map(ready -> ready.map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.conflict("ALREADY_OPEN", "此草案的推演正在进行，或还没有工作日历")))))))
                .flatMap(begun -> switch (begun) {
                    case Outcome.Refused<Ready> refused -> Mono.just(Outcome.refused(refused.refusal()));
                    case Outcome.Done<Ready> done -> started(done.answer());
                });
    }

    private Mono<Outcome<RehearsalRun>> started(Ready run) {
        replay(run, null, 0, 0).subscribeOn(Schedulers.boundedElastic()).subscribe(n -> {},
                failed -> LOG.error("Rehearsal {} of {} could not be recorded", run.id(), run.draft().id(), failed));
        return database.withConnection(c -> runs.latest(c, run.draft().id()))
                .map(latest -> Outcome.done(latest.orElseThrow()));
    }

    private Mono<Optional<Ready>> ready(Connection tx, Command command, Draft draft, Instant from) {
        return runs.endDead(tx, draft.id(), command.at().minus(DEAD), command.at())
                .then(calendars.inForce(tx, draft.content().region()))
                .flatMap(calendar -> calendar.isEmpty()
                        ? Mono.just(Optional.<Ready>empty())
                        : runs.insert(tx, draft, command)
                                .flatMap(id -> oneThings.all(tx, draft.content().code()).map(versions -> id.map(
                                        known -> new Ready(known, draft, rehearsal(draft, versions, calendar.get()),
                                                from)))));
    }

    private static Rehearsal rehearsal(Draft draft, List<OneThing> versions, WorkingCalendar calendar) {
        Map<String, OneThing> byHash = versions.stream().collect(Collectors.toMap(OneThing::contentHash, v -> v));
        return new Rehearsal(draft.content(), hash -> Optional.ofNullable(byHash.get(hash)),
                Calendars.of(calendar, DayEnd.MIDNIGHT));
    }

    private Mono<Long> replay(Ready run, @Nullable String page, int pages, int fetched) {
        return cases.page(run.draft().content().code(), run.from(), page).flatMap(found -> {
            List<Rehearsal.ClosedCase> all = found.items();
            run.rehearsal().replay(all);
            int so = fetched + all.size();
            boolean full = so >= MOST_CASES || pages + 1 >= MOST_PAGES;
            String next = found.next();
            boolean over = next == null || full;
            RehearsalRun.Found kept = new RehearsalRun.Found(run.rehearsal().report(),
                    next != null && full ? "只推演最近%d件".formatted(so) : null);
            Mono<Long> written = write(run, over ? RehearsalRun.State.DONE : RehearsalRun.State.RUNNING, so, kept);
            return over ? written : written.then(Mono.defer(() -> replay(run, next, pages + 1, so)));
        }).onErrorResume(failed -> {
            LOG.warn("Rehearsal {} of {} ended early: {}", run.id(), run.draft().id(), failed.toString());
            return write(run, RehearsalRun.State.FAILED, fetched,
                    new RehearsalRun.Found(run.rehearsal().report(), "不能取得已办结办件"));
        });
    }

    private Mono<Long> write(Ready run, RehearsalRun.State state, int fetched, RehearsalRun.Found found) {
        return database
                .withConnection(c -> runs.write(c, run.id(), state, fetched, found, clock.instant()));
    }
}
