package org.lianban.catalog.store;

import static org.lianban.catalog.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.proposal.Proposal;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.store.Outcome.Denial;
import org.lianban.catalog.store.Outcome.Denied;
import org.lianban.catalog.store.Outcome.Done;
import org.lianban.catalog.store.Outcome.Reason;
import org.lianban.catalog.store.Outcome.Refused;
import org.lianban.persistence.Database.Null;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Proposals and who supports them. */
public final class Proposals {
    /** @param supports how many accounts support it */
    public record Listed(Proposal proposal, long supports) {}

    private final Database database;
    private final Exclusive exclusive;
    private final Once once;
    private final Rows rows;

    public Proposals(Database database, JsonMapper json) {
        this.database = database;
        this.exclusive = new Exclusive(database);
        this.once = new Once(json);
        this.rows = new Rows(json);
    }

    public Mono<Outcome<Proposal>> file(Command command, Proposal.Filing filing, @Nullable String department) {
        List<Fault> faults = filing.faults(department);
        if (!faults.isEmpty()) {
            return Mono.just(new Refused<>(
                    faults.stream().map(f -> new Reason(f.pointer(), f.code().name(), f.message())).toList()));
        }
        return exclusive.alone(tx -> once.run(tx, command, Proposal.class,
                () -> nextId(tx, String.valueOf(filing.region())).flatMap(id -> {
                    Proposal proposal = filing.proposal(id, department);
                    return Database.update(tx, """
                            insert into proposal (id, region, state, document, changed_at, changed_by)
                            values ($1, $2, $3, $4::jsonb, $5, $6)
                            """, id, proposal.region(), proposal.state().name(), rows.text(proposal), command.at(),
                            command.actor()).thenReturn(new Done<>(proposal, false));
                })));
    }

    /** Ids are given here and nowhere else. */
    private static Mono<String> nextId(Connection tx, String region) {
        return Database.query(tx, "select count(*) as n from proposal where region = $1",
                row -> region + "-P" + (need(row, "n", Long.class) + 1), region).map(List::getFirst);
    }

    public Mono<Outcome<Proposal>> move(Command command, String id, Proposal.Move move, @Nullable String reply) {
        return exclusive.alone(tx -> once.run(tx, command, Proposal.class, () -> load(tx, id).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.just(new Denied<>(Denial.NOT_FOUND, "没有此提议"));
            }
            Optional<Proposal> moved = found.get().moved(new Proposal.Step(move, reply, command.actor(), command.at()));
            return moved.isEmpty()
                    ? Mono.just(new Denied<Proposal>(Denial.WRONG_STAGE,
                            "提议处于%s，不能%s".formatted(found.get().state(), move)))
                    : save(tx, command, moved.get()).thenReturn(new Done<>(moved.get(), false));
        })));
    }

    private Mono<Long> save(Connection tx, Command command, Proposal proposal) {
        return Database.update(tx,
                "update proposal set state = $2, document = $3::jsonb, changed_at = $4, changed_by = $5 where id = $1",
                proposal.id(), proposal.state().name(), rows.text(proposal), command.at(), command.actor());
    }

    /** An account supports a proposal once, however often it says so. */
    public Mono<Outcome<Listed>> support(Command command, String id, String account) {
        return database.inTransaction(tx -> load(tx, id).flatMap(found -> found.isEmpty()
                ? Mono.just(new Denied<Listed>(Denial.NOT_FOUND, "没有此提议"))
                : Database.update(tx, """
                        insert into proposal_support (proposal_id, account, at) values ($1, $2, $3)
                        on conflict do nothing
                        """, id, account, command.at())
                        .then(Database.query(tx, "select count(*) as n from proposal_support where proposal_id = $1",
                                row -> need(row, "n", Long.class), id))
                        .map(n -> new Done<>(new Listed(found.get(), n.getFirst()), false))));
    }

    private Mono<Optional<Proposal>> load(Connection tx, String id) {
        return Database.query(tx, "select document::text as document from proposal where id = $1",
                row -> rows.document(row, Proposal.class), id).map(found -> found.stream().findFirst());
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Listed>> list(@Nullable String region, @Nullable String kind, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select document::text as document,
                    (select count(*) from proposal_support s where s.proposal_id = p.id) as supports
                from proposal p where ($1::text is null or region = $1)
                    and ($2::text is null or document->>'kind' = $2) and id > $3
                order by id limit $4
                """, row -> new Listed(rows.document(row, Proposal.class), need(row, "supports", Long.class)),
                Null.or(region, String.class), Null.or(kind, String.class), after, limit));
    }
}
