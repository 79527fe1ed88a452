package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Department;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Departments, each with its latest record. */
public final class DepartmentStore {
    record Revision(Department department, int revision) {}

    private final Database database;
    private final Rows rows;

    public DepartmentStore(Database database, JsonMapper json) {
        this.database = database;
        this.rows = new Rows(json);
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Department>> list(@Nullable String region, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select document::text as document from department
                where ($1::text is null or region = $1) and id > $2 order by id limit $3
                """, row -> rows.document(row, Department.class), Null.or(region, String.class), after, limit));
    }

    /** The shown name of each department of a region by id. */
    public Mono<Map<String, String>> names(String region) {
        return database.withConnection(c -> Database.query(c,
                "select document::text as document from department where region = $1",
                row -> rows.document(row, Department.class), region))
                .map(found -> found.stream().collect(Collectors.toMap(Department::id, d -> d.names().getFirst())));
    }

    public Mono<Boolean> regionKnown(String region) {
        return database.withConnection(c -> Database.query(c,
                "select exists (select 1 from department where region = $1) as known",
                row -> need(row, "known", Boolean.class), region)).map(List::getFirst);
    }

    public Mono<Set<String>> ids() {
        return database.withConnection(this::ids);
    }

    Mono<Set<String>> ids(Connection tx) {
        return Database.query(tx, "select id from department", row -> need(row, "id", String.class)).map(Set::copyOf);
    }

    Mono<List<Revision>> all(Connection tx) {
        return Database.query(tx, "select document::text as document, revision from department order by id",
                row -> new Revision(rows.document(row, Department.class), need(row, "revision", Integer.class)));
    }

    /** Adds or replaces; a record that says the same keeps its revision and is not returned. */
    Mono<List<Revision>> put(Connection tx, List<Department> departments, Command command) {
        return Database.query(tx, """
                insert into department (id, region, revision, document, changed_at, changed_by)
                select id, region, 1, document::jsonb, $4, $5
                from unnest($1::text[], $2::text[], $3::text[]) as changed (id, region, document)
                on conflict (id) do update set document = excluded.document, revision = department.revision + 1,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                where department.document <> excluded.document
                returning document::text as document, revision
                """, row -> new Revision(rows.document(row, Department.class), need(row, "revision", Integer.class)),
                departments.stream().map(Department::id).toArray(String[]::new),
                departments.stream().map(Department::region).toArray(String[]::new),
                departments.stream().map(rows::text).toArray(String[]::new), command.at(), command.actor());
    }
}
