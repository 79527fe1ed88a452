package org.lianban.standalone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.lianban.servers.LocalKafka;
import org.lianban.servers.LocalPostgres;
import org.lianban.servers.LocalServerException;
import org.lianban.standalone.departments.SimulatedDepartments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Lianban: PostgreSQL and Kafka on disk, the five services, perhaps simulated departments, and the control
 * door. Closing stops it in the opposite order; a later start on the same directory finds everything again.
 */
public final class LianbanSystem implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LianbanSystem.class);

    private final SystemOptions options;
    private final Progress progress;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final DataDirectory data;
    private final ClockFile clockFile;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private @Nullable SimulatedDepartments departments;

    /** Who is told how the start goes. Called from several threads. */
    public interface Progress {
        /** @param millis how long it took; 0 where that says nothing */
        void done(String what, String where, long millis);
    }

    /** The system cannot start here and now; the message is for the person who started it. */
    public static final class StartFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StartFailure(String message) {
            super(message);
        }

        StartFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private LianbanSystem(SystemOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.data = DataDirectory.open(options.data());
        this.clockFile = new ClockFile(data.clock());
        opened.push(data);
    }

    /** @throws StartFailure when it cannot start; nothing of it runs then */
    public static LianbanSystem start(SystemOptions options, Progress progress) {
        // One logging configuration for all five; Spring Boot would let each of them set it anew.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LianbanSystem system = new LianbanSystem(options, progress);
        try {
            system.start();
            return system;
        } catch (LocalServerException e) {
            system.close();
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Until when the system in this directory has lived; null for one that is new. */
    public static @Nullable Instant livedUntil(Path directory) {
        return new ClockFile(DataDirectory.clockIn(directory)).read();
    }

    private void start() {
        clockFile.refuseGoingBack(clock());
        LocalPostgres.stopOrphan(data.postgres());
        options.ports().requireFree();
        startServers();
        ServiceRunner services = new ServiceRunner(options, data.root(), postgres(), kafka());
        opened.push(services);
        services.start((service, millis) -> progress.done(service.label(), options.ports().url(service), millis));
        if (options.simulateDepartments()) {
            departments = SimulatedDepartments.start(options.ports().url(Service.DEPARTMENT),
                    options.ports().url(Service.CATALOG), data.departments(), clock());
            opened.push(departments);
            progress.done("departments", "simulated, logs in " + data.departments(), 0);
        }
        opened.push(clockFile.keep(clock()));
        opened.push(ControlServer.start(this));
    }

    private void startServers() {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<LocalPostgres> database = threads.submit(timed("PostgreSQL", options.ports().postgres(),
                    () -> LocalPostgres.start(data.postgres(), options.ports().postgres())));
            Future<LocalKafka> broker = threads.submit(timed("Kafka", options.ports().kafka(),
                    () -> LocalKafka.start(data.kafka(), options.ports().kafka())));
            // Whichever came up must be known before the other's failure is thrown, or nobody would stop it.
            RuntimeException failure = null;
            try {
                postgres = await(database);
                opened.push(postgres);
            } catch (RuntimeException e) {
                failure = e;
            }
            kafka = await(broker);
            opened.push(kafka);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** What another thread has started, or the failure as it was thrown there. */
    private static <T> T await(Future<T> started) {
        try {
            return started.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new StartFailure(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting", e);
        }
    }

    private <T> Callable<T> timed(String what, int port, Callable<T> start) {
        return () -> {
            long begun = System.nanoTime();
            T started = start.call();
            progress.done(what, "localhost:" + port, (System.nanoTime() - begun) / 1_000_000);
            return started;
        };
    }

    public SystemOptions options() {
        return options;
    }

    /** The time every service and every simulated department sees. */
    public InstantSource clock() {
        return options.clock();
    }

    void keepClock() {
        clockFile.keep(clock().instant());
    }

    public Path dataDirectory() {
        return data.root();
    }

    /** For checks from outside the services. */
    public LocalPostgres postgres() {
        return require(postgres);
    }

    public LocalKafka kafka() {
        return require(kafka);
    }

    /** Null when the system was started without. */
    public @Nullable SimulatedDepartments departments() {
        return departments;
    }

    /** What to visit, by name. */
    public Map<String, String> urls() {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("control", "http://localhost:" + options.ports().control());
        for (Service service : Service.values()) {
            urls.put(service.label(), options.ports().url(service) + "/swagger-ui.html");
        }
        urls.put("Kafka", "localhost:" + options.ports().kafka());
        urls.put("PostgreSQL", "localhost:" + options.ports().postgres());
        return urls;
    }

    private static <T> T require(@Nullable T started) {
        if (started == null) {
            throw new IllegalStateException("Not started");
        }
        return started;
    }

    /** What was opened last is closed first; one that fails to close does not keep the others open. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (IOException | UncheckedIOException e) {
                LOG.error("Could not close {}", next, e);
            } catch (Exception e) {
                LOG.error("{} did not stop cleanly", next.getClass().getSimpleName(), e);
            }
        }
    }
}
