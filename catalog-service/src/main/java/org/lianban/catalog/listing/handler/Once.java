package org.lianban.catalog.listing.handler;

import static org.lianban.catalog.listing.store.Rows.need;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Outcome.Done;
import org.lianban.catalog.listing.Outcome;
import org.lianban.catalog.listing.Refusal;
import org.lianban.catalog.listing.store.Rows;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Runs a command with an idempotency key once; the answer of the first time is given ever after. */
final class Once {
    private record Answered(String fingerprint, String answer) {}

    private final Rows rows;

    Once(JsonMapper json) {
        this.rows = new Rows(json);
    }

    /**
     * Only what was done is remembered: a refused command may be mended and sent again under its key. The caller holds
     * the catalogue's lock, so that two commands with one key never run at once.
     */
    <T> Mono<Outcome<T>> run(Connection tx, Command command, Class<T> type, Supplier<Mono<Outcome<T>>> work) {
        @Nullable
        String key = command.key();
        if (key == null) {
            return work.get();
        }
        return answered(tx, key).flatMap(before -> before.map(found -> Mono.just(repeat(found, command, type)))
                .orElseGet(() -> work.get().flatMap(outcome -> outcome instanceof Done<T> done
                        ? remember(tx, key, command, done.value()).thenReturn(outcome)
                        : Mono.just(outcome))));
    }

    private <T> Outcome<T> repeat(Answered found, Command command, Class<T> type) {
        return found.fingerprint().equals(command.fingerprint())
                ? new Done<>(rows.json().readValue(found.answer(), type), true)
                : Outcome.refused(Refusal.conflict("IDEMPOTENCY_KEY_REUSED", "此幂等键已用于另一请求"));
    }

    private static Mono<Optional<Answered>> answered(Connection tx, String key) {
        return Database.query(tx, "select fingerprint, answer from answered_request where key = $1",
                row -> new Answered(need(row, "fingerprint", String.class), need(row, "answer", String.class)), key)
                .map(List::stream).map(found -> found.findFirst());
    }

    private Mono<Long> remember(Connection tx, String key, Command command, Object value) {
        return Database.update(tx,
                "insert into answered_request (key, fingerprint, answer, answered_at) values ($1, $2, $3, $4)", key,
                command.fingerprint(), rows.text(value), command.at());
    }
}
