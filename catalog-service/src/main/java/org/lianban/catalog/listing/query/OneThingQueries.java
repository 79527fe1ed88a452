package org.lianban.catalog.listing.query;

import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** One-things as people look for them. */
public record OneThingQueries(Database database, OneThingRepository oneThings, Documents documents) {
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
            String after, int limit, Instant at) {}

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
                """, OneThingQueries::summary, page.at(), page.after(), orNull(page.region()),
                page.query(), page.limit(), orNull(page.subject()), orNull(page.lifeStage())));
    }

    private static Summary summary(Readable row) {
        return new Summary(text(row, "code"), text(row, "region"), textOrNull(row, "region_name"), text(row, "name"),
                text(row, "subject"), textOrNull(row, "stage"), textOrNull(row, "batch"), textOrNull(row, "lead"),
                integer(row, "items"), integer(row, "version"),
                text(row, "content_hash"), instant(row, "effective_from"),
                textOrNull(row, "borrowed_from"), text(row, "standing"));
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
        return database.withConnection(c -> documents.one(c, OneThing.class, sql, parameters))
                .flatMap(Mono::justOrEmpty);
    }

    /** Newest first; a code that does not exist has none. */
    public Mono<List<Version>> versions(String code, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select version, content_hash, since, published_at, published_by, stage from one_thing_standing
                where code = $1 order by version desc limit $2
                """, row -> new Version(integer(row, "version"), text(row, "content_hash"),
                instant(row, "since"), instant(row, "published_at"),
                text(row, "published_by"), text(row, "stage")), code, limit));
    }

    /** Of every code of a region the newest version that is more than a test and not retired, by code. */
    public Mono<List<OneThing>> currentOf(String region, int limit) {
        return database.withConnection(c -> oneThings.current(c, region, limit));
    }

    /** Versions by content hash, in the order of their codes. */
    public Mono<List<OneThing>> versions(List<String> hashes) {
        return database.withConnection(c -> oneThings.versions(c, hashes));
    }
}
