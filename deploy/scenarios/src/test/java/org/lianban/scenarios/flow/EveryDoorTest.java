package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.lianban.command.FaultCode;
import org.lianban.scenarios.client.ProvinceClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks the five OpenAPI documents: everything is typed and shown by an example, every example is taken. Then it puts into every parameter, header and member of every operation what people and
 * machines have sent elsewhere and regretted: never an answer of 500 and more, and every refusal is one of ours.
 */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryDoorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 4;
    private RunningSystem running;
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    @BeforeAll
    void start() {
        running = RunningSystem.fresh(null);
    }

    @AfterAll
    void stop() {
        running.closeAndForget();
    }

    @Test
    @Order(1)
    void shouldTypeEveryParameterBodyAndAnswerAndShowAnExample() {
        List<String> missing = new ArrayList<>();
        List<Operation> operations = Operation.of(running.places());
        for (Operation operation : operations) {
            operation.about().path("parameters").valueStream().filter(p -> !shown(operation, p))
                    .forEach(p -> missing.add(operation + ": parameter " + p.path("name").asString()));
            operation.about().path("responses").properties().stream().filter(a -> a.getKey().startsWith("2"))
                    .filter(a -> !a.getKey().equals("204")).forEach(answer -> {
                        JsonNode content = answer.getValue().path("content");
                        if (content.isEmpty() || content.valueStream().anyMatch(type -> !typed(operation, type))) {
                            missing.add(operation + ": answer " + answer.getKey());
                        }
                    });
            operation.withoutExample().forEach(place -> missing.add(operation + ": body " + place));
        }
        assertThat(operations).hasSizeGreaterThan(150);
        assertThat(missing).isEmpty();
    }

    private static boolean shown(Operation operation, JsonNode parameter) {
        JsonNode schema = operation.resolved(parameter.path("schema"));
        return schema.has("type")
                && (parameter.has("example") || schema.has("example") || schema.has("enum") || schema.has("default")
                        || schema.path("type").asString().equals("boolean"));
    }

    private static boolean typed(Operation operation, JsonNode content) {
        JsonNode schema = operation.resolved(content.path("schema"));
        return schema.has("properties") || schema.has("additionalProperties") || schema.has("items")
                || schema.has("oneOf") || schema.path("type").asString("").equals("string");
    }

    /** Whatever may be left out may be left out, and nothing else. */
    @Test
    @Order(1)
    void shouldAskForNoParameterThatItCallsOptional() {
        List<String> wanted = new ArrayList<>();
        for (Operation operation : Operation.of(running.places())) {
            if (operation.method().equals("GET")) {
                Wire.Answer answer = operation.send(operation.target("", ""), Map.of(), new byte[0]);
                answer.json().path("faults").valueStream().filter(f -> f.path("code").asString().equals("MISSING"))
                        .forEach(f -> wanted.add(operation + ": " + f.path("pointer").asString()));
            }
        }
        assertThat(wanted).isEmpty();
    }

    /** That there is no such case, or that it is not the time, is an answer to a request that was understood. */
    @Test
    @Order(2)
    void shouldTakeEveryExampleThatItShows() {
        Set<String> ofForms = Arrays.stream(FaultCode.values()).map(FaultCode::name).collect(Collectors.toSet());
        List<String> refused = new ArrayList<>();
        for (Operation operation : Operation.of(running.places())) {
            if (operation.mediaType().contains("json")) {
                Wire.Answer answer = operation.send(operation.target("", ""), Map.of(), bytes(operation.body()));
                boolean unread = answer.json().path("faults").valueStream()
                        .anyMatch(fault -> ofForms.contains(fault.path("code").asString()));
                if (unread || answer.status() == 400 || answer.status() == 415) {
                    refused.add(operation + ": " + answer.refusal() + " " + answer.json().path("detail").asString());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    @Order(3)
    void shouldNeverFailWhateverIsSent() throws InterruptedException {
        try (ExecutorService at = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Operation> operations = Operation.of(running.places());
            assertThat(operations).hasSizeGreaterThan(150);
            for (Operation operation : operations) {
                at.execute(() -> tried(operation));
            }
            at.shutdown();
            assertThat(at.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(wrong.stream().sorted().distinct().toList()).isEmpty();
    }

    @Test
    @Order(4)
    void shouldTakeOrRefuseEveryCellAndScalarOfAFile() {
        Spoilt.csv(ofOne(exported("csv"), "(工作表|[^,]*,PL-01),.*"),
                (place, value, changed) -> imported("text/csv", place, value, changed));
        String yaml = exported("yaml");
        Spoilt.yaml(yaml.substring(0, yaml.indexOf("- code: PL-02")),
                (place, value, changed) -> imported("application/yaml", place, value, changed));
        assertThat(wrong).isEmpty();
    }

    private String exported(String format) {
        return new String(running.doors().download(
                running.places().catalog() + "/api/one-things/export?region=610926&format=" + format, Map.of()),
                StandardCharsets.UTF_8);
    }

    private static String ofOne(String table, String rows) {
        return table.lines().filter(line -> line.replace("\ufeff", "").matches(rows))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void imported(String type, String place, String value, String file) {
        Wire.Answer answer = Wire.send(running.places().catalog(), "POST", "/api/drafts/import?reason=OPTIMISED",
                Map.of("Content-Type", type, "Lianban-Role", "CATALOG_ADMIN", "Lianban-Actor", "admin-1"),
                file.getBytes(StandardCharsets.UTF_8));
        judge("import of " + type, place, value, answer);
    }

    /** None stops the ones behind it, and whoever can be answered is. */
    @Test
    @Order(5)
    void shouldAnswerEveryMessageWhateverItHolds() throws InterruptedException {
        try (ProvinceClient province = new ProvinceClient(running.places().bootstrapServers())) {
            List<String> sent = new ArrayList<>();
            JsonNode message = JSON.valueToTree(running.prepare("JC-04").ofProvince("P-0"));
            Spoilt.json(message, (place, value, changed) -> {
                String number = place.equals("/provinceNo") ? "P-other" : "P-" + sent.size();
                String numbered = changed.replace("\"P-0\"", "\"" + number + "\"");
                province.send(number, numbered.getBytes(StandardCharsets.UTF_8), Map.of("ce_id", number));
                if (!place.equals("/provinceNo")) {
                    sent.add(number);
                }
            });
            assertThat(sent).hasSizeGreaterThan(200);
            sent.forEach(number -> assertThat(province.await(number, RunningSystem.PATIENCE)).isNotNull());
            province.send("P-good", running.prepare("JC-04").ofProvince("P-good"));
            assertThat(province.await("P-good", RunningSystem.PATIENCE).accepted()).isTrue();
        }
    }

    private void tried(Operation operation) {
        try {
            inAddress(operation);
            inHeaders(operation);
            inBody(operation);
        } catch (RuntimeException | AssertionError failed) {
            wrong.add(operation + " could not be tried: " + failed);
        }
    }

    private void inAddress(Operation operation) {
        byte[] body = operation.mediaType().contains("json") ? bytes(operation.body()) : new byte[0];
        for (String in : List.of("path", "query")) {
            for (JsonNode parameter : operation.parameters(in)) {
                String name = parameter.path("name").asString();
                for (String value : Spoilt.IN_ADDRESSES) {
                    if (in.equals("query") || !value.isEmpty()) {
                        judge(operation, in + " " + name, value,
                                operation.send(operation.target(name, value), Map.of(), body));
                    }
                }
            }
        }
    }

    private void inHeaders(Operation operation) {
        byte[] body = operation.mediaType().contains("json") ? bytes(operation.body()) : new byte[0];
        List<String> names = new ArrayList<>(
                operation.parameters("header").stream().map(p -> p.path("name").asString()).toList());
        names.addAll(List.of("Lianban-Actor", "Lianban-Role", "Lianban-On-Behalf-Of", "Lianban-Window", "traceparent"));
        for (String name : Set.copyOf(names)) {
            for (String value : Spoilt.IN_HEADERS) {
                judge(operation, "header " + name, value,
                        operation.send(operation.target("", ""), Map.of(name, value), body));
            }
        }
    }

    private void inBody(Operation operation) {
        if (operation.mediaType().isEmpty()) {
            return;
        }
        for (String value : List.of("", "{", "[]", "null", "\"x\"", "{\"\\u0000\":1}", "\u0000", "[".repeat(5_000))) {
            judge(operation, "body", value,
                    operation.send(operation.target("", ""), Map.of(), value.getBytes(StandardCharsets.UTF_8)));
        }
        if (!operation.mediaType().contains("json")) {
            for (String value : List.of("甲\u0000,乙", "a: \"\\0\"", "a: \"\\ud842\"", "\u202e", "x".repeat(50_000))) {
                judge(operation, "body", value,
                        operation.send(operation.target("", ""), Map.of(), value.getBytes(StandardCharsets.UTF_8)));
            }
            return;
        }
        JsonNode whole = operation.body();
        Spoilt.json(whole, (pointer, value, changed) -> {
            judge(operation, "body " + pointer, value,
                    operation.send(operation.target("", ""), Map.of(), changed.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static byte[] bytes(JsonNode body) {
        return JSON.writeValueAsBytes(body);
    }

    private void judge(Object operation, String where, String value, Wire.Answer answer) {
        boolean failed = answer.status() >= 500 && answer.status() != 503;
        boolean stranger = answer.status() >= 400 && !answer.problem();
        if (failed || stranger) {
            String shown = value.length() > 40 ? value.substring(0, 40) + "…" + value.length() : value;
            String shownClean = shown.codePoints().collect(StringBuilder::new,
                    (text, c) -> text.append(c < ' ' || c > '~' ? "U+%04X".formatted(c) : Character.toString(c)),
                    StringBuilder::append).toString();
            wrong.add(operation + ", " + where + " = " + shownClean + ": " + answer.status()
                    + (stranger ? " no problem+json" : ""));
        }
    }
}
