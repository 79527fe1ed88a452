package org.lianban.catalog.drafting.query;

import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Connection;
import java.util.Arrays;
import java.util.Set;
import org.lianban.catalog.drafting.gate.Gaps;
import org.lianban.catalog.drafting.gate.Gate;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.contracts.catalog.Department;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** What the gate looks at, and what it finds. */
public record GateQueries(Database database, BaseQueries base) {
    public Mono<Gaps> gaps(Content content, Annex annex) {
        return database.withConnection(c -> context(c).map(context -> Gaps.of(content, annex, context)));
    }

    public Mono<Gate.Context> context(Connection c) {
        return base.inheritance(c)
                .flatMap(inherited -> departments(c, Department.Kind.COMPANY, Department.Kind.OPEN_GROUP)
                        .map(companies -> new Gate.Context(inherited, companies)));
    }

    /** Ids of the departments of some kinds. */
    public static Mono<Set<String>> departments(Connection c, Department.Kind... kinds) {
        return Database.query(c, "select id from department where document->>'kind' = any($1)", row -> text(row, "id"),
                (Object) Arrays.stream(kinds).map(Enum::name).toArray(String[]::new)).map(Set::copyOf);
    }
}
