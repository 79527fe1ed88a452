package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.lianban.scenarios.bench.Bench;
import org.lianban.scenarios.bench.Workload;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.SystemOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the joint-approval workload on a system of its own. Progress goes to the error stream, the JSON line alone to output. */
@Command(name = "bench", showDefaultValues = true, sortOptions = false,
        description = "measure the joint-approval workload; prints one JSON line")
final class BenchCommand extends Launch {
    @Option(names = "--cases", paramLabel = "N", description = "measured cases")
    private int cases = 2_000;

    @Option(names = "--items", paramLabel = "K", description = "items a case, 1 to 18")
    private int items = 6;

    @Option(names = "--in-flight", paramLabel = "M", description = "cases filed and not yet settled, at most")
    private int inFlight = 200;

    @Option(names = "--warm-up", paramLabel = "W", description = "cases before the measurement")
    private int warmUp = 500;

    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept")
    private Path data = Path.of(".lianban", "bench");

    BenchCommand(InstantSource time) {
        super(time);
    }

    @Override
    public Integer call() throws Exception {
        Workload workload = usable(() -> new Workload(cases, items, inFlight, warmUp));
        SystemOptions options = new SystemOptions(data, false, time, ports(), Map.of());
        LianbanSystem system = start(options, System.err::println);
        System.out.println(Bench.json(new Bench(system, workload, System.err).run()));
        return 0;
    }
}
