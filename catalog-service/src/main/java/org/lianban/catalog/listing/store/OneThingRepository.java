package org.lianban.catalog.listing.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.publication.Publication.Known;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Versions of one-things. */
public record OneThingRepository(Documents documents) {
    public Mono<Long> count(Connection tx) {
        return Database.query(tx, "select count(*) as n from one_thing_version", row -> bigint(row, "n"))
                .map(List::getFirst);
    }

    public Mono<Optional<Known>> last(Connection tx, String code) {
        return known(tx, """
                select code, region, version, effective_from from one_thing_version
                where code = $1 order by version desc limit 1
                """, code);
    }

    /** Another one-thing whose latest version has the name; what is retired or withdrawn gives its name back. */
    public Mono<Optional<Known>> namesake(Connection tx, String code, String region, String name) {
        return known(tx, """
                select code, region, version, effective_from from one_thing_standing v
                where region = $1 and name = $2 and code <> $3 and stage <> 'RETIRED'
                    and version = (select max(version) from one_thing_standing where code = v.code
                        and stage <> 'WITHDRAWN') limit 1
                """, region, name, code);
    }

    private static Mono<Optional<Known>> known(Connection tx, String sql, Object... parameters) {
        return Database.query(tx, sql, row -> new Known(text(row, "code"), text(row, "region"),
                integer(row, "version"), instant(row, "effective_from")),
                parameters).map(found -> found.stream().findFirst());
    }

    public Mono<Long> insert(Connection tx, List<OneThing> oneThings, Command command) {
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
                texts(oneThings.stream().map(documents::text).toList()), command.at(), command.actor());
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** Every hash, in order of publication. */
    public Mono<List<String>> hashes(Connection tx) {
        return Database.query(tx, "select content_hash from one_thing_version order by code, version",
                row -> text(row, "content_hash"));
    }

    /** Of every code, of a region or of all, the newest version that is more than a test and not retired, by code. */
    public Mono<List<OneThing>> current(Connection c, @Nullable String region, int limit) {
        return documents.all(c, OneThing.class, """
                select distinct on (code) document::text as document, code from one_thing_standing
                where ($1::text is null or region = $1) and stage in ('TRIAL', 'LIVE', 'SUSPENDED')
                order by code, since desc limit $2
                """, orNull(region), limit);
    }

    /** The newest version of each code that is more than a test and not retired. */
    public Mono<List<OneThing>> newest(Connection tx, List<String> codes) {
        return documents.all(tx, OneThing.class, """
                select distinct on (code) document::text as document, code from one_thing_standing
                where code = any($1) and stage in ('TRIAL', 'LIVE', 'SUSPENDED') order by code, since desc
                """, (Object) texts(codes));
    }

    public Mono<List<OneThing>> all(Connection tx, String code) {
        return documents.all(tx, OneThing.class,
                "select document::text as document from one_thing_version where code = $1", code);
    }

    public Mono<List<OneThing>> versions(Connection tx, List<String> hashes) {
        return documents.all(tx, OneThing.class,
                "select document::text as document from one_thing_version where content_hash = any($1) order by code, version",
                (Object) texts(hashes));
    }

    /** Of every code, or of one, all versions with the beginning and the stage of each, newest last. */
    public Mono<List<EffectiveVersions>> effectiveVersions(Connection tx, @Nullable String code) {
        record Row(String code, String region, String name, Effective effective) {}
        return Database.query(tx, """
                select code, region, name, version, content_hash, since, stage from one_thing_standing
                where ($1::text is null or code = $1) and stage <> 'WITHDRAWN' order by code, since, version
                """, row -> new Row(text(row, "code"), text(row, "region"),
                text(row, "name"), new Effective(integer(row, "version"),
                        text(row, "content_hash"), instant(row, "since"), stage(text(row, "stage")))),
                orNull(code)).map(found -> {
                    Map<String, EffectiveVersions> byCode = new LinkedHashMap<>();
                    found.forEach(row -> byCode.merge(row.code(), new EffectiveVersions(row.code(), row.region(),
                            row.name(), List.of(row.effective())), OneThingRepository::joined));
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
