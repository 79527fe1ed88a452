package org.lianban.catalog.drafting.query;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.orNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.proposal.Proposal;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Proposals and how many support them. */
public record ProposalQueries(Database database, Documents documents) {
    /** @param after last id of the page before; empty: from the beginning */
    public Mono<List<Proposal.Listed>> list(@Nullable String region, @Nullable String kind, String after, int limit) {
        return database.withConnection(c -> Database.query(c, """
                select document::text as document,
                    (select count(*) from proposal_support s where s.proposal_id = p.id) as supports
                from proposal p where ($1::text is null or region = $1)
                    and ($2::text is null or document->>'kind' = $2) and id > $3
                order by id limit $4
                """,
                row -> new Proposal.Listed(documents.read(row, Proposal.class),
                        bigint(row, "supports")),
                orNull(region), orNull(kind), after, limit));
    }
}
