package org.lianban.messaging;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import org.lianban.messaging.sequence.SequenceCheck;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A handler as a service has one: the last sequence and the words applied, per subject; early ones are parked. */
final class Ledger implements BatchHandler<Incoming<?>> {
    static final String TABLE = "create table ledger (subject text primary key, last bigint not null, words text not null)";
    final List<Integer> batches = new ArrayList<>();
    private final Parking parking;
    volatile boolean surroundingsFail;
    volatile Runnable accident = () -> {};

    Ledger(Parking parking) {
        this.parking = parking;
    }

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        batches.add(batch.size());
        return Flux.fromIterable(batch).concatMap(event -> apply(tx, event)).then();
    }

    private Mono<Void> apply(Connection tx, Incoming<?> event) {
        String word = event.data() instanceof TestEvent.Noted(String text) ? text : "";
        return switch (word) {
            case "refused" -> Mono.error(new Refused("Expected something better"));
            case "bug" -> Mono.error(new NullPointerException("a bug of the handler"));
            case "sql" -> Database.update(tx, "select 1 / 0").then();
            case "too large" -> Database
                    .update(tx,
                            """
                                    insert into ledger select string_agg(gen_random_uuid()::text, ''), 1, '' from generate_series(1, 999)
                                    """)
                    .then();
            case "cut" -> Mono.fromRunnable(accident).then(sequenced(tx, event, word, 0));
            default -> surroundingsFail
                    ? Mono.error(new NotYet("The surroundings fail"))
                    : Database.query(tx, "select last from ledger where subject = $1 for update",
                            row -> row.get("last", Long.class), event.subject())
                            .flatMap(last -> sequenced(tx, event, word, last.isEmpty() ? 0 : last.getFirst()));
        };
    }

    private Mono<Void> sequenced(Connection tx, Incoming<?> event, String word, long last) {
        return switch (SequenceCheck.of(last, event.sequence())) {
            case DUPLICATE -> Mono.empty();
            case GAP -> parking.park(tx, List.of(event));
            case NEXT -> Database.update(tx, """
                    insert into ledger values ($1, $2, $3) on conflict (subject)
                    do update set last = excluded.last, words = ledger.words || ' ' || excluded.words
                    """, event.subject(), event.sequence(), word).then();
        };
    }
}
