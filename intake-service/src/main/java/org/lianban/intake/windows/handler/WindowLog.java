package org.lianban.intake.windows.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.commands.Series;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.store.OperationRepository;
import reactor.core.publisher.Mono;

/** 窗口操作记录: what clerks of registered windows have done; of all others nothing is kept. */
public record WindowLog(WindowRights rights, OperationRepository operations) {
    /**
     * @param window where it was done; null: nowhere
     * @param caseNo null for an upload
     */
    public List<WindowRights.Performed> performed(Actor by, @Nullable String window, Set<Operation> done,
            @Nullable String caseNo) {
        return by.role() != Actor.Role.WINDOW_CLERK || window == null || !rights.registered(window)
                ? List.of()
                : done.stream().sorted().map(operation -> new WindowRights.Performed(window, by.id(), operation,
                        caseNo == null ? null : Series.region(caseNo), caseNo)).toList();
    }

    public Mono<Void> write(Connection tx, List<WindowRights.Performed> performed, Instant now) {
        return operations.insert(tx, performed, now);
    }
}
