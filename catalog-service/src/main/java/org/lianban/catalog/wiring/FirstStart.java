package org.lianban.catalog.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.publish.Validation;
import org.lianban.catalog.seed.Seed;
import org.lianban.catalog.store.Announced;
import org.lianban.catalog.store.Catalogue;
import org.lianban.catalog.store.Command;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Fills an empty catalogue from the seed, and at every start announces what the topic lacks. */
final class FirstStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** After the platform has read the topic (-1000), before any door opens. */
    private static final int PHASE = -500;

    private final Catalogue catalogue;
    private final Announced announced;
    private final InstantSource clock;
    private volatile boolean running;

    FirstStart(Catalogue catalogue, Announced announced, InstantSource clock) {
        this.catalogue = catalogue;
        this.announced = announced;
        this.clock = clock;
    }

    @Override
    public void start() {
        Command command = Command.ofSystem(clock.instant());
        Seed seed = SeedFiles.read();
        List<OneThing> versions = versions(seed);
        if (Boolean.TRUE.equals(
                catalogue.begin(command, seed.departments(), seed.calendars(), versions).block(LIMIT))) {
            LOG.info("Filled the empty catalogue: {} one-things, {} departments", versions.size(),
                    seed.departments().size());
        } else {
            Integer again = catalogue.announceMissing(command, announced).block(LIMIT);
            LOG.info("The topic lacked {} records of the catalogue", again);
        }
        if (Boolean.TRUE.equals(catalogue.beginWindows(command, seed.windows()).block(LIMIT))) {
            LOG.info("Registered the first {} windows", seed.windows().size());
        }
        running = true;
    }

    /** The seed is held to the same rules as any publication. */
    static List<OneThing> versions(Seed seed) {
        Set<String> departments = seed.departments().stream().map(Department::id).collect(Collectors.toSet());
        for (Content content : seed.oneThings()) {
            List<Fault> faults = Validation.check(content, departments);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("The seed's " + content.code() + " may not be published: " + faults);
            }
        }
        return seed.oneThings().stream().map(content -> content.version(1, Seed.EFFECTIVE_FROM)).toList();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
