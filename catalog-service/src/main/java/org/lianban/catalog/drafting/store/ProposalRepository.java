package org.lianban.catalog.drafting.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.orNull;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.proposal.Proposal;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Proposals and who supports them. */
public record ProposalRepository(Documents documents) {
    /** Ids are given here and nowhere else. */
    public Mono<String> nextId(Connection tx, String region) {
        return Database.query(tx, "select count(*) as n from proposal where region = $1",
                row -> region + "-P" + (bigint(row, "n") + 1), region).map(List::getFirst);
    }

    public Mono<Optional<Proposal>> load(Connection tx, String id) {
        return documents.one(tx, Proposal.class, "select document::text as document from proposal where id = $1", id);
    }

    public Mono<Long> save(Connection tx, Proposal proposal, Command command) {
        return Database.update(tx, """
                insert into proposal (id, region, state, document, changed_at, changed_by)
                values ($1, $2, $3, $4::jsonb, $5, $6)
                on conflict (id) do update set state = excluded.state, document = excluded.document,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """, proposal.id(), proposal.region(), proposal.state().name(), documents.text(proposal),
                command.at(), command.actor());
    }

    /** @return how many accounts support it now */
    public Mono<Long> support(Connection tx, String id, String account, Command command) {
        return Database.update(tx,
                "insert into proposal_support (proposal_id, account, at) values ($1, $2, $3) on conflict do nothing",
                id, account, command.at())
                .then(Database.query(tx, "select count(*) as n from proposal_support where proposal_id = $1",
                        row -> bigint(row, "n"), id))
                .map(List::getFirst);
    }

    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Proposal.Listed>> list(Connection c, @Nullable String region, @Nullable String kind, String after,
            int limit) {
        return Database.query(c, """
                select document::text as document,
                    (select count(*) from proposal_support s where s.proposal_id = p.id) as supports
                from proposal p where ($1::text is null or region = $1)
                    and ($2::text is null or document->>'kind' = $2) and id > $3
                order by id limit $4
                """,
                row -> new Proposal.Listed(documents.read(row, Proposal.class), bigint(row, "supports")),
                orNull(region), orNull(kind), after, limit);
    }
}
