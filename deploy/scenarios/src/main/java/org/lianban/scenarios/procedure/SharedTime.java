package org.lianban.scenarios.procedure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The clock of several stories that are told at once. Nobody moves it alone: once every story waits for a later instant,
 * it goes on to the earliest of these, so that no story misses what it has to do before.
 */
final class SharedTime {
    private static final long LOOK_AGAIN_MILLIS = 250;

    /** One story that waits. Told apart by identity. */
    private record Waiting(Instant until) {}

    private final InstantSource clock;
    private final Consumer<Instant> mover;
    private final List<Waiting> waiting = new ArrayList<>();
    private int stories;

    /**
     * @param stories how many are told; each calls {@link #leave} at its end
     * @param mover moves the clock forward
     */
    SharedTime(InstantSource clock, Consumer<Instant> mover, int stories) {
        this.clock = clock;
        this.mover = mover;
        this.stories = stories;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns when it is that late. */
    synchronized void await(Instant until) throws InterruptedException {
        Waiting me = new Waiting(until);
        waiting.add(me);
        try {
            moveOn();
            while (waiting.contains(me) && clock.instant().isBefore(until)) {
                wait(LOOK_AGAIN_MILLIS);
            }
        } finally {
            waiting.remove(me);
        }
    }

    synchronized void leave() {
        stories--;
        moveOn();
    }

    private void moveOn() {
        if (stories == 0 || waiting.size() < stories) {
            return;
        }
        Instant next = waiting.stream().map(w -> w.until).min(Comparator.naturalOrder()).orElseThrow();
        if (clock.instant().isBefore(next)) {
            mover.accept(next);
        }
        waiting.removeIf(w -> !w.until.isAfter(next));
        notifyAll();
    }
}
