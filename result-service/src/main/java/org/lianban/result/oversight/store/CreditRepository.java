package org.lianban.result.oversight.store;

import io.r2dbc.spi.Connection;
import java.time.OffsetDateTime;
import java.util.List;
import org.lianban.persistence.Database;
import org.lianban.result.oversight.check.Credit;
import reactor.core.publisher.Mono;

/** 履约记录: one per commitment and item; what was recorded first stands. */
public final class CreditRepository {
    public Mono<Void> record(Connection tx, List<Credit> credits) {
        return credits.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into credit_record (case_no, material, item_no, kept, ground, at)
                                select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[])
                                on conflict do nothing
                                """,
                        CareRepository.texts(credits, Credit::caseNo), CareRepository.texts(credits, Credit::material),
                        CareRepository.texts(credits, Credit::itemNo),
                        credits.stream().map(Credit::kept).toArray(Boolean[]::new),
                        CareRepository.texts(credits, Credit::ground),
                        credits.stream().map(c -> CareRepository.utc(c.at())).toArray(OffsetDateTime[]::new)).then();
    }
}
