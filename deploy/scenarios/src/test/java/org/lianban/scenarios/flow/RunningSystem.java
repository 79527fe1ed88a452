package org.lianban.scenarios.flow;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.scenarios.audit.Audit;
import org.lianban.scenarios.client.Addresses;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.HttpDoor;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.servers.Ports;
import org.lianban.standalone.departments.SimulatedDepartments;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.PortPlan;
import org.lianban.standalone.system.SteppableClock;
import org.lianban.standalone.system.SystemOptions;

/** A whole system on a directory of its own, with people around it. */
final class RunningSystem implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Name of a key with which pushes to departments are signed. */
    static final String PUSH_SECRET = "flow";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int FIRST_OFFSET = 2_000;
    private static final int LAST_OFFSET = 12_000;
    private static final int STEP = 100;

    private final Path directory;
    private final LianbanSystem system;
    private final HttpDoor doors = new HttpDoor();
    private final LianbanClient client;
    private int people;

    private RunningSystem(Path directory, LianbanSystem system) {
        this.directory = directory;
        this.system = system;
        this.client = new LianbanClient(Addresses.of(system), doors);
    }

    static RunningSystem fresh(@Nullable Instant clock) {
        try {
            return on(Files.createTempDirectory("lianban-flow"), clock);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static RunningSystem on(Path directory, @Nullable Instant clock) {
        return on(directory, true, clock);
    }

    /** Nobody answers tasks but who the test is. */
    static RunningSystem withoutDepartments() {
        try {
            return on(Files.createTempDirectory("lianban-flow"), false, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RunningSystem on(Path directory, boolean departments, @Nullable Instant clock) {
        return new RunningSystem(directory, LianbanSystem.start(
                new SystemOptions(directory, departments, clock == null
                        ? InstantSource.system()
                        : SteppableClock.startingAt(clock, InstantSource.system()), freePorts(),
                        Map.of("lianban.department.secrets." + PUSH_SECRET, "only-for-tests")),
                (what, where, millis) -> {}));
    }

    /** Builds on one machine may run beside one another, and beside a system that somebody is looking at. */
    private static PortPlan freePorts() {
        int slots = (LAST_OFFSET - FIRST_OFFSET) / STEP;
        int from = (int) (ProcessHandle.current().pid() % slots);
        for (int i = 0; i < slots; i++) {
            PortPlan plan = new PortPlan(FIRST_OFFSET + (from + i) % slots * STEP);
            if (plan.all().values().stream().noneMatch(Ports::taken)) {
                return plan;
            }
        }
        throw new IllegalStateException("No free ports from " + FIRST_OFFSET + " to " + LAST_OFFSET);
    }

    LianbanSystem system() {
        return system;
    }

    Path directory() {
        return directory;
    }

    LianbanClient client() {
        return client;
    }

    HttpDoor doors() {
        return doors;
    }

    Addresses places() {
        return Addresses.of(system);
    }

    SimulatedDepartments departments() {
        return Objects.requireNonNull(system.departments());
    }

    Audit audit() {
        return new Audit(system.postgres(), departments().directory());
    }

    Application prepare(String code) {
        return prepare(code, Map.of());
    }

    /** Everybody applies once. */
    Application prepare(String code, Map<String, String> answers) {
        people += 2;
        return client.prepare(code, people, answers);
    }

    CaseView awaitCase(String caseNo, Predicate<CaseView> condition) {
        return await("case " + caseNo).atMost(PATIENCE).pollInterval(LOOK_AGAIN)
                .until(() -> client.look(caseNo).filter(condition), java.util.Optional::isPresent).orElseThrow();
    }

    CaseView awaitSettled(String caseNo) {
        return awaitCase(caseNo, CaseView::ended);
    }

    /** Keeps the data. */
    @Override
    public void close() {
        doors.close();
        system.close();
    }

    void closeAndForget() {
        close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Could not remove " + directory, e);
        }
    }
}
