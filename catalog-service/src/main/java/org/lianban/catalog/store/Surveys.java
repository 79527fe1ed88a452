package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.base.Inheritance;
import org.lianban.catalog.draft.Draft;
import org.lianban.catalog.draft.Situation;
import org.lianban.catalog.gate.Gate;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.publish.Publication.Decision;
import org.lianban.catalog.publish.Publication.Known;
import org.lianban.catalog.publish.Publication.Surroundings;
import org.lianban.catalog.publish.Publication;
import org.lianban.contracts.catalog.Department;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Looks around for a decision: departments, the last version, the base catalogue. */
final class Surveys {
    private final OneThingStore oneThings;
    private final DepartmentStore departments;
    private final BaseStore base;

    Surveys(Database database, JsonMapper json) {
        this.oneThings = new OneThingStore(database, json);
        this.departments = new DepartmentStore(database, json);
        this.base = new BaseStore(database, json);
    }

    /** What a publication looks at. */
    Mono<Surroundings> surroundings(Connection tx, Content content) {
        String code = String.valueOf(content.code());
        return departments.ids(tx).flatMap(ids -> oneThings.last(tx, code)
                .flatMap(last -> oneThings
                        .namesake(tx, code, String.valueOf(content.region()), String.valueOf(content.name()))
                        .map(namesake -> new Surroundings(ids, last.orElse(null), namesake.orElse(null)))));
    }

    Mono<Gate.Surroundings> gate(Connection c) {
        return base.inForce(c).flatMap(version -> kind(c, Department.Kind.COMPANY, Department.Kind.OPEN_GROUP)
                .map(companies -> new Gate.Surroundings(new Inheritance(version.orElse(null)), companies)));
    }

    Mono<Inheritance> inheritance(Connection tx) {
        return base.inForce(tx).map(version -> new Inheritance(version.orElse(null)));
    }

    private static Mono<Set<String>> kind(Connection c, Department.Kind... kinds) {
        return Database.query(c, "select id from department where document->>'kind' = any($1)",
                row -> need(row, "id", String.class),
                (Object) Arrays.stream(kinds).map(Enum::name).toArray(String[]::new)).map(Set::copyOf);
    }

    /** Null is no proposal: then none has to be adopted. */
    Mono<Boolean> proposalAdopted(Connection tx, @Nullable String proposal) {
        return proposal == null
                ? Mono.just(true)
                : Database
                        .query(tx, "select state from proposal where id = $1", row -> need(row, "state", String.class),
                                proposal)
                        .map(found -> found.equals(List.of("ADOPTED")));
    }

    /** A version is numbered after every earlier one, tested ones too, and is first announced now. */
    Mono<Situation> situation(Connection tx, Draft draft, Instant now) {
        return surroundings(tx, draft.content()).flatMap(around -> gate(tx)
                .flatMap(gate -> kind(tx, Department.Kind.OPEN_GROUP)
                        .map(open -> situation(draft, around, gate, open, now))));
    }

    private static Situation situation(Draft draft, Surroundings around, Gate.Surroundings gate, Set<String> open,
            Instant now) {
        Known last = around.last();
        Instant from = last == null || last.effectiveFrom().isBefore(now) ? now : last.effectiveFrom().plusMillis(1);
        List<Fault> faults = Gate.check(draft.content(), draft.annex(), gate);
        return switch (Publication.decide(draft.content(), from, now, around)) {
            case Decision.Published(var oneThing) -> new Situation(now, open, List.of(), faults, oneThing);
            case Decision.Refused(var form) -> new Situation(now, open, form, faults, null);
        };
    }
}
