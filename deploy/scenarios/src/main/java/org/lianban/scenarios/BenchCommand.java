package org.lianban.scenarios;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.scenarios.bench.Bench;
import org.lianban.scenarios.bench.Workload;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.SystemOptions;

/** Measures the joint-approval workload on a system of its own. Progress goes to the error stream, the JSON line alone to output. */
final class BenchCommand implements Command {
    private static final Set<String> OPTIONS = Set.of("cases", "items", "in-flight", "warm-up", "data", "port-offset");

    @Override
    public String summary() {
        return "measure the joint-approval workload; prints one JSON line";
    }

    @Override
    public String usage() {
        return """
                --cases N        measured cases (default 2000)
                --items K        items a case, 1 to 18 (default 6)
                --in-flight M    cases filed and not yet settled, at most (default 200)
                --warm-up W      cases before the measurement (default 500)
                --data DIR       where everything is kept (default .lianban/bench)
                --port-offset N  add N to every port""";
    }

    @Override
    public int run(List<String> words, InstantSource time) throws Exception {
        Arguments arguments = Arguments.parse(words, OPTIONS, Set.of());
        Workload workload = new Workload(arguments.number("cases", 2_000, 1, 1_000_000),
                arguments.number("items", 6, 1, 18),
                arguments.number("in-flight", 200, 1, 10_000), arguments.number("warm-up", 500, 0, 100_000));
        SystemOptions options = new SystemOptions(arguments.path("data", Path.of(".lianban", "bench")), false, time,
                Launch.ports(arguments), Map.of());
        LianbanSystem system = Launch.start(options, System.err::println);
        System.out.println(Bench.json(new Bench(system, workload, System.err).run()));
        return 0;
    }
}
