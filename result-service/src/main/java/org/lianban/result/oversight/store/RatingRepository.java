package org.lianban.result.oversight.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.rating.Rating;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 好差评: one row per case or item, never deleted. */
public record RatingRepository(JsonMapper json) {
    private static final String COLUMNS = "case_no, part, region, one_thing, department, win, level, channel, source, "
            + "by_default, indicators, remark, rated_at, actor, revision";
    /** Of all ratings, to be continued with a condition. */
    public static final String SELECT = "select " + COLUMNS + " from rating where ";
    private static final TypeReference<Map<Rating.Indicator, Rating.Level>> INDICATORS = new TypeReference<>() {
    };

    /** Lets one transaction at a time decide about a first rating, which has no row yet; released with the transaction. */
    public static Mono<Void> oneAtATime(Connection tx, Collection<String> caseNos) {
        return Database.query(tx, "select count(pg_advisory_xact_lock(k)) from (select distinct "
                + "hashtextextended(n, 40) as k from unnest($1::text[]) as n order by 1) as names",
                row -> true, (Object) Columns.texts(caseNos)).then();
    }

    /** What is there of the cases, locked in the order of its key. */
    public Mono<Map<Rating.Subject, Rating.Rated>> lock(Connection tx, Collection<String> caseNos) {
        return Database.query(tx, SELECT + "case_no = any($1) order by case_no, part for update", this::rated,
                (Object) Columns.texts(caseNos))
                .map(found -> found.stream().collect(Collectors.toMap(r -> r.rating().subject(), r -> r)));
    }

    /**
     * Writes new ratings, and those that take the place of a default one.
     *
     * @throws NotYet when one appeared meanwhile
     */
    public Mono<Void> save(Connection tx, List<Rating.Rated> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "insert into rating as r (" + COLUMNS + ", report_at) select v.*, rated_at from "
                        + "unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], "
                        + "$8::text[], $9::text[], $10::boolean[], $11::text[], $12::text[], $13::timestamptz[], "
                        + "$14::text[], $15::integer[]) as v (" + COLUMNS + ") "
                        + "on conflict (case_no, part) do update set level = excluded.level, channel = excluded.channel, "
                        + "source = excluded.source, by_default = excluded.by_default, indicators = excluded.indicators, "
                        + "remark = excluded.remark, rated_at = excluded.rated_at, actor = excluded.actor, "
                        + "revision = excluded.revision, idempotency_key = null, command = null, "
                        + "reported_at = null, report_at = excluded.rated_at, attempts = 0 "
                        + "where r.by_default and not excluded.by_default and r.revision = excluded.revision - 1",
                        Columns.texts(rows, r -> r.rating().subject().caseNo()),
                        Columns.texts(rows, Rating.Rated::part),
                        Columns.texts(rows, Rating.Rated::region), Columns.texts(rows, Rating.Rated::oneThing),
                        Columns.texts(rows, Rating.Rated::department),
                        Columns.texts(rows, Rating.Rated::window), Columns.texts(rows, r -> r.rating().level().name()),
                        Columns.texts(rows, r -> r.rating().channel().name()),
                        Columns.texts(rows, r -> r.rating().source().name()),
                        Columns.bools(rows, r -> r.rating().byDefault()),
                        Columns.texts(rows, r -> json.writeValueAsString(r.rating().indicators())),
                        Columns.texts(rows, r -> r.rating().remark()), Columns.instants(rows, r -> r.rating().at()),
                        Columns.texts(rows, Rating.Rated::actor), Columns.integers(rows, Rating.Rated::revision))
                        .flatMap(n -> n == rows.size()
                                ? Mono.empty()
                                : Mono.error(new NotYet("A rating was given by another instance meanwhile")));
    }

    /** @param since when it was first due; @param tries before this one */
    public record Due(Rating.Rated rated, Instant since, int tries) {}

    /** @param reportedAt null: not yet; @param nextAt null: not again; @param trouble empty: none */
    public record Outcome(Due due, @Nullable Instant reportedAt, @Nullable Instant nextAt, String trouble) {}

    /** Takes ratings that are to be reported and that nobody has in hand; they come again if nobody settles them. */
    public Mono<List<Due>> claim(Connection tx, Instant now, Instant until, int limit) {
        return Database.query(tx, "update rating set report_at = $2 where (case_no, part) in (select case_no, part "
                + "from rating where report_at <= $1 order by report_at limit $3 for update skip locked) returning "
                + COLUMNS + ", attempts",
                row -> new Due(rated(row), Columns.instant(row, "rated_at"), Columns.integer(row, "attempts")),
                Columns.utc(now), Columns.utc(until), limit);
    }

    /** A rating that was given anew meanwhile is reported anew: only the revision that was sent is settled. */
    public Mono<Void> settle(Connection tx, List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        update rating as r set reported_at = v.reported, report_at = v.next, attempts = r.attempts + 1,
                            trouble = nullif(v.trouble, '')
                        from unnest($1::text[], $2::text[], $3::integer[], $4::timestamptz[], $5::timestamptz[],
                            $6::text[]) as v (case_no, part, revision, reported, next, trouble)
                        where r.case_no = v.case_no and r.part = v.part and r.revision = v.revision
                        """, Columns.texts(outcomes, o -> o.due().rated().rating().subject().caseNo()),
                        Columns.texts(outcomes, o -> o.due().rated().part()),
                        Columns.integers(outcomes, o -> o.due().rated().revision()),
                        Columns.instants(outcomes, Outcome::reportedAt),
                        Columns.instants(outcomes, Outcome::nextAt), Columns.texts(outcomes, Outcome::trouble)).then();
    }

    public Rating.Rated rated(Readable row) {
        var part = Columns.text(row, "part");
        var rating = new Rating(new Rating.Subject(Columns.text(row, "case_no"), "00".equals(part) ? null : part),
                Columns.name(row, "level", Rating.Level.class), Columns.name(row, "channel", Rating.Channel.class),
                Columns.name(row, "source", Rating.Source.class), Columns.bool(row, "by_default"),
                json.readValue(Columns.text(row, "indicators"), INDICATORS), Columns.textOrNull(row, "remark"),
                Columns.instant(row, "rated_at"));
        return new Rating.Rated(rating, Columns.text(row, "region"), Columns.text(row, "one_thing"),
                Columns.textOrNull(row, "department"),
                Columns.textOrNull(row, "win"), Columns.text(row, "actor"), Columns.integer(row, "revision"));
    }
}
