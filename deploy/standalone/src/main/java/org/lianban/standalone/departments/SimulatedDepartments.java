package org.lianban.standalone.departments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All departments of the catalogue, also those that are registered later. */
public final class SimulatedDepartments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedDepartments.class);
    private static final long LOOK_FOR_NEW_SECONDS = 3;

    private final DepartmentDoor door;
    private final Path directory;
    private final InstantSource clock;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, SimulatedDepartment> working = new TreeMap<>();
    private final ScheduledExecutorService registrar = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("department-registrar").factory());

    private SimulatedDepartments(DepartmentDoor door, Path directory, InstantSource clock) {
        this.door = door;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param adapter base URL of department-adapter
     * @param catalog base URL of catalog-service
     * @param directory for {@code {id}.jsonl}, one log per department
     */
    public static SimulatedDepartments start(String adapter, String catalog, Path directory, InstantSource clock) {
        SimulatedDepartments departments = new SimulatedDepartments(new DepartmentDoor(adapter, catalog), directory,
                clock);
        departments.registrar.scheduleWithFixedDelay(departments::lookForNew, 0, LOOK_FOR_NEW_SECONDS,
                TimeUnit.SECONDS);
        return departments;
    }

    /** What this department is told to do; may be changed while it works. */
    public Script script(String department) {
        return scripts.computeIfAbsent(department, id -> new Script());
    }

    /** Where a department notes what it heard and said; see {@link DepartmentLog#read}. */
    public Path log(String department) {
        return directory.resolve(department + ".jsonl");
    }

    public Path directory() {
        return directory;
    }

    /** How many departments work. */
    public int count() {
        synchronized (working) {
            return working.size();
        }
    }

    private void lookForNew() {
        try {
            @Nullable
            String last = null;
            List<String> page = door.departmentsAfter(last);
            while (!page.isEmpty()) {
                for (String id : page) {
                    employ(id);
                }
                page = door.departmentsAfter(page.getLast());
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.info("Could not read the list of departments: {}", e.getMessage());
        }
    }

    private void employ(String id) throws IOException {
        synchronized (working) {
            if (!working.containsKey(id) && !registrar.isShutdown()) {
                SimulatedDepartment department = new SimulatedDepartment(id, door, log(id), clock, script(id));
                working.put(id, department);
                department.start();
            }
        }
    }

    @Override
    public void close() throws IOException {
        registrar.shutdownNow();
        synchronized (working) {
            working.values().forEach(SimulatedDepartment::stop);
            door.close();
            for (SimulatedDepartment department : working.values()) {
                department.close();
            }
        }
    }
}
