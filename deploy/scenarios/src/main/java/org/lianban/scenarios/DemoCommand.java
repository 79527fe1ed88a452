package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lianban.scenarios.demo.Demo;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.SteppableClock;
import org.lianban.standalone.system.SystemOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Starts everything, files a case of every shape, shows how they go, and checks the books. */
@Command(name = "demo",
        description = "start everything, file cases of every region and shape, and watch them; then stays up")
final class DemoCommand extends Launch {
    /** 2026年9月18日 9:00, two weeks before National Day. */
    private static final Instant FRIDAY = Instant.parse("2026-09-18T01:00:00Z");

    @Option(names = "--once", description = "end when all are settled; the last line is JSON; "
            + "exit code 1 if anything is open or wrong")
    private boolean once;

    /** The tour takes its time with it: it has a directory of its own, where the clock may run ahead. */
    @Option(names = "--data", paramLabel = "DIR", showDefaultValue = Visibility.ALWAYS,
            description = "where everything is kept")
    private Path data = Path.of(".lianban", "demo");

    @Option(names = "--clock", paramLabel = "INSTANT", description = "start the system's clock there (default: "
            + "a Friday in September 2026, or where it stood)")
    private @Nullable Instant clock;

    DemoCommand(InstantSource time) {
        super(time);
    }

    private SystemOptions options() {
        Instant lived = LianbanSystem.livedUntil(data);
        Instant begin = Objects.requireNonNullElse(clock, lived == null ? FRIDAY : lived);
        return new SystemOptions(data, true, SteppableClock.startingAt(begin, time), ports(), Map.of());
    }

    @Override
    public Integer call() throws Exception {
        SystemOptions options = options();
        System.out.println("Starting Lianban in " + options.data().toAbsolutePath().normalize());
        AtomicBoolean over = new AtomicBoolean();
        LianbanSystem system = start(options, text -> {
            if (!over.get()) {
                System.out.println(text);
            }
        });
        System.out.println();
        Demo.Outcome outcome = new Demo(system, System.out).run();
        if (once) {
            // Nothing may follow the JSON line, not even that it stops.
            over.set(true);
            System.out.println(outcome.json());
            return outcome.good() ? 0 : 1;
        }
        System.out.println();
        system.urls().forEach((what, url) -> System.out.println("  %-20s %s".formatted(what, url)));
        System.out.println("Ctrl-C stops it.");
        new CountDownLatch(1).await();
        return 0;
    }
}
