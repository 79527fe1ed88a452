package org.lianban.result.bundle.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.change.RecordedEvent;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.journal.Chain;
import org.lianban.result.bundle.journal.JournalRow;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.store.BundleCodec;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.bundle.store.CaseRow;
import org.lianban.result.bundle.store.Counts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The last part of every transaction: rows, history, counts and what is published, for a whole batch of cases; then the
 * rooms that follow.
 */
public final class CaseUnitOfWorkHandler {
    private static final String ACTOR = "SYSTEM:result";

    /** @param traceparent of the event that was heard last */
    public record Work(StoredCase stored, CaseUnitOfWork turn, @Nullable String traceparent) {}

    private final BundleRepository store;
    private final BundleCodec text;
    private final Outbox outbox;
    private final Law law;
    private final InstantSource clock;
    private final List<CaseProjection> followers;

    public CaseUnitOfWorkHandler(BundleRepository store, BundleCodec text, Outbox outbox, Law law, InstantSource clock,
            List<CaseProjection> followers) {
        this.store = store;
        this.text = text;
        this.outbox = outbox;
        this.law = law;
        this.clock = clock;
        this.followers = List.copyOf(followers);
    }

    public Mono<Void> keep(Connection tx, List<Work> works) {
        var now = clock.instant();
        var kept = new Kept();
        works.forEach(work -> add(work, now, kept));
        return store.save(tx, kept.changed).then(store.rearm(tx, kept.rearmed)).then(history(tx, kept))
                .then(kept.counts.write(tx)).then(outbox.append(tx, kept.outgoing))
                .then(follow(tx, kept.followed, now));
    }

    /** What one transaction writes. */
    private static final class Kept {
        private final List<CaseRow> changed = new ArrayList<>();
        private final List<CaseRow> rearmed = new ArrayList<>();
        private final List<JournalRow> journal = new ArrayList<>();
        private final List<Outgoing> outgoing = new ArrayList<>();
        private final List<CaseChange> followed = new ArrayList<>();
        private final Counts counts = new Counts();
    }

    private void add(Work work, Instant now, Kept kept) {
        var turn = work.turn();
        var heard = turn.told().stream().map(told -> heard(told, now)).toList();
        var bundle = turn.closed();
        if (turn.changed()) {
            var row = journal(bundle, text.write(turn.entries()), text.facts(heard));
            kept.journal.add(row);
            bundle = bundle.with(bundle.book().chained(row.chain()));
        }
        var row = CaseRow.of(work.stored(), bundle, law, now);
        count(work, row, kept.counts);
        if (!turn.changed()) {
            kept.rearmed.add(row);
            return;
        }
        kept.changed.add(row);
        publish(work, bundle, now, kept.outgoing);
        if (!followers.isEmpty()) {
            kept.followed.add(new CaseChange(turn.before(), bundle, heard, turn.said(), turn.changes(),
                    law.terms(bundle).orElse(null), work.traceparent()));
        }
    }

    /** 测试办件 are out of every statistic. */
    private static void count(Work work, CaseRow row, Counts counts) {
        if (!work.stored().bundle().isTest()) {
            counts.standing(work.stored().state(), work.stored().alarms(), -1);
        }
        if (!row.bundle().isTest()) {
            counts.standing(row.state(), row.alarms(), 1);
            work.turn().said().forEach(counts::said);
        }
    }

    private static JournalRow journal(Bundle bundle, String entries, String facts) {
        var book = bundle.book();
        return new JournalRow(book.version(), entries, facts,
                Chain.next(book.chain(), bundle.caseNo(), book.version(), entries, facts));
    }

    private Mono<Void> follow(Connection tx, List<CaseChange> cases, Instant now) {
        return cases.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(followers)
                        .concatMap(follower -> Mono.defer(() -> follower.follow(tx, cases, now))).then();
    }

    private static RecordedEvent heard(CaseUnitOfWork.Told told, Instant now) {
        var source = told.source();
        var time = told.time();
        return source == null
                ? new RecordedEvent(told.event(), RecordedEvent.OWN, told.sequence(), actor(told), now)
                : new RecordedEvent(told.event(), source, told.sequence(), told.actor(), time == null ? now : time);
    }

    private static String actor(CaseUnitOfWork.Told said) {
        var actor = said.actor();
        return actor == null ? ACTOR : actor;
    }

    private static Mono<Void> history(Connection tx, Kept kept) {
        return kept.changed.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into history (case_no, version, entries, facts, chain)
                        select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
                        """, BundleRepository.texts(kept.changed, r -> r.bundle().caseNo()),
                        kept.journal.stream().map(JournalRow::version).toArray(Long[]::new),
                        kept.journal.stream().map(JournalRow::entries).toArray(String[]::new),
                        kept.journal.stream().map(JournalRow::facts).toArray(String[]::new),
                        kept.journal.stream().map(JournalRow::chain).toArray(String[]::new)).then();
    }

    /** The case's own events. */
    private static void publish(Work work, Bundle bundle, Instant now, List<Outgoing> outgoing) {
        var caseNo = bundle.caseNo();
        for (CaseUnitOfWork.Told told : work.turn().told()) {
            if (told.source() == null) {
                outgoing.add(new Outgoing(Topics.RESULT, caseNo, caseNo, told.sequence(), now, actor(told),
                        work.traceparent(), told.event()));
            }
        }
    }
}
