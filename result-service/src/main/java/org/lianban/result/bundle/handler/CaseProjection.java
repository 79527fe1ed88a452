package org.lianban.result.bundle.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import org.lianban.result.bundle.change.CaseChange;
import reactor.core.publisher.Mono;

/**
 * A room that adds its own rows and messages to the transaction that changed cases; a bean of this type is found by
 * itself. It never changes a bundle, and it never waits for {@link CaseCommands}, which would wait for this
 * transaction's lock.
 *
 * <p>
 * A transaction that fails is run again from the beginning, and an event is applied to a bundle once; rows keyed by
 * case number and bundle version, or by the event, are therefore written once.
 */
@FunctionalInterface
public interface CaseProjection {
    /**
     * Called once per transaction, after the bundles are written.
     *
     * @param cases those that changed, never empty, each once
     * @param now of the transaction
     */
    Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now);
}
