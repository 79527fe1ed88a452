package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.messaging.Database;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.Turn;
import org.lianban.result.follow.Followed;
import org.lianban.result.follow.Follower;
import org.lianban.result.follow.Heard;
import org.lianban.result.law.Law;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The last part of every transaction: rows, history, counts and what is published, for a whole batch of cases; then the
 * rooms that follow.
 */
public final class Keeper {
    private static final String ACTOR = "SYSTEM:result";

    /** @param traceparent of the event that was heard last */
    public record Work(Stored stored, Turn turn, @Nullable String traceparent) {}

    private final BundleStore store;
    private final BundleText text;
    private final Outbox outbox;
    private final Law law;
    private final InstantSource clock;
    private final List<Follower> followers;

    public Keeper(BundleStore store, BundleText text, Outbox outbox, Law law, InstantSource clock,
            List<Follower> followers) {
        this.store = store;
        this.text = text;
        this.outbox = outbox;
        this.law = law;
        this.clock = clock;
        this.followers = List.copyOf(followers);
    }

    public Mono<Void> keep(Connection tx, List<Work> works) {
        var now = clock.instant();
        var changed = new ArrayList<Row>();
        var rearmed = new ArrayList<Row>();
        var history = new ArrayList<String>();
        var outgoing = new ArrayList<Outgoing>();
        var followed = new ArrayList<Followed>();
        var counts = new Counts();
        for (Work work : works) {
            var row = Row.of(work.stored(), work.turn().closed(), law, now);
            counts.standing(work.stored().state(), work.stored().alarms(), -1);
            counts.standing(row.state(), row.alarms(), 1);
            work.turn().said().forEach(counts::said);
            if (work.turn().changed()) {
                changed.add(row);
                history.add(text.write(work.turn().entries()));
                publish(work, row.bundle(), now, outgoing);
                if (!followers.isEmpty()) {
                    followed.add(followed(work, row.bundle(), now));
                }
            } else {
                rearmed.add(row);
            }
        }
        return store.save(tx, changed).then(store.rearm(tx, rearmed)).then(history(tx, changed, history))
                .then(counts.write(tx)).then(outbox.append(tx, outgoing)).then(follow(tx, followed, now));
    }

    private Mono<Void> follow(Connection tx, List<Followed> cases, Instant now) {
        return cases.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(followers)
                        .concatMap(follower -> Mono.defer(() -> follower.follow(tx, cases, now))).then();
    }

    private Followed followed(Work work, Bundle after, Instant now) {
        var turn = work.turn();
        return new Followed(turn.before(), after, turn.told().stream().map(told -> heard(told, now)).toList(),
                turn.said(), law.terms(after).orElse(null), work.traceparent());
    }

    private static Heard heard(Turn.Told told, Instant now) {
        var source = told.source();
        var own = source == null;
        var time = told.time();
        return new Heard(told.event(), own ? Heard.OWN : source, told.sequence(),
                own ? actor(told) : told.actor(), time == null ? now : time);
    }

    private static String actor(Turn.Told said) {
        var actor = said.actor();
        return actor == null ? ACTOR : actor;
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

    /** The case's own events, then one status for the province with every change of this transaction in order. */
    private static void publish(Work work, Bundle bundle, Instant now, List<Outgoing> outgoing) {
        var caseNo = bundle.caseNo();
        for (Turn.Told told : work.turn().told()) {
            if (told.source() == null) {
                outgoing.add(new Outgoing(Topics.RESULT, caseNo, caseNo, told.sequence(), now, actor(told),
                        work.traceparent(), told.event()));
            }
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
