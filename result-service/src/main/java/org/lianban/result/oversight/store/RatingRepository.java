package org.lianban.result.oversight.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.oversight.rating.Channel;
import org.lianban.result.oversight.rating.Indicator;
import org.lianban.result.oversight.rating.Level;
import org.lianban.result.oversight.rating.Rated;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.rating.Source;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 好差评: one row per case or item, never deleted. */
public final class RatingRepository {
    public static final String COLUMNS = "case_no, part, region, one_thing, department, win, level, channel, source, "
            + "by_default, indicators, remark, rated_at, actor, revision, idempotency_key, command";

    private final JsonMapper json;

    public RatingRepository(JsonMapper json) {
        this.json = json;
    }

    /** What is there of the cases, locked in the order of its key. */
    public Mono<Map<Rating.Subject, Rated>> lock(Connection tx, Collection<String> caseNos) {
        return Database.query(tx, "select " + COLUMNS
                + " from rating where case_no = any($1) order by case_no, part for update", this::rated,
                (Object) caseNos.toArray(String[]::new))
                .map(found -> found.stream().collect(Collectors.toMap(r -> r.rating().subject(), r -> r)));
    }

    public Mono<Map<String, Rated>> answered(Connection tx, Collection<String> keys) {
        return keys.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(tx, "select " + COLUMNS + " from rating where idempotency_key = any($1)", this::rated,
                        (Object) keys.toArray(String[]::new))
                        .map(found -> found.stream().collect(Collectors.toMap(r -> String.valueOf(r.key()), r -> r)));
    }

    /**
     * Writes new ratings, and those that take the place of a default one.
     *
     * @throws NotYet when one appeared meanwhile
     */
    public Mono<Void> save(Connection tx, List<Rated> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "insert into rating as r (" + COLUMNS
                        + ", report_at) select case_no, part, region, one_thing, nullif(department, ''), nullif(win, ''), "
                        + "level, channel, source, by_default, indicators, nullif(remark, ''), rated_at, actor, revision, "
                        + "nullif(key, ''), command, rated_at from unnest($1::text[], $2::text[], $3::text[], $4::text[], "
                        + "$5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::boolean[], $11::text[], "
                        + "$12::text[], $13::timestamptz[], $14::text[], $15::integer[], $16::text[], $17::text[]) as v "
                        + "(case_no, part, region, one_thing, department, win, level, channel, source, by_default, "
                        + "indicators, remark, rated_at, actor, revision, key, command) "
                        + "on conflict (case_no, part) do update set level = excluded.level, channel = excluded.channel, "
                        + "source = excluded.source, by_default = excluded.by_default, indicators = excluded.indicators, "
                        + "remark = excluded.remark, rated_at = excluded.rated_at, actor = excluded.actor, "
                        + "revision = excluded.revision, idempotency_key = excluded.idempotency_key, "
                        + "command = excluded.command, reported_at = null, report_at = excluded.rated_at, attempts = 0 "
                        + "where r.by_default and not excluded.by_default and r.revision = excluded.revision - 1",
                        CareRepository.texts(rows, r -> r.rating().subject().caseNo()),
                        CareRepository.texts(rows, Rated::part),
                        CareRepository.texts(rows, Rated::region), CareRepository.texts(rows, Rated::oneThing),
                        CareRepository.texts(rows, Rated::department), CareRepository.texts(rows, Rated::window),
                        CareRepository.texts(rows, r -> r.rating().level().name()),
                        CareRepository.texts(rows, r -> r.rating().channel().name()),
                        CareRepository.texts(rows, r -> r.rating().source().name()),
                        rows.stream().map(r -> r.rating().byDefault()).toArray(Boolean[]::new),
                        CareRepository.texts(rows, r -> json.writeValueAsString(r.rating().indicators())),
                        CareRepository.texts(rows, r -> r.rating().remark()),
                        rows.stream().map(r -> CareRepository.utc(r.rating().at())).toArray(OffsetDateTime[]::new),
                        CareRepository.texts(rows, Rated::actor),
                        rows.stream().map(Rated::revision).toArray(Integer[]::new),
                        CareRepository.texts(rows, Rated::key), CareRepository.texts(rows, Rated::command))
                        .flatMap(n -> n == rows.size()
                                ? Mono.empty()
                                : Mono.error(new NotYet("A rating was given by another instance meanwhile")));
    }

    /** @param since when it was first due; @param tries before this one */
    public record Due(Rated rated, Instant since, int tries) {}

    /** @param reportedAt null: not yet; @param nextAt null: not again; @param trouble empty: none */
    public record Outcome(Due due, @Nullable Instant reportedAt, @Nullable Instant nextAt, String trouble) {}

    /** Takes ratings that are to be reported and that nobody has in hand; they come again if nobody settles them. */
    public Mono<List<Due>> claim(Connection tx, Instant now, Instant until, int limit) {
        return Database.query(tx, "update rating set report_at = $2 where (case_no, part) in (select case_no, part "
                + "from rating where report_at <= $1 order by report_at limit $3 for update skip locked) returning "
                + COLUMNS + ", attempts",
                row -> new Due(rated(row), BundleRepository.required(row, "rated_at", Instant.class),
                        BundleRepository.required(row, "attempts", Integer.class)),
                CareRepository.utc(now), CareRepository.utc(until), limit);
    }

    /** A rating that was given anew meanwhile is reported anew: only the revision that was sent is settled. */
    public Mono<Void> settle(Connection tx, List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                update rating as r set reported_at = nullif(v.reported, timestamptz 'epoch'),
                                    report_at = nullif(v.next, timestamptz 'epoch'), attempts = r.attempts + 1,
                                    trouble = nullif(v.trouble, '')
                                from unnest($1::text[], $2::text[], $3::integer[], $4::timestamptz[], $5::timestamptz[], $6::text[])
                                    as v (case_no, part, revision, reported, next, trouble)
                                where r.case_no = v.case_no and r.part = v.part and r.revision = v.revision
                                """,
                        CareRepository.texts(outcomes, o -> o.due().rated().rating().subject().caseNo()),
                        CareRepository.texts(outcomes, o -> o.due().rated().part()),
                        outcomes.stream().map(o -> o.due().rated().revision()).toArray(Integer[]::new),
                        CareRepository.times(outcomes, Outcome::reportedAt),
                        CareRepository.times(outcomes, Outcome::nextAt),
                        CareRepository.texts(outcomes, Outcome::trouble)).then();
    }

    public Rated rated(Readable row) {
        var part = BundleRepository.required(row, "part", String.class);
        Map<Indicator, Level> indicators = json.readValue(BundleRepository.required(row, "indicators", String.class),
                new TypeReference<Map<Indicator, Level>>() {
                });
        return new Rated(
                new Rating(new Rating.Subject(BundleRepository.required(row, "case_no", String.class),
                        "00".equals(part) ? null : part),
                        Level.valueOf(BundleRepository.required(row, "level", String.class)),
                        Channel.valueOf(BundleRepository.required(row, "channel", String.class)),
                        Source.valueOf(BundleRepository.required(row, "source", String.class)),
                        BundleRepository.required(row, "by_default", Boolean.class), indicators,
                        row.get("remark", String.class), BundleRepository.required(row, "rated_at", Instant.class)),
                BundleRepository.required(row, "region", String.class),
                BundleRepository.required(row, "one_thing", String.class), row.get("department", String.class),
                row.get("win", String.class), BundleRepository.required(row, "actor", String.class),
                BundleRepository.required(row, "revision", Integer.class), row.get("idempotency_key", String.class),
                BundleRepository.required(row, "command", String.class));
    }
}
