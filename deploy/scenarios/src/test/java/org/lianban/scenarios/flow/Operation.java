package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianban.scenarios.client.Addresses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One operation of an OpenAPI document, with what the document gives as examples. */
record Operation(String base, String method, String path, JsonNode about, JsonNode document) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH = 5;

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
        return URLEncoder.encode(example, StandardCharsets.UTF_8);
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

    /** The example that the document shows, or something of the schema's form. */
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

    /** Pointers of the texts and numbers of the body that the document shows no example of. */
    List<String> withoutExample() {
        List<String> missing = new ArrayList<>();
        JsonNode content = about.path("requestBody").path("content").path(mediaType());
        if (mediaType().contains("json") && !content.has("example") && !content.has("examples")) {
            missing(schema(), "", DEPTH, missing);
        }
        return missing;
    }

    private void missing(JsonNode reference, String at, int depth, List<String> missing) {
        JsonNode schema = resolved(reference);
        if (reference.has("example") || schema.has("example") || schema.has("enum") || depth == 0) {
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> schema.path("properties").properties()
                    .forEach(p -> missing(p.getValue(), at + "/" + p.getKey(), depth - 1, missing));
            case "array" -> missing(schema.path("items"), at + "/0", depth - 1, missing);
            case "string" -> {
                if (!schema.path("format").asString("").startsWith("date")) {
                    missing.add(at);
                }
            }
            case "boolean" -> {
            }
            default -> missing.add(at);
        }
    }

    private JsonNode sample(JsonNode reference, int depth) {
        if (reference.has("example")) {
            return reference.path("example");
        }
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

    /** Of the five services. */
    static List<Operation> of(Addresses places) {
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
                        operations.add(new Operation(base, operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(), operation.getValue(), document));
                    }
                }
            }
        }
        return operations;
    }
}
