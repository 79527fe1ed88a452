package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lianban.scenarios.demo.Demo;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.SteppableClock;
import org.lianban.standalone.system.SystemOptions;

/** Starts everything, files a case of every shape, shows how they go, and checks the books. */
final class DemoCommand implements Command {
    private static final Path DIRECTORY = Path.of(".lianban", "demo");
    /** 2026年9月18日 9:00, two weeks before National Day. */
    private static final Instant FRIDAY = Instant.parse("2026-09-18T01:00:00Z");
    private static final Set<String> OPTIONS = Set.of("data", "clock", "port-offset");

    @Override
    public String summary() {
        return "start everything, file cases of every region and shape, and watch them; then stays up";
    }

    @Override
    public String usage() {
        return """
                --once           end when all are settled; the last line is JSON; exit code 1 if anything is open or wrong
                --data DIR       where everything is kept (default .lianban/demo)
                --clock INSTANT  start the system's clock there (default: a Friday in September 2026, or where it stood)
                --port-offset N  add N to every port""";
    }

    /** The tour takes its time with it: it has a directory of its own, where the clock may run ahead. */
    private static SystemOptions options(Arguments arguments, InstantSource time) {
        Path data = arguments.path("data", DIRECTORY);
        Instant lived = LianbanSystem.livedUntil(data);
        Instant begin = Objects.requireNonNullElse(arguments.instant("clock"), lived == null ? FRIDAY : lived);
        return new SystemOptions(data, true, SteppableClock.startingAt(begin, time), Launch.ports(arguments), Map.of());
    }

    @Override
    public int run(List<String> words, InstantSource time) throws Exception {
        Arguments arguments = Arguments.parse(words, OPTIONS, Set.of("once"));
        SystemOptions options = options(arguments, time);
        boolean once = arguments.has("once");
        System.out.println("Starting Lianban in " + options.data().toAbsolutePath().normalize());
        AtomicBoolean over = new AtomicBoolean();
        LianbanSystem system = Launch.start(options, text -> {
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
