package org.lianban.standalone.system;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Notes every few seconds how far time has come, for the start after a kill. */
final class ClockKeeper implements AutoCloseable {
    private static final long SECONDS = 5;

    private final ScheduledExecutorService thread;
    private final InstantSource clock;
    private final ClockFile file;

    private ClockKeeper(InstantSource clock, ClockFile file) {
        this.clock = clock;
        this.file = file;
        this.thread = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock-keeper").factory());
    }

    static ClockKeeper start(InstantSource clock, ClockFile file) {
        ClockKeeper keeper = new ClockKeeper(clock, file);
        keeper.keep();
        keeper.thread.scheduleWithFixedDelay(keeper::keep, SECONDS, SECONDS, TimeUnit.SECONDS);
        return keeper;
    }

    private void keep() {
        file.keep(clock.instant());
    }

    @Override
    public void close() {
        thread.shutdownNow();
        keep();
    }
}
