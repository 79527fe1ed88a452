package org.lianban.scenarios.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.Service;
import tools.jackson.databind.json.JsonMapper;

/** A closed load against a running system, and its figures. */
public record Bench(LianbanSystem system, Workload workload, PrintStream console) {
    /** The seeded window of the region, where clerk-1 sits. */
    private static final String WINDOW = Workload.REGION + "-zh01";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Runs warm-up and measurement; the map is the run's JSON line, in order. */
    public Map<String, Object> run() throws Exception {
        try (LoadClient doors = new LoadClient();
                Admin kafka = Admin
                        .create(Map.<String, Object>of("bootstrap.servers", system.kafka().bootstrapServers()))) {
            List<String> departments = new Preparation(doors, url(Service.CATALOG), workload).publish();
            if (workload.warmUp() > 0) {
                console.println("Warming up with " + workload.warmUp() + " cases");
                load(doors, new Progress(workload), departments, workload.warmUp());
            }
            Progress progress = new Progress(workload);
            Resources before = resources(kafka);
            long start = System.nanoTime();
            console.println("Measuring " + workload.cases() + " cases of " + workload.items() + " items, at most "
                    + workload.inFlight() + " in flight");
            load(doors, progress, departments, workload.cases());
            double seconds = (progress.lastSettledNanos() - start) / 1e9;
            return figures(progress, seconds, resources(kafka).since(before));
        }
    }

    private Resources resources(Admin kafka) throws SQLException {
        return Resources.now(system.postgres().administrator("lianban"), kafka,
                system.dataDirectory().resolve("kafka"));
    }

    private String url(Service service) {
        return system.options().ports().url(service);
    }

    private void load(LoadClient doors, Progress progress, List<String> departments, int cases)
            throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try (Settlements settlements = new Settlements(system.kafka().bootstrapServers(), progress);
                Departments pullers = new Departments(doors, url(Service.DEPARTMENT), workload, progress)) {
            pullers.start(departments);
            Thread.ofVirtual().name("bench-applicant").start(() -> file(doors, progress, cases, failure));
            await(progress, pullers, cases, failure);
        }
    }

    private void file(LoadClient doors, Progress progress, int cases, AtomicReference<@Nullable Throwable> failure) {
        Map<String, Object> application = application();
        Map<String, String> clerk = Map.of("Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", "clerk-1",
                "Lianban-Window", WINDOW);
        try {
            for (int i = 0; i < cases && failure.get() == null; i++) {
                progress.beforeFiling();
                doors.post(url(Service.INTAKE) + "/api/applications", clerk, application).subscribe(
                        answer -> progress.answered(answer.path("caseNo").asString(), System.nanoTime()),
                        refused -> failure.compareAndSet(null, refused));
            }
        } catch (InterruptedException stopped) {
            failure.compareAndSet(null, stopped);
        }
    }

    private void await(Progress progress, Departments pullers, int cases, AtomicReference<@Nullable Throwable> failure)
            throws InterruptedException {
        long lastChange = System.nanoTime();
        int last = 0;
        while (progress.settledCases() < cases) {
            Thread.sleep(Duration.ofMillis(20));
            Throwable failed = failure.get() != null ? failure.get() : pullers.failure();
            if (failed != null) {
                throw new IllegalStateException("The load failed: " + failed.getMessage(), failed);
            }
            if (progress.settledCases() != last) {
                if (progress.settledCases() / 500 != last / 500) {
                    console.println("  " + progress.settledCases() + " of " + cases + " settled");
                }
                last = progress.settledCases();
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "Nothing settled for " + PATIENCE + "; " + progress.open() + " cases are open");
            }
        }
    }

    private Map<String, Object> application() {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("region", Workload.REGION);
        application.put("oneThing", workload.oneThing());
        application.put("channel", "WINDOW");
        application.put("window", WINDOW);
        application.put("receive", true);
        application.put("applicant", Map.of("name", "张三", "idType", "RESIDENT_ID", "idNumber", "11010519491231002X",
                "phone", "13800000000"));
        application.put("answers", Map.of());
        application.put("form", Workload.form());
        application.put("materials", Workload.materials());
        return application;
    }

    private Map<String, Object> figures(Progress progress, double seconds, Resources used) {
        int n = workload.cases();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cases", n);
        line.put("items", workload.items());
        line.put("inFlight", workload.inFlight());
        line.put("casesPerSecond", round(n / seconds, 1));
        line.put("cpuSecondsPerCase", round(used.cpuSeconds() / n, 5));
        line.put("databaseCpuSecondsPerCase", round(used.databaseSeconds() / n, 5));
        line.put("fanOutMs", quantiles(progress.fanOut));
        line.put("releaseMs", quantiles(progress.release));
        line.put("settleMs", quantiles(progress.settle));
        line.put("rowsPerCase", round((double) used.rowsKept() / n, 1));
        line.put("rowsWrittenPerCase", round((double) used.rowsWritten() / n, 1));
        line.put("bytesPerCase", used.databaseBytes() / n);
        line.put("walBytesPerCase", used.walBytes() / n);
        line.put("eventsPerCase", round((double) used.events() / n, 1));
        line.put("transactionsPerCase", round((double) used.transactions() / n, 2));
        line.put("heapMb", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        line.put("rssMb", rssMb());
        line.put("cores", Runtime.getRuntime().availableProcessors());
        line.put("java", ManagementFactory.getRuntimeMXBean().getVmVersion());
        return line;
    }

    private static Map<String, Object> quantiles(ConcurrentHistogram micros) {
        Map<String, Object> q = new LinkedHashMap<>();
        q.put("p50", round(micros.getValueAtPercentile(50) / 1000.0, 1));
        q.put("p99", round(micros.getValueAtPercentile(99) / 1000.0, 1));
        return q;
    }

    private static double round(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    /** Of this JVM; 0 where there is no /proc. */
    private static long rssMb() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmRSS"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The line as the command prints it. */
    public static String json(Map<String, Object> line) {
        return JsonMapper.shared().writeValueAsString(line);
    }
}
