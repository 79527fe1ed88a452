package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.lianban.scenarios.client.Addresses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Walks the five OpenAPI documents and puts into every parameter, header and member of every operation what people and
 * machines have sent elsewhere and regretted: never an answer of 500 and more, and every refusal is one of ours.
 */
@Isolated
class EveryDoorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH = 4;
    private static final int AT_ONCE = 4;
    private static final String HALF = "\\ud842";
    private static final List<String> IN_ADDRESSES = List.of("%00", "%07", "%ED%A1%82", "%E2%80%AE", "%E2%80%8B%20",
            "%25", "%zz", "'%22%3B--", "x".repeat(3_000), "9".repeat(99), "-1", "1E999999999", "%EF%BC%91%EF%BC%92",
            "+12026-01-01", "2026-02-30", "%F0%A0%AE%B7", "..%2F", "");
    private static final List<String> IN_HEADERS = List.of("\u0000", "\u0001", "\u00ff", "\u00e2\u0080\u00ae", "\t",
            "x".repeat(2_000), "9".repeat(99), "");
    /** As they stand in JSON. */
    private static final List<String> IN_BODIES = List.of("\"\\u0000\"", "\"甲" + HALF + "\"", "\"\\u202e甲\"",
            "\"\\u200b\"", "\"" + "字".repeat(20_000) + "\"", "\"'; --\"", "1E+999999999", "-1E-999999999",
            "9".repeat(99), "-1", "1.5", "true", "[]", "{}", "[null]", "null", "\"\"", "\"+12026-01-01\"",
            "\"+999999999-12-31T23:59:59+18:00\"", "\"１２\"", "\"9999-12-31\"");

    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    /** One operation of a document. */
    private record Operation(String base, String method, String path, JsonNode about, JsonNode document) {
        List<JsonNode> parameters(String in) {
            return about.path("parameters").valueStream().filter(p -> p.path("in").asString().equals(in)).toList();
        }

        String target(String changed, String value) {
            String address = path;
            for (JsonNode parameter : parameters("path")) {
                String name = parameter.path("name").asString();
                address = address.replace("{" + name + "}", name.equals(changed) ? value : example(parameter));
            }
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : parameters("query")) {
                String name = parameter.path("name").asString();
                if (name.equals(changed)) {
                    query.add(name + "=" + value);
                } else if (parameter.path("required").asBoolean(false)) {
                    query.add(name + "=" + example(parameter));
                }
            }
            return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }

        private static String example(JsonNode parameter) {
            String example = parameter.path("example").asString(parameter.path("schema").path("example").asString("1"));
            return java.net.URLEncoder.encode(example, StandardCharsets.UTF_8);
        }

        String mediaType() {
            return about.path("requestBody").path("content").propertyNames().stream().findFirst().orElse("");
        }

        JsonNode schema() {
            return resolved(about.path("requestBody").path("content").path(mediaType()).path("schema"));
        }

        JsonNode resolved(JsonNode schema) {
            String ref = schema.path("$ref").asString("");
            return ref.isEmpty()
                    ? schema
                    : document.path("components").path("schemas").path(ref.substring(ref.lastIndexOf('/') + 1));
        }

        /** The example that the document gives, or something of the schema's form. */
        JsonNode body() {
            JsonNode content = about.path("requestBody").path("content").path(mediaType());
            JsonNode given = content.has("example")
                    ? content.path("example")
                    : content.path("examples").path(0).isMissingNode() && content.path("examples").isObject()
                            && content.path("examples").size() > 0
                                    ? content.path("examples").valueStream().findFirst().orElseThrow().path("value")
                                    : NODES.missingNode();
            if (given.isString()) {
                given = JSON.readTree(given.stringValue());
            }
            return given.isMissingNode() ? sample(schema(), DEPTH) : given;
        }

        private JsonNode sample(JsonNode reference, int depth) {
            JsonNode schema = resolved(reference);
            if (schema.has("example")) {
                return schema.path("example");
            }
            if (schema.has("enum")) {
                return schema.path("enum").path(0);
            }
            return switch (schema.path("type").asString("")) {
                case "object" -> {
                    ObjectNode object = NODES.objectNode();
                    if (depth > 0) {
                        schema.path("properties").properties()
                                .forEach(p -> object.set(p.getKey(), sample(p.getValue(), depth - 1)));
                    }
                    yield object;
                }
                case "array" -> depth > 0
                        ? NODES.arrayNode().add(sample(schema.path("items"), depth - 1))
                        : NODES.arrayNode();
                case "integer", "number" -> NODES.numberNode(1);
                case "boolean" -> NODES.booleanNode(true);
                case "string" -> new StringNode(switch (schema.path("format").asString("")) {
                    case "date" -> "2026-03-02";
                    case "date-time" -> "2026-03-02T09:00:00+08:00";
                    default -> "甲";
                });
                default -> NODES.objectNode();
            };
        }

        Wire.Answer send(String target, Map<String, String> headers, byte[] body) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            if (body.length > 0) {
                all.putIfAbsent("Content-Type", mediaType().isEmpty() ? "application/json" : mediaType());
            }
            return Wire.send(base, method, target, all, body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void shouldNeverFailWhateverIsSent() throws InterruptedException {
        RunningSystem running = RunningSystem.fresh(null);
        try (ExecutorService at = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Operation> operations = operations(running.places());
            assertThat(operations).hasSizeGreaterThan(150);
            for (Operation operation : operations) {
                at.execute(() -> tried(operation));
            }
            at.shutdown();
            assertThat(at.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            running.closeAndForget();
        }
        assertThat(wrong.stream().sorted().distinct().toList()).isEmpty();
    }

    private List<Operation> operations(Addresses places) {
        List<Operation> operations = new ArrayList<>();
        for (String base : List.of(places.catalog(), places.intake(), places.dispatch(), places.department(),
                places.result())) {
            Wire.Answer answer = Wire.send(base, "GET", "/v3/api-docs", Map.of(), new byte[0]);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode document = answer.json();
            assertThat(document.path("paths").size()).as(base).isPositive();
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(operation.getKey())) {
                        operations.add(new Operation(base, operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(), operation.getValue(), document));
                    }
                }
            }
        }
        return operations;
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
                for (String value : IN_ADDRESSES) {
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
            for (String value : IN_HEADERS) {
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
        places(whole, "", DEPTH, (pointer, value) -> {
            String changed = changed(whole, pointer, value);
            judge(operation, "body " + pointer, value,
                    operation.send(operation.target("", ""), Map.of(), changed.getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** Every member of the example, and everything that is put there. */
    private static void places(JsonNode node, String at, int depth, BiConsumer<String, String> each) {
        if (!at.isEmpty()) {
            IN_BODIES.forEach(value -> each.accept(at, value));
        }
        if (depth == 0) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(p -> places(p.getValue(), at + "/" + p.getKey().replace("~", "~0")
                    .replace("/", "~1"), depth - 1, each));
        } else if (node.isArray() && node.size() > 0) {
            places(node.get(0), at + "/0", depth - 1, each);
        }
    }

    private static String changed(JsonNode whole, String pointer, String value) {
        JsonNode copy = whole.deepCopy();
        JsonNode holder = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        String mark = "here it goes";
        if (holder instanceof ObjectNode object) {
            object.put(last, mark);
        } else if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), new StringNode(mark));
        }
        return JSON.writeValueAsString(copy).replace("\"" + mark + "\"", value);
    }

    private static byte[] bytes(JsonNode body) {
        return JSON.writeValueAsBytes(body);
    }

    private void judge(Operation operation, String where, String value, Wire.Answer answer) {
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
