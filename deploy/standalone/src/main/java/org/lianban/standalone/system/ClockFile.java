package org.lianban.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lianban.standalone.system.LianbanSystem.StartFailure;

/** Until when a data directory has lived, so that no later start makes its time run backwards. */
record ClockFile(Path file) {
    private static final long SECONDS = 5;

    /** @throws StartFailure when {@code now} is before what this directory has already lived through */
    void refuseGoingBack(InstantSource clock) {
        Instant lived = read();
        if (lived != null && clock.instant().isBefore(lived)) {
            throw new StartFailure("The cases in " + file.getParent() + " have lived until " + lived
                    + ", and time does not go back. Start with --clock " + lived
                    + " or later, or use another directory with --data DIR.");
        }
    }

    /** Notes every few seconds how far time has come, for the start after a kill, and once more when it is closed. */
    AutoCloseable keep(InstantSource clock) {
        keep(clock.instant());
        ScheduledExecutorService thread = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock-keeper").factory());
        thread.scheduleWithFixedDelay(() -> keep(clock.instant()), SECONDS, SECONDS, TimeUnit.SECONDS);
        return () -> {
            thread.shutdownNow();
            keep(clock.instant());
        };
    }

    synchronized void keep(Instant now) {
        try {
            Path next = file.resolveSibling("clock.next");
            Files.writeString(next, now + "\n");
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Null for a directory that has not lived yet. */
    @Nullable
    Instant read() {
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : null;
        } catch (IOException | DateTimeParseException e) {
            throw new StartFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
