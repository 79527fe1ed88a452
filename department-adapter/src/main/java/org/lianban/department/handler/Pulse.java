package org.lianban.department.handler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.store.PulseRepository.Beat;
import org.lianban.department.store.PulseRepository;
import reactor.core.publisher.Mono;

/** Last signs of life by department, gathered here and written every few seconds; what a crash loses is only that. */
public final class Pulse {
    private final PulseRepository store;
    private final Meters meters;
    private final ConcurrentMap<String, Beat> beats = new ConcurrentHashMap<>();

    public Pulse(PulseRepository store, Meters meters) {
        this.meters = meters;
        this.store = store;
    }

    void answered(String department, ReplyAnswer.Status how) {
        meters.reply(department, how);
    }

    void reply(String department, Instant at) {
        add(new Beat(department, at, 1, 0, 0));
    }

    void firstReply(String department, Duration took) {
        meters.firstReply(department, took);
        add(new Beat(department, Instant.EPOCH, 0, took.toMillis(), 1));
    }

    private void add(Beat beat) {
        beats.merge(beat.department(), beat, Beat::plus);
    }

    /** Writes what has gathered; on failure it is kept for the next time. */
    public Mono<Void> flush() {
        List<Beat> gathered = new ArrayList<>();
        for (String department : beats.keySet()) {
            @Nullable
            Beat beat = beats.remove(department);
            if (beat != null) {
                gathered.add(beat);
            }
        }
        return store.add(gathered).doOnError(lost -> gathered.forEach(this::add));
    }
}
