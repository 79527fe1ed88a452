package org.lianban.result.records.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
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
        var files = new ArrayList<CaseFile>();
        for (CaseChange change : cases) {
            for (CaseChange.RecordedEvent recorded : change.events()) {
                if (recorded.event() instanceof CaseReceived received) {
                    files.add(CaseFile.of(received));
                }
            }
        }
        return store.insert(tx, files);
    }
}
