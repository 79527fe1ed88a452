package org.lianban.result.records.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.records.CaseFile;
import org.lianban.result.records.store.CaseFileRepository;
import reactor.core.publisher.Mono;

/** Opens a file with each receipt. */
public record CaseFileProjection(CaseFileRepository store) implements CaseProjection {
    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        return store.insert(tx,
                cases.stream().flatMap(change -> change.events(CaseReceived.class)).map(CaseFile::of).toList());
    }
}
