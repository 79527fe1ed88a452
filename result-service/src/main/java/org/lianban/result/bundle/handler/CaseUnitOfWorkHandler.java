package org.lianban.result.bundle.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.journal.Chain;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.store.BundleCodec;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.bundle.store.CaseRow;
import org.lianban.result.bundle.store.Tally;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The last part of every transaction: rows, history, counts and what is published, for a whole batch of cases; then the
 * rooms that follow.
 */
public record CaseUnitOfWorkHandler(BundleRepository store, BundleCodec text, Outbox outbox, Law law,
        InstantSource clock, List<CaseProjection> projections) {
    private static final String ACTOR = "SYSTEM:result";

    /** @param traceparent of the event that was applied last */
    public record Work(StoredCase stored, CaseUnitOfWork unit, @Nullable String traceparent) {}

    public Mono<Void> carryOut(Connection tx, List<Work> works) {
        var now = clock.instant();
        var written = new Written();
        works.forEach(work -> add(work, now, written));
        return store.save(tx, written.changed).then(store.rearm(tx, written.rearmed))
                .then(store.append(tx, written.journal))
                .then(written.counts.write(tx)).then(outbox.append(tx, written.outgoing))
                .then(project(tx, written.changes, now));
    }

    /** What one transaction writes. */
    private static final class Written {
        private final List<CaseRow> changed = new ArrayList<>();
        private final List<CaseRow> rearmed = new ArrayList<>();
        private final Map<String, Journal.Row> journal = new LinkedHashMap<>();
        private final List<Outgoing> outgoing = new ArrayList<>();
        private final List<CaseChange> changes = new ArrayList<>();
        private final Tally.Counts counts = new Tally.Counts();
    }

    private void add(Work work, Instant now, Written written) {
        var unit = work.unit();
        var events = unit.applied().stream().map(told -> recorded(told, now)).toList();
        var bundle = unit.closed();
        if (unit.changed()) {
            var row = journal(bundle, text.write(unit.entries()), text.facts(events));
            written.journal.put(bundle.caseNo(), row);
            bundle = bundle.with(bundle.book().chained(row.chain()));
        }
        var row = CaseRow.of(work.stored(), bundle, law, now);
        count(work, row, written.counts);
        if (!unit.changed()) {
            written.rearmed.add(row);
            return;
        }
        written.changed.add(row);
        publish(work, bundle, now, written.outgoing);
        if (!projections.isEmpty()) {
            written.changes.add(new CaseChange(unit.before(), bundle, events, unit.changes(),
                    law.terms(bundle).orElse(null), work.traceparent()));
        }
    }

    /** 测试办件 are out of every statistic. */
    private static void count(Work work, CaseRow row, Tally.Counts counts) {
        if (!work.stored().bundle().isTest()) {
            counts.standing(work.stored().state(), work.stored().alarms(), -1);
        }
        if (!row.bundle().isTest()) {
            counts.standing(row.state(), row.alarms(), 1);
            work.unit().own().forEach(counts::event);
        }
    }

    private static Journal.Row journal(Bundle bundle, String entries, String facts) {
        var book = bundle.book();
        return new Journal.Row(book.version(), entries, facts,
                Chain.next(book.chain(), bundle.caseNo(), book.version(), entries, facts));
    }

    private Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        return cases.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(projections)
                        .concatMap(projection -> Mono.defer(() -> projection.project(tx, cases, now))).then();
    }

    private static CaseChange.RecordedEvent recorded(CaseUnitOfWork.Applied told, Instant now) {
        var source = told.source();
        var time = told.time();
        return source == null
                ? new CaseChange.RecordedEvent(told.event(), CaseChange.RecordedEvent.OWN, told.sequence(), actor(told),
                        now)
                : new CaseChange.RecordedEvent(told.event(), source, told.sequence(), told.actor(),
                        time == null ? now : time);
    }

    private static String actor(CaseUnitOfWork.Applied own) {
        var actor = own.actor();
        return actor == null ? ACTOR : actor;
    }

    /** The case's own events. */
    private static void publish(Work work, Bundle bundle, Instant now, List<Outgoing> outgoing) {
        var caseNo = bundle.caseNo();
        for (CaseUnitOfWork.Applied told : work.unit().applied()) {
            if (told.source() == null) {
                outgoing.add(new Outgoing(Topics.RESULT, caseNo, caseNo, told.sequence(), now, actor(told),
                        work.traceparent(), told.event()));
            }
        }
    }
}
