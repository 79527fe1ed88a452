package org.lianban.catalog.seed.config;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Validation;
import org.lianban.catalog.seed.Seed;
import org.lianban.catalog.seed.handler.FirstStartHandler;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.kit.catalog.CatalogCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Fills an empty catalogue from the seed, and at every start announces what the topic lacks. */
final class FirstStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** After the platform has read the topic (-1000), before any door opens. */
    private static final int PHASE = -500;

    private final FirstStartHandler handler;
    private final CatalogCopy topic;
    private final InstantSource clock;
    private volatile boolean running;

    FirstStart(FirstStartHandler handler, CatalogCopy topic, InstantSource clock) {
        this.handler = handler;
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public void start() {
        Command command = Command.ofSystem(clock.instant());
        Seed seed = SeedFiles.read();
        List<OneThing> versions = versions(seed);
        if (Boolean.TRUE.equals(handler.begin(command, seed.departments(), seed.calendars(), versions).block(LIMIT))) {
            LOG.info("Filled the empty catalogue: {} one-things, {} departments", versions.size(),
                    seed.departments().size());
        } else {
            Integer again = handler.announceMissing(command, topic).block(LIMIT);
            LOG.info("The topic lacked {} records of the catalogue", again);
        }
        if (Boolean.TRUE.equals(handler.beginWindows(command, seed.windows()).block(LIMIT))) {
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
