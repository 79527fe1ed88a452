package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lianban.scenarios.client.HttpDoor;
import org.lianban.scenarios.client.HttpDoor.Answer;
import org.lianban.servers.Ports;
import org.lianban.standalone.system.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every query of every dashboard, asked of a real Prometheus that scrapes the running system. */
@ExtendWith(SharedSystem.class)
class PanelsTest {
    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Queries that may answer with nothing, by a part of the query, each with its reason. There are none. */
    private static final Map<String, String> MAY_BE_EMPTY = Map.of();
    /** Its only item of {@code XX-08} is optional, so that nobody else waits for it. */
    private static final String OUT_OF_REACH = "410721-haiguan";

    @Test
    void shouldAnswerEveryQueryOfEveryPanel(RunningSystem running, @TempDir Path directory) throws Exception {
        Path binary = prometheus();
        int port = Ports.free();
        Process prometheus = new ProcessBuilder(binary.toString(), "--config.file=" + configuration(running, directory),
                "--storage.tsdb.path=" + directory.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(directory.resolve("prometheus.log").toFile()).start();
        try (HttpDoor doors = new HttpDoor()) {
            String base = "http://127.0.0.1:" + port;
            await().atMost(PATIENCE).ignoreExceptions().until(() -> targetsUp(doors, base) == Service.values().length);
            // Nobody listens there: the department's queue grows, pushes fail, and its breaker opens.
            running.departments().script(OUT_OF_REACH).downUntil(Instant.MAX);
            connect(running, Map.of("mode", "PUSH", "url", "http://127.0.0.1:" + Ports.free() + "/", "secretName",
                    RunningSystem.PUSH_SECRET));
            // The first goes to the request that the department had open when its line went dead.
            String first = fileForAll(running);
            running.awaitCase(first, seen -> seen.endedItems() == 5);
            String second = fileForAll(running);
            running.awaitSettled(running.client().file(running.prepare("XX-09").received()));
            Map<String, String> unanswered = new TreeMap<>();
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                unanswered.clear();
                for (Map.Entry<String, String> query : queries().entrySet()) {
                    ask(doors, base, query, unanswered);
                }
                assertThat(unanswered).isEmpty();
            });
            connect(running, Map.of("mode", "PULL"));
            running.departments().script(OUT_OF_REACH).up();
            running.awaitSettled(first);
            running.awaitSettled(second);
        } finally {
            prometheus.destroy();
            assertThat(prometheus.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String fileForAll(RunningSystem running) {
        return running.client().file(running.prepare("XX-08", Map.of("item-03", "yes")).received());
    }

    private static void connect(RunningSystem running, Map<String, String> channel) {
        running.doors().put(running.places().department() + "/api/departments/" + OUT_OF_REACH + "/channel",
                Map.of("Lianban-Role", "OPERATOR", "Lianban-Actor", "flow"), channel).ok();
    }

    private static Path prometheus() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "prometheus")).filter(Files::isExecutable).findFirst()
                .orElseGet(() -> abort("There is no prometheus on the PATH, so no panel was tested: "
                        + "apt-get install prometheus, then run this test again"));
    }

    /** The configuration that is delivered, with this system's ports and a quicker pulse. */
    private static Path configuration(RunningSystem running, Path directory) throws IOException {
        String text = Files.readString(DEPLOY.resolve("prometheus").resolve("prometheus.yml"));
        for (Service service : Service.values()) {
            String usual = "localhost:" + service.port();
            assertThat(text).contains(usual);
            text = text.replace(usual, "localhost:" + running.system().options().ports().of(service));
        }
        Path file = directory.resolve("prometheus.yml");
        Files.writeString(file, text.replaceAll("(scrape_interval|evaluation_interval): *[0-9]+s", "$1: 1s"));
        return file;
    }

    private static long targetsUp(HttpDoor doors, String base) {
        return doors.get(base + "/api/v1/targets?state=active").ok().path("data").path("activeTargets").valueStream()
                .filter(target -> target.path("health").asString().equals("up")).count();
    }

    private static void ask(HttpDoor doors, String base, Map.Entry<String, String> query,
            Map<String, String> unanswered) {
        Answer answer = doors
                .get(base + "/api/v1/query?query=" + URLEncoder.encode(query.getValue(), StandardCharsets.UTF_8));
        assertThat(answer.status()).as("%s: %s: %s", query.getKey(), query.getValue(), answer.body()).isEqualTo(200);
        boolean excused = MAY_BE_EMPTY.keySet().stream().anyMatch(query.getValue()::contains);
        if (answer.body().path("data").path("result").isEmpty() && !excused) {
            unanswered.put(query.getKey(), query.getValue());
        }
    }

    /** By dashboard, panel and target. Variables are what a person who has chosen nothing would see. */
    private static Map<String, String> queries() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        List<Path> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("grafana"))) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(dashboards::add);
        }
        assertThat(dashboards).isNotEmpty();
        for (Path dashboard : dashboards) {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(dashboard));
            collect(dashboard.getFileName().toString(), root.path("panels"), queries);
        }
        assertThat(queries).isNotEmpty();
        return queries;
    }

    private static void collect(String dashboard, JsonNode panels, Map<String, String> queries) {
        for (JsonNode panel : panels) {
            String name = dashboard + " / " + panel.path("title").asString("");
            int number = 0;
            for (JsonNode target : panel.path("targets")) {
                String expression = target.path("expr").asString("");
                assertThat(expression).as("%s target %d has a query", name, number).isNotBlank();
                queries.put(name + " / " + number++, replaced(expression));
            }
            Set.of("panels").forEach(nested -> collect(dashboard, panel.path(nested), queries));
        }
    }

    private static String replaced(String expression) {
        return expression.replace("$__rate_interval", "1m").replace("$__interval", "15s").replace("$__range", "1h")
                .replaceAll("\\$\\{?[a-zA-Z_]+(:[a-z]+)?}?", ".*");
    }
}
