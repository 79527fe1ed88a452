package org.lianban.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.PortPlan;
import org.lianban.standalone.system.SystemOptions;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Starts a system for a person at a terminal, and stops it when the process is asked to end. */
abstract class Launch implements Callable<Integer> {
    private static final long STOP_LIMIT_SECONDS = 120;

    private static volatile boolean begun;

    final InstantSource time;

    @Option(names = "--port-offset", paramLabel = "N", description = "add N to every port")
    private int portOffset;

    /** The command line says something that cannot be done; the message tells the person what. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** @param time of the machine */
    Launch(InstantSource time) {
        this.time = time;
    }

    final PortPlan ports() {
        return usable(() -> new PortPlan(portOffset));
    }

    /** @throws UsageException where what was given is outside its range */
    static <T> T usable(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException outside) {
            throw new UsageException(String.valueOf(outside.getMessage()));
        }
    }

    /** Returns when everything runs; from then on the end of the process stops it first. */
    static LianbanSystem start(SystemOptions options, Consumer<String> say) {
        CompletableFuture<LianbanSystem> started = new CompletableFuture<>();
        begun = true;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, say), "lianban-stop"));
        long begun = System.nanoTime();
        try {
            LianbanSystem system = LianbanSystem.start(options, (what, where, millis) -> say.accept(
                    "  %-20s %-45s %s".formatted(what, where, millis == 0 ? "" : "%.1f s".formatted(millis / 1e3))));
            say.accept("");
            say.accept("READY after %.1f s".formatted((System.nanoTime() - begun) / 1e9));
            system.urls().forEach((what, url) -> say.accept("  %-20s %s".formatted(what, url)));
            started.complete(system);
            return system;
        } catch (RuntimeException e) {
            started.completeExceptionally(e);
            throw e;
        }
    }

    /** A start under way is waited for: half a system could not be stopped cleanly. */
    private static void stop(CompletableFuture<LianbanSystem> started, Consumer<String> say) {
        try {
            LianbanSystem system = started.get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            say.accept("Stopping");
            system.close();
            say.accept("Stopped");
        } catch (ExecutionException e) {
            // It never ran, and whoever started it has said why.
        } catch (TimeoutException e) {
            say.accept("Still starting after " + STOP_LIMIT_SECONDS + " s; ended without stopping");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            removeCopies();
        }
    }

    /** When a system runs, its end does it. */
    static void removeUnlessBegun() {
        if (!begun) {
            removeCopies();
        }
    }

    /** Of our jars, where {@code deploy/lianban} made them: a build beside it would pull the originals from under us. */
    private static void removeCopies() {
        String directory = System.getProperty("lianban.run-directory");
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            for (Path jar : files.filter(file -> file.getFileName().toString().endsWith(".jar")).toList()) {
                Files.deleteIfExists(jar);
            }
            Files.deleteIfExists(Path.of(directory));
        } catch (IOException e) {
            LoggerFactory.getLogger(Launch.class).warn("Could not remove {}", directory, e);
        }
    }
}
