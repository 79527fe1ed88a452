package org.lianban.catalog.listing.store;

import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Records of which the latest counts: departments and windows, each in its table. */
public record RegisterRepository<T>(String table, Class<T> type, Function<T, String> id, Function<T, String> region,
        Documents documents) {
    /** @param revision how often the record changed */
    public record Revision<T>(T record, int revision) {}

    public static RegisterRepository<Department> departments(Documents documents) {
        return new RegisterRepository<>("department", Department.class, Department::id, Department::region, documents);
    }

    public static RegisterRepository<Window> windows(Documents documents) {
        return new RegisterRepository<>("service_window", Window.class, Window::id, Window::region, documents);
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<T>> list(Connection c, @Nullable String region, String after, int limit) {
        return documents.all(c, type, """
                select document::text as document from %s
                where ($1::text is null or region = $1) and id > $2 order by id limit $3
                """.formatted(table), orNull(region), after, limit);
    }

    public Mono<List<T>> of(Connection c, String region) {
        return list(c, region, "", Integer.MAX_VALUE);
    }

    public Mono<Optional<T>> find(Connection c, String id) {
        return documents.one(c, type, "select document::text as document from %s where id = $1".formatted(table), id);
    }

    public Mono<Set<String>> ids(Connection c) {
        return Database.query(c, "select id from " + table, row -> text(row, "id")).map(Set::copyOf);
    }

    public Mono<List<Revision<T>>> all(Connection c) {
        return Database.query(c, "select document::text as document, revision from %s order by id".formatted(table),
                row -> new Revision<>(documents.read(row, type), integer(row, "revision")));
    }

    /** Adds or replaces; a record that says the same keeps its revision and is not returned. */
    public Mono<List<Revision<T>>> put(Connection tx, List<T> records, Command command) {
        return Database.query(tx, """
                insert into %1$s (id, region, revision, document, changed_at, changed_by)
                select id, region, 1, document::jsonb, $4, $5
                from unnest($1::text[], $2::text[], $3::text[]) as changed (id, region, document)
                on conflict (id) do update set document = excluded.document, revision = %1$s.revision + 1,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                where %1$s.document <> excluded.document
                returning document::text as document, revision
                """.formatted(table),
                row -> new Revision<>(documents.read(row, type), integer(row, "revision")),
                records.stream().map(id).toArray(String[]::new), records.stream().map(region).toArray(String[]::new),
                records.stream().map(documents::text).toArray(String[]::new), command.at(), command.actor());
    }
}
