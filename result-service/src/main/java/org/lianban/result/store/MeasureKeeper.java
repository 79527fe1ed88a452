package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.lianban.result.follow.Followed;
import org.lianban.result.follow.Follower;
import org.lianban.result.report.Measuring;
import reactor.core.publisher.Mono;

/** Measures each case in the transaction that ended it, and again when a clock that outlived the end has stopped. */
public final class MeasureKeeper implements Follower {
    private final MeasureStore store;
    private final FileStore files;

    public MeasureKeeper(MeasureStore store, FileStore files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public Mono<Void> follow(Connection tx, List<Followed> cases, Instant now) {
        var ended = cases.stream().filter(c -> c.after().isSettled() && c.terms() != null).toList();
        if (ended.isEmpty()) {
            return Mono.empty();
        }
        return files.find(tx, ended.stream().map(Followed::caseNo).collect(Collectors.toSet()))
                .flatMap(known -> store.save(tx, ended.stream().flatMap(c -> {
                    var terms = c.terms();
                    return terms == null
                            ? java.util.stream.Stream.empty()
                            : Measuring.of(c.after(), terms, known.get(c.caseNo()), now).stream();
                }).toList()));
    }
}
