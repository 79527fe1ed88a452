package org.lianban.catalog.listing.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.store.RegisterRepository;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Departments and windows as they are on record. */
public record RegisterQueries(Database database, RegisterRepository<Department> departments,
        RegisterRepository<Window> windows) {
    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Department>> departments(@Nullable String region, String after, int limit) {
        return database.withConnection(c -> departments.list(c, region, after, limit));
    }

    /** The shown name of each department of a region by id. */
    public Mono<Map<String, String>> departmentNames(String region) {
        return database.withConnection(c -> departments.of(c, region))
                .map(found -> found.stream().collect(Collectors.toMap(Department::id, d -> d.names().getFirst())));
    }

    public Mono<Set<String>> departmentIds() {
        return database.withConnection(departments::ids);
    }

    /** A region is known by its departments. */
    public Mono<Boolean> regionKnown(String region) {
        return database.withConnection(c -> departments.list(c, region, "", 1)).map(found -> !found.isEmpty());
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Window>> windows(@Nullable String region, String after, int limit) {
        return database.withConnection(c -> windows.list(c, region, after, limit));
    }

    public Mono<Window> window(String id) {
        return database.withConnection(c -> windows.find(c, id)).flatMap(Mono::justOrEmpty);
    }
}
