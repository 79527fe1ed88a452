package org.lianban.messaging;

import io.r2dbc.spi.Connection;
import java.util.List;
import reactor.core.publisher.Mono;

/** 发件箱: what the transaction appends is published after it commits, in order per key, at least once. */
public interface Outbox {

    /** Appends all events of the transaction with one statement; an empty list does nothing. */
    Mono<Void> append(Connection transaction, List<Outgoing> events);
}
