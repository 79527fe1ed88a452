package org.lianban.result.province.query;

import java.time.LocalDate;
import java.util.List;
import org.lianban.contracts.province.Reconciliation.Differences;
import org.lianban.persistence.Database;
import org.lianban.result.province.Rejection;
import org.lianban.result.province.store.SentRepository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What operators ask about rows the province was told. */
public record ProvinceQueries(Database database, SentRepository sent, JsonMapper json) {
    /** Rows that were rejected and not sent again, oldest first. */
    public Mono<List<Rejection>> rejections(String region, int limit) {
        return database.withConnection(c -> sent.open(c, region, limit));
    }

    /** What the last comparison of a day found; empty while there was none. */
    public Mono<Differences> differences(String region, LocalDate day) {
        return database.withConnection(c -> sent.comparison(c, region, day))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .map(text -> json.readValue(text, Differences.class));
    }
}
