package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.contracts.result.ResultEvent;
import org.lianban.contracts.result.ResultEvent.Timer;
import org.lianban.messaging.Database;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.Turn;
import org.lianban.result.clock.Alarms;
import org.lianban.result.law.Law;
import reactor.core.publisher.Mono;

/** The last part of every transaction: rows, history, counts and what is published, for a whole batch of cases. */
public final class Keeper {
    private static final String ACTOR = "SYSTEM:result";

    /** @param traceparent of the event that was heard last */
    public record Work(Stored stored, Turn turn, @Nullable String traceparent) {}

    private final BundleStore store;
    private final BundleText text;
    private final Outbox outbox;
    private final Law law;
    private final InstantSource clock;

    public Keeper(BundleStore store, BundleText text, Outbox outbox, Law law, InstantSource clock) {
        this.store = store;
        this.text = text;
        this.outbox = outbox;
        this.law = law;
        this.clock = clock;
    }

    public Mono<Void> keep(Connection tx, List<Work> works) {
        var now = clock.instant();
        var changed = new ArrayList<Row>();
        var rearmed = new ArrayList<Row>();
        var history = new ArrayList<String>();
        var outgoing = new ArrayList<Outgoing>();
        var tally = new TreeMap<String, Long>();
        for (Work work : works) {
            var row = Row.of(work.stored(), work.turn().closed(), law, now);
            count(tally, work.stored().state(), work.stored().alarms(), -1);
            count(tally, row.state(), row.alarms(), 1);
            work.turn().said().forEach(event -> count(tally, event));
            if (work.turn().changed()) {
                changed.add(row);
                history.add(text.write(work.turn().entries()));
                publish(work, row.bundle(), now, outgoing);
            } else {
                rearmed.add(row);
            }
        }
        return store.save(tx, changed).then(store.rearm(tx, rearmed)).then(history(tx, changed, history))
                .then(tally(tx, tally)).then(outbox.append(tx, outgoing));
    }

    private Mono<Void> history(Connection tx, List<Row> rows, List<String> entries) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into history (case_no, version, entries)
                        select * from unnest($1::text[], $2::bigint[], $3::text[])
                        """, BundleStore.texts(rows, r -> r.bundle().caseNo()),
                        rows.stream().map(r -> r.bundle().book().version()).toArray(Long[]::new),
                        entries.toArray(String[]::new)).then();
    }

    private static Mono<Void> tally(Connection tx, Map<String, Long> tally) {
        tally.values().removeIf(n -> n == 0);
        return tally.isEmpty() ? Mono.empty() : Database.update(tx, """
                insert into tally (measure, n) select * from unnest($1::text[], $2::bigint[])
                """, tally.keySet().toArray(String[]::new), tally.values().toArray(Long[]::new)).then();
    }

    private static void count(Map<String, Long> tally, @Nullable CaseState state, Alarms alarms, long sign) {
        if (state != null) {
            tally.merge(Tally.CASES + state, sign, Long::sum);
        }
        for (Timer timer : Timer.values()) {
            tally.merge(Tally.DUE_SOON + timer, sign * Alarms.count(alarms.soon(), timer), Long::sum);
            tally.merge(Tally.BREACHED + timer, sign * Alarms.count(alarms.over(), timer), Long::sum);
        }
    }

    private static void count(Map<String, Long> tally, ResultEvent event) {
        tally.merge(switch (event) {
            case ResultEvent.CaseSettled e -> Tally.SETTLED + e.outcome();
            case ResultEvent.TimerWarned e -> Tally.WARNINGS + e.timer();
            case ResultEvent.TimerBreached e -> Tally.BREACHES + e.timer();
            case ResultEvent.AcceptanceDeemed e -> Tally.DEEMED;
        }, 1L, Long::sum);
    }

    /** The case's own events, then one status for the province with every change of this transaction in order. */
    private void publish(Work work, Bundle bundle, Instant now, List<Outgoing> outgoing) {
        var caseNo = bundle.caseNo();
        long sequence = work.stored().bundle().book().published().result();
        for (ResultEvent event : work.turn().said()) {
            outgoing.add(
                    new Outgoing(Topics.RESULT, caseNo, caseNo, ++sequence, now, ACTOR, work.traceparent(), event));
        }
        var filing = bundle.filing();
        if (filing != null && !work.turn().changes().isEmpty()) {
            var origin = bundle.intake().origin();
            var settlement = bundle.book().settlement();
            outgoing.add(new Outgoing(Topics.PROVINCE_STATUS, caseNo, caseNo, bundle.book().published().province(), now,
                    ACTOR, work.traceparent(),
                    new CaseStatus(caseNo, origin == null ? null : origin.provinceNo(), filing.region(),
                            filing.oneThing(), CaseStates.of(bundle), settlement == null ? null : settlement.outcome(),
                            work.turn().changes())));
        }
    }
}
