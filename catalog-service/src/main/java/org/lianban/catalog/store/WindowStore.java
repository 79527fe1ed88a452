package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Window;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Windows, each with its latest record. */
public final class WindowStore {
    record Revision(Window window, int revision) {}

    private final Database database;
    private final Rows rows;

    public WindowStore(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Window>> list(@Nullable String region, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select document::text as document from service_window
                where ($1::text is null or region = $1) and id > $2 order by id limit $3
                """, row -> rows.document(row, Window.class), Null.or(region, String.class), after, limit));
    }

    public Mono<Window> find(String id) {
        return database.withConnection(c -> find(c, id)).flatMap(Mono::justOrEmpty);
    }

    Mono<Optional<Window>> find(Connection c, String id) {
        return Database.query(c, "select document::text as document from service_window where id = $1",
                row -> rows.document(row, Window.class), id).map(found -> found.stream().findFirst());
    }

    Mono<Long> count(Connection tx) {
        return Database.query(tx, "select count(*) as n from service_window", row -> need(row, "n", Long.class))
                .map(List::getFirst);
    }

    Mono<List<Revision>> all(Connection tx) {
        return Database.query(tx, "select document::text as document, revision from service_window order by id",
                row -> new Revision(rows.document(row, Window.class), need(row, "revision", Integer.class)));
    }

    /** Adds or replaces; a record that says the same keeps its revision and is not returned. */
    Mono<List<Revision>> put(Connection tx, List<Window> windows, Command command) {
        return Database.query(tx, """
                insert into service_window (id, region, revision, document, changed_at, changed_by)
                select id, region, 1, document::jsonb, $4, $5
                from unnest($1::text[], $2::text[], $3::text[]) as changed (id, region, document)
                on conflict (id) do update set document = excluded.document, revision = service_window.revision + 1,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                where service_window.document <> excluded.document
                returning document::text as document, revision
                """, row -> new Revision(rows.document(row, Window.class), need(row, "revision", Integer.class)),
                windows.stream().map(Window::id).toArray(String[]::new),
                windows.stream().map(Window::region).toArray(String[]::new),
                windows.stream().map(rows::text).toArray(String[]::new), command.at(), command.actor());
    }
}
