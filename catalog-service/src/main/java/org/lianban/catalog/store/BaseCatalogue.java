package org.lianban.catalog.store;

import io.r2dbc.spi.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.base.BaseCheck;
import org.lianban.catalog.base.BaseVersion;
import org.lianban.catalog.base.Drift;
import org.lianban.catalog.base.Inheritance;
import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.store.Outcome.Denial;
import org.lianban.catalog.store.Outcome.Denied;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 基本目录: imports versions of the upper level and reports what drifted from them. */
public final class BaseCatalogue {
    /** @param drift of all one-things on the list against the new version */
    public record Taken(String version, int items, List<Drift> drift) {}

    private final Database database;
    private final Exclusive exclusive;
    private final Once once;
    private final Rows rows;
    private final BaseStore base;
    private final Surveys surveys;

    public BaseCatalogue(Database database, JsonMapper json) {
        this.database = database;
        this.exclusive = new Exclusive(database);
        this.once = new Once(json);
        this.rows = new Rows(json);
        this.base = new BaseStore(database, json);
        this.surveys = new Surveys(database, json);
    }

    /** Takes over a version as a whole, or nothing of it; published one-things stay as they are and show as drifted. */
    public Mono<Outcome<Taken>> take(Command command, BaseVersion version) {
        List<Fault> faults = BaseCheck.of(version);
        if (!faults.isEmpty()) {
            return Mono.just(new Refused<>(
                    faults.stream().map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList()));
        }
        return exclusive.alone(tx -> once.run(tx, command, Taken.class,
                () -> base.known(tx, version.version()).flatMap(known -> known
                        ? Mono.just(new Denied<>(Denial.ALREADY_OPEN, "基本目录%s已经导入".formatted(version.version())))
                        : base.insert(tx, version, command).then(current(tx, null)).map(versions -> new Done<>(
                                new Taken(version.version(), version.items().size(),
                                        drift(versions, new Inheritance(version))),
                                false)))));
    }

    /** What differs now, of one region or of all. */
    public Mono<List<Drift>> drift(@Nullable String region) {
        return database.withConnection(c -> surveys.inheritance(c)
                .flatMap(inheritance -> current(c, region).map(versions -> drift(versions, inheritance))));
    }

    private Mono<List<OneThing>> current(Connection c, @Nullable String region) {
        return Database.query(c, """
                select distinct on (code) document::text as document, code from one_thing_standing
                where stage in ('TRIAL', 'LIVE', 'SUSPENDED') and ($1::text is null or region = $1)
                order by code, since desc
                """, row -> rows.document(row, OneThing.class), Null.or(region, String.class));
    }

    private static List<Drift> drift(List<OneThing> versions, Inheritance inheritance) {
        return versions.stream().flatMap(v -> Drift.of(v, inheritance, Content.of(v), Annex.NONE).stream()).toList();
    }
}
