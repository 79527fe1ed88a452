package org.lianban.result.bundle.change;

import java.util.List;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.http.Problem;

/**
 * What a command comes to.
 *
 * @param <R> what the caller is answered
 */
public sealed interface Decision<R> {
    /** @param events to be published and applied, in order, all of the case at hand; empty: nothing changes */
    record Said<R>(List<ResultEvent> events, R answer) implements Decision<R> {
        public Said {
            events = List.copyOf(events);
        }
    }

    record Refused<R>(Problem problem) implements Decision<R> {}
}
