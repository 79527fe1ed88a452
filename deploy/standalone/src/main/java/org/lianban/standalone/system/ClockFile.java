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
import org.jspecify.annotations.Nullable;

/** Until when a data directory has lived, so that no later start makes its time run backwards. */
final class ClockFile {
    private final Path file;

    ClockFile(Path file) {
        this.file = file;
    }

    /** @throws StartFailure when {@code now} is before what this directory has already lived through */
    void refuseGoingBack(InstantSource clock) {
        Instant lived = read();
        if (lived != null && clock.instant().isBefore(lived)) {
            throw new StartFailure("The cases in " + file.getParent() + " have lived until " + lived
                    + ", and time does not go back. Start with --clock " + lived
                    + " or later, or use another directory with --data DIR.");
        }
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
