package org.lianban.result.records.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.records.report.Measuring;
import org.lianban.result.records.store.CaseFileRepository;
import org.lianban.result.records.store.MeasureRepository;
import reactor.core.publisher.Mono;

/** Measures each case in the transaction that ended it, and again when a clock that outlived the end has stopped. */
public record MeasureProjection(MeasureRepository store, CaseFileRepository files) implements CaseProjection {
    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        var ended = cases.stream().filter(c -> c.after().isSettled() && c.terms() != null).toList();
        if (ended.isEmpty()) {
            return Mono.empty();
        }
        return files.find(tx, ended.stream().map(CaseChange::caseNo).collect(Collectors.toSet()))
                .flatMap(known -> store.save(tx, ended.stream().flatMap(c -> {
                    var terms = c.terms();
                    return terms == null
                            ? java.util.stream.Stream.empty()
                            : Measuring.of(c.after(), terms, known.get(c.caseNo()), now).stream();
                }).toList()));
    }
}
