package org.lianban.result.bundle.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.messaging.Incoming;
import org.lianban.result.Sample;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.store.FreshStore;
import org.lianban.result.bundle.store.Tally;
import reactor.core.publisher.Mono;

class DueRaceTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    /** When the acceptance clock of everything dispatched at T0 runs out. */
    private static final Instant DUE = Sample.at("2026-11-25T00:00");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CASES = 10_000;

    private final FreshStore store = new FreshStore(T0).withCatalog();

    @AfterEach
    void close() {
        store.close();
    }

    private static String no(int n) {
        return "41072120261123YJS%06dX".formatted(n);
    }

    private void dispatch(int cases, String item) {
        for (int from = 0; from < cases; from += 500) {
            List<Incoming<?>> batch = new ArrayList<>();
            for (int n = from; n < Math.min(cases, from + 500); n++) {
                batch.add(store.incoming(new Sample.Case(no(n)).dispatched(T0, T0, item), 1, T0));
            }
            store.handle(batch);
        }
    }

    /** Runs rounds until nothing is due, as the poller does. */
    private static CompletableFuture<Integer> drain(DueHandler round) {
        return Mono.defer(() -> round.run(500)).repeat().takeUntil(n -> n == 0).reduce(0, Integer::sum).toFuture();
    }

    @Test
    void shouldBreachEachOfTenThousandOnceWithThreePollersWhileEventsAreConsumed() {
        dispatch(CASES, "04");
        store.setClock(DUE);
        var lateness = Collections.synchronizedList(new ArrayList<Duration>());
        var pollers = List.of(drain(store.dueRound(lateness)), drain(store.dueRound(lateness)),
                drain(store.dueRound(lateness)));
        for (int n = 0; n < CASES; n += 100) {
            store.handle(store.incoming(new Sample.Case(no(n)).acknowledged("04", T0), 1, T0));
        }
        pollers.forEach(CompletableFuture::join);
        drain(store.dueRound(lateness)).join();

        assertThat(store.tally()).containsEntry(Tally.BREACHES + Timer.ACCEPTANCE, (long) CASES)
                .containsEntry(Tally.BREACHED + Timer.ACCEPTANCE, (long) CASES)
                .containsEntry(Tally.CASES + "DISPATCHED", (long) CASES);
        assertThat(lateness).hasSize(CASES).allMatch(Duration.ZERO::equals);
        assertThat(store.outbox().stream().filter(m -> m.contains("org.lianban.result.TimerBreached.v1")))
                .hasSize(CASES)
                .doesNotHaveDuplicates();
        assertThat(store.count("select count(*) from bundle where next_due <= '" + DUE + "'")).isZero();
    }

    @Test
    void shouldLetWhoeverComesFirstDecideBetweenAcceptanceAndBreach() {
        dispatch(200, "04");
        store.setClock(DUE);
        var poller = drain(store.dueRound(Collections.synchronizedList(new ArrayList<>())));
        for (int n = 0; n < 200; n++) {
            store.handle(store.incoming(new Sample.Case(no(n)).accepted("04", DUE.minusSeconds(1)), 1, DUE));
        }
        poller.join();
        drain(store.dueRound(new ArrayList<>())).join();

        assertThat(store.count("select count(*) from bundle where overdue <> '{}'")).as("accepted clocks are not open")
                .isZero();
        assertThat(store.tally()).containsEntry(Tally.CASES + "IN_PROGRESS", 200L)
                .doesNotContainEntry(Tally.BREACHED + Timer.ACCEPTANCE, 1L);
    }

    @Test
    void shouldLookAtNothingOnceSettled() {
        dispatch(1, "04");
        assertThat(store.stored(no(0)).nextDue()).isNotNull();

        store.handle(store.incoming(new Sample.Case(no(0)).decided("04", T0, Outcome.DENIED), 1, T0));

        assertThat(store.stored(no(0)).nextDue()).isNull();
        store.setClock(DUE.plus(Duration.ofDays(400)));
        assertThat(drain(store.dueRound(new ArrayList<>())).join()).isZero();
    }

    @Test
    void shouldLookAgainWhenTheStoredInstantWasTooEarly() {
        dispatch(1, "03");
        var early = store.stored(no(0)).nextDue();
        store.handle(store.incoming(new Sample.Case(no(0)).accepted("03", T0), 1, T0));
        assertThat(store.stored(no(0)).nextDue()).as("left alone").isEqualTo(early);

        store.setClock(java.util.Objects.requireNonNull(early));
        assertThat(drain(store.dueRound(new ArrayList<>())).join()).isOne();

        assertThat(store.stored(no(0)).nextDue()).as("20 days, 4 left").isEqualTo(Sample.at("2026-12-16T00:00"));
        assertThat(store.stored(no(0)).bundle().book().version()).as("nothing was said").isEqualTo(2);
    }

    @Test
    void shouldStartTheClocksOnceTheCatalogueHasArrived() {
        try (var empty = new FreshStore(T0)) {
            empty.handle(empty.incoming(new Sample.Case(no(0)).dispatched(T0, T0, "04"), 1, T0));
            assertThat(empty.stored(no(0)).nextDue()).isEqualTo(T0.plusSeconds(5));

            empty.withCatalog().setClock(DUE);
            assertThat(drain(empty.dueRound(new ArrayList<>())).join()).isPositive();

            assertThat(empty.stored(no(0)).alarms().over()).containsExactly("ACCEPTANCE");
        }
    }

    @Test
    void shouldLookAtEveryOpenCaseWhenTheCalendarChanges() {
        dispatch(3, "04");
        var watch = new CalendarWatch(store.database(), store.law(), store::now);
        watch.look().block(LIMIT);
        drain(store.dueRound(new ArrayList<>())).join();
        assertThat(store.stored(no(0)).nextDue()).isEqualTo(Sample.at("2026-11-24T00:00"));

        store.catalog().apply(new CatalogEvent.CalendarPublished(
                Sample.calendar(2, List.of(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25)))));
        watch.look().block(LIMIT);
        drain(store.dueRound(new ArrayList<>())).join();

        store.setClock(DUE);
        drain(store.dueRound(new ArrayList<>())).join();
        assertThat(store.tally()).doesNotContainKey(Tally.BREACHES + Timer.ACCEPTANCE);
        store.setClock(Sample.at("2026-11-27T00:00"));
        drain(store.dueRound(new ArrayList<>())).join();
        assertThat(store.tally()).containsEntry(Tally.BREACHES + Timer.ACCEPTANCE, 3L);
    }

    @Test
    void shouldFindAlarmedCasesByIndex() {
        dispatch(3, "04");
        store.setClock(Sample.at("2026-11-24T00:00"));
        drain(store.dueRound(new ArrayList<>())).join();

        var filter = new CaseQueries.Filter(Sample.REGION, null, "410721-renshe", null, "");
        assertThat(store.queries().alarmed(CaseQueries.Alarm.DUE_SOON, filter, 2).block(LIMIT)).hasSize(2);
        assertThat(store.queries().alarmed(CaseQueries.Alarm.BREACHED, filter, 2).block(LIMIT)).isEmpty();
    }
}
