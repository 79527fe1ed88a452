package org.lianban.messaging;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * LISTEN on one connection of its own for the whole service. A notification is a hint, never the truth: whoever
 * listens also polls slowly, so that a lost one costs time only.
 */
public final class Signals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final PostgresqlConnectionFactory connections;
    private final Map<String, Consumer<String>> listeners;
    private @Nullable Disposable subscription;

    /** @param listeners by channel; each gets the payload, on a driver thread, and returns at once */
    public Signals(PostgresqlConnectionFactory connections, Map<String, Consumer<String>> listeners) {
        this.connections = connections;
        this.listeners = Map.copyOf(listeners);
    }

    public void start() {
        subscription = Flux.usingWhen(connections.create(), this::listen, PostgresqlConnection::close)
                .doOnError(lost -> LOG.warn("Lost the notification connection: {}", Failures.reason(lost)))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .repeat().subscribe();
    }

    private Flux<Void> listen(PostgresqlConnection connection) {
        String sql = listeners.keySet().stream().map(channel -> "listen \"" + channel + "\"")
                .collect(Collectors.joining(";"));
        return Flux.from(connection.createStatement(sql).execute()).flatMap(result -> result.getRowsUpdated()).then()
                .doOnSuccess(done -> listeners.values().forEach(listener -> listener.accept("")))
                .thenMany(connection.getNotifications())
                .doOnNext(note -> listeners.getOrDefault(note.getName(), ignored -> {}).accept(
                        note.getParameter() == null ? "" : note.getParameter()))
                .thenMany(Mono.empty());
    }

    @Override
    public void close() {
        Disposable s = subscription;
        if (s != null) {
            s.dispose();
        }
    }
}
