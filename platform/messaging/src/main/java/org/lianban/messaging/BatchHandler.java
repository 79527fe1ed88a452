package org.lianban.messaging;

import io.r2dbc.spi.Connection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Applies a batch in one transaction. An error rolls all of it back: {@link Refused} and other bugs of a message are
 * found by halving the batch, {@link NotYet} and failures of database or broker are tried again for as long as they last.
 */
@FunctionalInterface
public interface BatchHandler<M> {
    Mono<Void> handle(Connection transaction, List<M> batch);
}
