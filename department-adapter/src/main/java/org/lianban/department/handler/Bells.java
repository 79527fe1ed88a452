package org.lianban.department.handler;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Wakes those who wait for a department's queue. A ring is a hint: whoever waits also looks by itself now and then. */
public final class Bells {
    private final Map<String, Sinks.Empty<Void>> waiting = new ConcurrentHashMap<>();

    /** Completes with the next ring; ask for it before looking into the queue, so that none is missed. */
    public Mono<Void> next(String department) {
        return waiting.computeIfAbsent(department, d -> Sinks.empty()).asMono();
    }

    /** @param departments comma-separated; empty: all */
    public void ring(String departments) {
        if (departments.isEmpty()) {
            waiting.keySet().forEach(this::ringOne);
            return;
        }
        for (String department : departments.split(",")) {
            ringOne(department);
        }
    }

    private void ringOne(String department) {
        Sinks.Empty<Void> sink = waiting.remove(department);
        if (sink != null) {
            sink.tryEmitEmpty();
        }
    }
}
