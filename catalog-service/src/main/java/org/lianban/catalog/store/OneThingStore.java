package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.publish.Publication.Known;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Versions of one-things. */
public final class OneThingStore {
    /**
     * One line of a list.
     *
     * @param stage 人生或企业阶段 as printed
     * @param standing TRIAL, LIVE or SUSPENDED
     */
    public record Summary(String code, String region, @Nullable String regionName, String name, String subject,
            @Nullable String stage, @Nullable String batch, @Nullable String lead, int items, int version,
            String contentHash, Instant effectiveFrom, @Nullable String borrowedFrom, String standing) {}

    /** One line of a version list. */
    public record Version(int version, String contentHash, Instant effectiveFrom, Instant publishedAt,
            String publishedBy, String standing) {}

    /**
     * What to list.
     *
     * @param query part of the name, or the beginning of the code; empty: everything
     * @param subject INDIVIDUAL or ENTERPRISE
     * @param lifeStage 人生或企业阶段 as printed
     * @param after last code of the page before; empty: from the beginning
     * @param limit 1 to 200
     */
    public record Page(@Nullable String region, String query, @Nullable String subject, @Nullable String lifeStage,
            String after, int limit, Instant at) {

        /** Of every subject and stage of life. */
        public Page(@Nullable String region, String query, String after, int limit, Instant at) {
            this(region, query, null, null, after, limit, at);
        }
    }

    private final Database database;
    private final Rows rows;

    public OneThingStore(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    /** One-things effective at an instant, by code. */
    public Mono<List<Summary>> list(Page page) {
        return database.withConnection(c -> Database.query(c, """
                select * from (
                    select distinct on (code) code, region, name, version, content_hash, since as effective_from, stage
                        as standing,
                        document->'source'->>'regionName' as region_name, document->>'subject' as subject,
                        document->>'stage' as stage, document->>'batch' as batch, document->>'lead' as lead,
                        document->>'printedName' as printed_name, document->>'borrowedFrom' as borrowed_from,
                        jsonb_array_length(document->'items') as items
                    from one_thing_standing
                    where since <= $1 and code > $2 and ($3::text is null or region = $3)
                        and stage in ('TRIAL', 'LIVE', 'SUSPENDED')
                    order by code, since desc) effective
                where ($4 = '' or strpos(lower(name), lower($4)) > 0 or strpos(lower(printed_name), lower($4)) > 0
                    or starts_with(upper(code), upper($4)))
                    and ($6::text is null or subject = $6) and ($7::text is null or stage = $7)
                order by code limit $5
                """, OneThingStore::summary, page.at(), page.after(), Null.or(page.region(), String.class),
                page.query(), page.limit(), Null.or(page.subject(), String.class),
                Null.or(page.lifeStage(), String.class)));
    }

    private static Summary summary(Readable row) {
        return new Summary(need(row, "code", String.class), need(row, "region", String.class),
                Rows.maybe(row, "region_name", String.class), need(row, "name", String.class),
                need(row, "subject", String.class), Rows.maybe(row, "stage", String.class),
                Rows.maybe(row, "batch", String.class), Rows.maybe(row, "lead", String.class),
                need(row, "items", Integer.class), need(row, "version", Integer.class),
                need(row, "content_hash", String.class), need(row, "effective_from", Instant.class),
                Rows.maybe(row, "borrowed_from", String.class), need(row, "standing", String.class));
    }

    /** The version applications of this instant use, or would use while the one-thing is suspended. */
    public Mono<OneThing> effective(String code, Instant at) {
        return one("""
                select document::text as document from one_thing_standing
                where code = $1 and since <= $2 and stage in ('TRIAL', 'LIVE', 'SUSPENDED') order by since desc limit 1
                """, code, at);
    }

    /** The newest version that is more than a test, whether it has begun or not. */
    public Mono<OneThing> current(String code) {
        return one("""
                select document::text as document from one_thing_standing
                where code = $1 and stage not in ('TESTING', 'WITHDRAWN') order by since desc limit 1
                """, code);
    }

    public Mono<OneThing> version(String code, int version) {
        return one("select document::text as document from one_thing_version where code = $1 and version = $2", code,
                version);
    }

    public Mono<OneThing> version(String code, String contentHash) {
        return one("select document::text as document from one_thing_version where code = $1 and content_hash = $2",
                code, contentHash);
    }

    private Mono<OneThing> one(String sql, Object... parameters) {
        return database.withConnection(
                c -> Database.query(c, sql, row -> rows.document(row, OneThing.class), parameters))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Newest first; a code that does not exist has none. */
    public Mono<List<Version>> versions(String code, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select version, content_hash, since, published_at, published_by, stage from one_thing_standing
                where code = $1 order by version desc limit $2
                """, row -> new Version(need(row, "version", Integer.class), need(row, "content_hash", String.class),
                need(row, "since", Instant.class), need(row, "published_at", Instant.class),
                need(row, "published_by", String.class), need(row, "stage", String.class)), code, limit));
    }

    Mono<Long> count(Connection tx) {
        return Database.query(tx, "select count(*) as n from one_thing_version", row -> need(row, "n", Long.class))
                .map(List::getFirst);
    }

    Mono<Optional<Known>> last(Connection tx, String code) {
        return known(tx, """
                select code, region, version, effective_from from one_thing_version
                where code = $1 order by version desc limit 1
                """, code);
    }

    /** Another one-thing whose latest version has the name; what is retired or withdrawn gives its name back. */
    Mono<Optional<Known>> namesake(Connection tx, String code, String region, String name) {
        return known(tx, """
                select code, region, version, effective_from from one_thing_standing v
                where region = $1 and name = $2 and code <> $3 and stage <> 'RETIRED'
                    and version = (select max(version) from one_thing_standing where code = v.code
                        and stage <> 'WITHDRAWN') limit 1
                """, region, name, code);
    }

    private static Mono<Optional<Known>> known(Connection tx, String sql, Object... parameters) {
        return Database.query(tx, sql,
                row -> new Known(need(row, "code", String.class), need(row, "region", String.class),
                        need(row, "version", Integer.class), need(row, "effective_from", Instant.class)),
                parameters).map(found -> found.stream().findFirst());
    }

    Mono<Long> insert(Connection tx, List<OneThing> oneThings, Command command) {
        return Database.update(tx, """
                insert into one_thing_version (content_hash, code, version, region, name, effective_from, document,
                    published_at, published_by)
                select hash, code, version, region, name, effective_from, document::jsonb, $8, $9
                from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::timestamptz[], $7::text[])
                    as added (hash, code, version, region, name, effective_from, document)
                """, texts(oneThings.stream().map(OneThing::contentHash).toList()),
                texts(oneThings.stream().map(OneThing::code).toList()),
                oneThings.stream().map(OneThing::version).toArray(Integer[]::new),
                texts(oneThings.stream().map(OneThing::region).toList()),
                texts(oneThings.stream().map(OneThing::name).toList()),
                oneThings.stream().map(o -> o.effectiveFrom().toString()).toArray(String[]::new),
                texts(oneThings.stream().map(rows::text).toList()), command.at(), command.actor());
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** Every hash, in order of publication. */
    Mono<List<String>> hashes(Connection tx) {
        return Database.query(tx, "select content_hash from one_thing_version order by code, version",
                row -> need(row, "content_hash", String.class));
    }

    /** The newest version of each code that is more than a test and not retired. */
    Mono<List<OneThing>> newest(Connection tx, List<String> codes) {
        return Database.query(tx, """
                select distinct on (code) document::text as document, code from one_thing_standing
                where code = any($1) and stage in ('TRIAL', 'LIVE', 'SUSPENDED') order by code, since desc
                """, row -> rows.document(row, OneThing.class), (Object) texts(codes));
    }

    /** Of every code of a region the newest version that is more than a test and not retired, by code. */
    public Mono<List<OneThing>> currentOf(String region, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select distinct on (code) document::text as document, code from one_thing_standing
                where region = $1 and stage in ('TRIAL', 'LIVE', 'SUSPENDED') order by code, since desc limit $2
                """, row -> rows.document(row, OneThing.class), region, limit));
    }

    Mono<List<OneThing>> all(Connection tx, String code) {
        return Database.query(tx, "select document::text as document from one_thing_version where code = $1",
                row -> rows.document(row, OneThing.class), code);
    }

    Mono<List<OneThing>> versions(Connection tx, List<String> hashes) {
        return Database.query(tx,
                "select document::text as document from one_thing_version where content_hash = any($1) order by code, version",
                row -> rows.document(row, OneThing.class), (Object) texts(hashes));
    }

    /** Of every code, or of one, all versions with the beginning and the stage of each, newest last. */
    Mono<List<EffectiveVersions>> effectiveVersions(Connection tx, @Nullable String code) {
        record Row(String code, String region, String name, Effective effective) {}
        return Database.query(tx, """
                select code, region, name, version, content_hash, since, stage from one_thing_standing
                where ($1::text is null or code = $1) and stage <> 'WITHDRAWN' order by code, since, version
                """, row -> new Row(need(row, "code", String.class), need(row, "region", String.class),
                need(row, "name", String.class), new Effective(need(row, "version", Integer.class),
                        need(row, "content_hash", String.class), need(row, "since", Instant.class),
                        stage(need(row, "stage", String.class)))),
                Null.or(code, String.class)).map(found -> {
                    Map<String, EffectiveVersions> byCode = new LinkedHashMap<>();
                    found.forEach(row -> byCode.merge(row.code(), new EffectiveVersions(row.code(), row.region(),
                            row.name(), List.of(row.effective())), OneThingStore::joined));
                    return List.copyOf(byCode.values());
                });
    }

    /** Live is what is not said, as it was before there were stages. */
    private static @Nullable Stage stage(String stage) {
        Stage known = Stage.valueOf(stage);
        return known == Stage.LIVE ? null : known;
    }

    /** The name is that of the newest version that is more than a test. */
    private static EffectiveVersions joined(EffectiveVersions before, EffectiveVersions after) {
        List<Effective> versions = new ArrayList<>(before.versions());
        versions.addAll(after.versions());
        boolean test = after.versions().getFirst().stage() == Stage.TESTING;
        return new EffectiveVersions(after.code(), after.region(), test ? before.name() : after.name(),
                List.copyOf(versions));
    }
}
