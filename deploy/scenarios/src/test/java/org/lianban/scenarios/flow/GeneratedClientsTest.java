package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lianban.contracts.ItemState;
import org.lianban.scenarios.client.Application;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vendor of department systems who has nothing but our five OpenAPI documents: generated clients compile, file a case,
 * fetch its task and answer it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(4)
class GeneratedClientsTest {
    private static final Path ROOT = Path.of("target", "clients").toAbsolutePath();
    private static final Path STORIES = Path.of("src", "test", "clients").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private RunningSystem running;
    private Generated generated;

    @BeforeAll
    void generate() throws Exception {
        running = RunningSystem.withoutDepartments();
        Map<String, String> documents = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Map.Entry<String, String> service : services().entrySet()) {
                documents.put(service.getKey(), http.send(
                        HttpRequest.newBuilder(URI.create(service.getValue() + "/v3/api-docs")).build(),
                        HttpResponse.BodyHandlers.ofString()).body());
            }
        }
        generated = Generated.from(documents, Files.createDirectories(ROOT));
    }

    @AfterAll
    void stop() {
        running.closeAndForget();
    }

    private Map<String, String> services() {
        var places = running.places();
        return Map.of("intake", places.intake(), "dispatch", places.dispatch(), "department", places.department(),
                "result", places.result(), "catalog", places.catalog());
    }

    @Test
    void shouldCompileAndWorkInJava() throws Exception {
        Path classes = Files.createDirectories(ROOT.resolve("java-classes"));
        List<String> sources = Stream.concat(java(generated.java()), java(STORIES.resolve("java"))).toList();
        Path list = Files.write(ROOT.resolve("java-sources.txt"), sources);
        int compiled = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler()).run(null, null, null, "-nowarn",
                "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "@" + list);
        assertThat(compiled).as("the generated clients compile").isZero();

        answered(Commands.run(ROOT, "java-story", Stream.concat(
                Stream.of(Commands.java(), "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"), "Story"),
                arguments()).toList()));
    }

    @Test
    void shouldCompileAndWorkInTypeScript() throws Exception {
        assumeTrue(Commands.there("node") && Commands.there("npm"), "no Node.js on this machine");
        Path folder = generated.typescript();
        for (String file : List.of("package.json", "package-lock.json", "tsconfig.json", "story.ts")) {
            Files.copy(STORIES.resolve("typescript").resolve(file), folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Commands.run(folder, "npm", List.of("npm", "ci", "--no-audit", "--no-fund"));
        Commands.run(folder, "tsc", List.of("node", "node_modules/typescript/bin/tsc", "-p", "."));

        answered(Commands.run(folder, "story",
                Stream.concat(Stream.of("node", "compiled/story.js"), arguments()).toList()));
    }

    /** Where the services are, and a filled-in application of a newborn's one-thing. */
    private Stream<String> arguments() throws IOException {
        Application application = running.prepare("XX-09").received();
        Path filed = Files.writeString(ROOT.resolve("application.json"), JSON.writeValueAsString(application.body()));
        String department = application.oneThing().items().stream()
                .filter(item -> application.items().contains(item.no()) && item.hard().isEmpty()).findFirst()
                .orElseThrow().departments().getFirst();
        return Stream.of(running.places().intake(), running.places().department(), filed.toString(), department);
    }

    /** What the story prints in its last line, against what the system says. */
    private void answered(String said) {
        JsonNode last = JSON.readTree(said.strip().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(last.path("result").asString()).isEqualTo("APPLIED");
        String item = last.path("taskId").asString().substring(last.path("caseNo").asString().length() + 1);
        running.awaitCase(last.path("caseNo").asString(), seen -> seen.items().stream()
                .anyMatch(i -> i.itemNo().equals(item) && i.state() == ItemState.IN_REVIEW));
    }

    private static Stream<String> java(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java")
                            && !folder.relativize(file).toString().contains("src/test"))
                    .map(Path::toString).toList().stream();
        }
    }
}
