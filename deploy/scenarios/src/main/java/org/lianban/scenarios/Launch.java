package org.lianban.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.PortPlan;
import org.lianban.standalone.system.SystemOptions;

/** Starts a system for a person at a terminal, and stops it when the process is asked to end. */
final class Launch {
    static final Set<String> OPTIONS = Set.of("data", "departments", "clock", "port-offset");
    static final String USAGE = """
            --data DIR                    where everything is kept (default .lianban)
            --departments simulated|none  who works off the tasks (default simulated)
            --clock INSTANT               start the system's clock there; POST :8080/clock moves it
            --port-offset N               add N to every port""";
    private static final int MAX_OFFSET = 40_000;
    private static final long STOP_LIMIT_SECONDS = 120;

    private static volatile boolean begun;

    private Launch() {}

    /** Whether the end of the process has a system to stop. */
    static boolean begun() {
        return begun;
    }

    static SystemOptions options(Arguments arguments) {
        return options(arguments, Path.of(".lianban"));
    }

    /** @param directory where everything is kept unless it is said */
    static SystemOptions options(Arguments arguments, Path directory) {
        boolean simulated = arguments.oneOf("departments", "simulated", List.of("simulated", "none"))
                .equals("simulated");
        return new SystemOptions(arguments.path("data", directory), simulated, arguments.instant("clock"),
                new PortPlan(arguments.number("port-offset", 0, 0, MAX_OFFSET)), Map.of());
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
            RunDirectory.remove();
        }
    }
}
