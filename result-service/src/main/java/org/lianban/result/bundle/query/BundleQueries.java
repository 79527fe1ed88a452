package org.lianban.result.bundle.query;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.store.BundleRepository;
import reactor.core.publisher.Mono;

/** Many cases by number in one statement. */
public record BundleQueries(Database database, BundleRepository store) {
    /** Those that are there. */
    public Mono<Map<String, Bundle>> of(Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? Mono.just(Map.of())
                : database.withConnection(c -> Database.query(c,
                        "select " + BundleRepository.COLUMNS + " from bundle where case_no = any($1)",
                        row -> store.stored(row).bundle(), (Object) Columns.texts(caseNos)))
                        .map(found -> found.stream().collect(Collectors.toMap(Bundle::caseNo, b -> b)));
    }
}
