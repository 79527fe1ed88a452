package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lianban.standalone.system.SteppableClock;
import org.lianban.standalone.system.SystemOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is asked to end. */
@Command(name = "up", showDefaultValues = true,
        description = "start everything; Ctrl-C stops it, the next start finds the cases again")
final class UpCommand extends Launch {
    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept")
    private Path data = Path.of(".lianban");

    private enum Departments {
        SIMULATED,
        NONE
    }

    @Option(names = "--departments", paramLabel = "simulated|none", description = "who works off the tasks")
    private Departments departments = Departments.SIMULATED;

    @Option(names = "--clock", paramLabel = "INSTANT",
            description = "start the system's clock there; POST :8080/clock moves it")
    private @Nullable Instant clock;

    UpCommand(InstantSource time) {
        super(time);
    }

    SystemOptions options() {
        return new SystemOptions(data, departments == Departments.SIMULATED,
                clock == null ? time : SteppableClock.startingAt(clock, time), ports(), Map.of());
    }

    @Override
    public Integer call() throws InterruptedException {
        SystemOptions options = options();
        System.out.println("Starting Lianban in " + options.data().toAbsolutePath().normalize());
        start(options, System.out::println);
        System.out.println("Ctrl-C stops it.");
        new CountDownLatch(1).await();
        return 0;
    }
}
