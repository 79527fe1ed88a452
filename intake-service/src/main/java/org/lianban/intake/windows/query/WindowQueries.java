package org.lianban.intake.windows.query;

import java.time.Instant;
import java.util.List;
import org.lianban.contracts.catalog.Window;
import org.lianban.intake.windows.WindowRights.Performed;
import org.lianban.intake.windows.WindowRights.Register;
import org.lianban.intake.windows.store.OperationRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 办件频次: how much is done at the windows of a region. */
public record WindowQueries(Database database, OperationRepository operations, Register register) {
    /** By window, hour and operation; at most 5,000 lines. */
    public Mono<List<Performed.Volume>> volumes(String region, Instant from, Instant until) {
        List<String> windows = register.windows(region).stream().map(Window::id).toList();
        return database.withConnection(c -> operations.volumes(c, windows, from, until));
    }
}
