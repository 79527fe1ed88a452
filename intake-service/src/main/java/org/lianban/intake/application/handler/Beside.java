package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Rejection;
import reactor.core.publisher.Mono;

/**
 * What a room beside the application does about one case: it sees the locked application, publishes in the case's own
 * sequence and writes its rows in the same transaction. The application's state stays as it is; at most what is said of its
 * materials changes.
 */
public interface Beside {
    /** For meters: a constant such as {@code hand-over}. */
    String name();

    /** Reads the room's own rows; the application is locked by then, so nobody else changes them. */
    Mono<Ready> load(Connection tx);

    /** With everything read. */
    interface Ready {
        /** Decides; changes nothing. */
        Result decide(Filed state, Instant now);
    }

    /** What became of it. */
    sealed interface Result {

        /**
         * @param events in order; they get the next sequence numbers of the case
         * @param answer written as JSON
         * @param write the room's own rows
         * @param after what of the application became something else; null: it stays as it is
         */
        record Said(List<? extends IntakeEvent> events, Object answer, Function<Connection, Mono<Void>> write,
                @Nullable Filed after) implements Result {

            public Said(List<? extends IntakeEvent> events, Object answer,
                    Function<Connection, Mono<Void>> write) {
                this(events, answer, write, null);
            }
        }

        record Refused(Rejection rejection) implements Result {}

        /** @param faults every one, never empty */
        record Faulty(List<Fault> faults) implements Result {}
    }
}
