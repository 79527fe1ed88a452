package org.lianban.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The postmaster a killed JVM left behind. PostgreSQL outlives us after kill -9, and {@code postmaster.pid} outlives
 * both after a power cut; its number may by then belong to a stranger, whom PostgreSQL would take for itself.
 */
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private Orphan() {}

    /** Stops what still runs on this data directory and removes a pid file nobody stands behind. */
    static void clear(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> running = postmaster(pidFile);
        if (running.isPresent()) {
            LOG.info("Stopping the PostgreSQL left running by an earlier process: pid {}", running.get().pid());
            stop(running.get());
        } else {
            LOG.info("Removing a stale {}", pidFile);
        }
        Files.deleteIfExists(pidFile);
    }

    /** The live postmaster that wrote this pid file, unless its number has gone to another program. */
    static Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().command().map(command -> command.endsWith("postgres")).orElse(false));
    }

    /** Fast shutdown (SIGINT): open sessions are ended, a checkpoint is written. */
    static void stop(ProcessHandle postmaster) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while stopping PostgreSQL pid " + postmaster.pid(), e);
        }
        awaitEnd(postmaster);
    }

    static void awaitEnd(ProcessHandle postmaster) {
        try {
            postmaster.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while stopping PostgreSQL pid " + postmaster.pid(), e);
        } catch (TimeoutException | ExecutionException e) {
            throw new LocalServerException("PostgreSQL pid " + postmaster.pid() + " did not stop within "
                    + STOP_LIMIT.toSeconds() + " s; stop it by hand", e);
        }
    }
}
