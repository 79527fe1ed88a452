package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.scenarios.client.Addresses;
import tools.jackson.databind.JsonNode;

/**
 * The same bad request at a command of each service whose body is bound as a form: the same status, code and pointer.
 */
@ExtendWith(SharedSystem.class)
class SameDoorTest {
    private static final String FIELD = "FIELD";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /**
     * A command.
     *
     * @param text a member that is a text of one line
     * @param body acceptable as far as a form goes
     */
    private record Command(String base, String method, String address, String text, String body) {
        Wire.Answer send(String query, Map<String, String> headers, String sent) {
            return Wire.send(base, method, address + query, headers, sent.getBytes(StandardCharsets.UTF_8));
        }

        String with(String value) {
            return body.replaceFirst("\"" + text + "\":(\"[^\"]*\"|\\[[^]]*])",
                    "\"" + text + "\":" + value.replace("\\", "\\\\"));
        }

        String and(String members) {
            return body.substring(0, body.length() - 1) + "," + members + "}";
        }
    }

    private static Map<String, Command> commands(Addresses places) {
        Map<String, Command> commands = new TreeMap<>();
        commands.put("catalog", new Command(places.catalog(), "POST", "/api/drafts/D-1/abandonment", "reason",
                "{\"reason\":\"不再调整\"}"));
        commands.put("intake", new Command(places.intake(), "POST",
                "/api/consultations/410721-ZX-1/question", "question", "{\"question\":\"需要哪些材料\"}"));
        commands.put("dispatch", new Command(places.dispatch(), "POST",
                "/api/cases/41072120260918YJS000001F/items/02/lead-decision", "reason",
                "{\"decision\":\"TERMINATE\",\"reason\":\"不再办理\"}"));
        commands.put("department", new Command(places.department(), "PUT", "/api/departments/410721-gongan/channel",
                "secretName", "{\"mode\":\"PULL\",\"secretName\":\"gongan\"}"));
        commands.put("result", new Command(places.result(), "POST", "/api/tickets", "matter",
                "{\"kind\":\"UNRESOLVED\",\"region\":\"410721\",\"matter\":\"窗口未办\"}"));
        return commands;
    }

    /** Whether the document says that the body is a form: those take no member that they do not know. */
    private static boolean bound(Command command) {
        JsonNode document = Wire.send(command.base, "GET", "/v3/api-docs", Map.of(), new byte[0]).json();
        return document.path("paths").properties().stream().filter(path -> command.address
                .matches(path.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .map(path -> path.getValue().path(command.method.toLowerCase(Locale.ROOT)).path("requestBody")
                        .path("content").path("application/json").path("schema").path("$ref").asString())
                .map(ref -> document.path("components").path("schemas").path(ref.substring(ref.lastIndexOf('/') + 1)))
                .anyMatch(schema -> !schema.path("additionalProperties").booleanValue(true));
    }

    private static Map<String, Function<Command, Wire.Answer>> bad() {
        Map<String, Function<Command, Wire.Answer>> bad = new LinkedHashMap<>();
        bad.put("400 :MISSING, no body", c -> c.send("", JSON, ""));
        bad.put("400 :NOT_JSON, no JSON", c -> c.send("", JSON, "{\"a\":"));
        bad.put("400 :NOT_JSON, something behind it", c -> c.send("", JSON, "{} {}"));
        bad.put("400 :NOT_JSON, a member twice", c -> c.send("", JSON, "{\"a\":1,\"a\":2}"));
        bad.put("400 :WRONG_TYPE, a list", c -> c.send("", JSON, "[]"));
        bad.put("400 :WRONG_TYPE, null", c -> c.send("", JSON, "null"));
        bad.put("422 /shoeSize:UNKNOWN_FIELD, unknown member", c -> c.send("", JSON, c.and("\"shoeSize\":1")));
        bad.put("422 /a~1b:UNKNOWN_FIELD /c~0d:UNKNOWN_FIELD, two of them",
                c -> c.send("", JSON, c.and("\"a/b\":1,\"c~d\":2")));
        bad.put("422 /FIELD:WRONG_TYPE, a number for a text", c -> c.send("", JSON, c.with("12")));
        bad.put("422 /FIELD:WRONG_TYPE, an object for a text", c -> c.send("", JSON, c.with("{}")));
        bad.put("422 /FIELD:UNCLEAN, NUL", c -> c.send("", JSON, c.with("\"甲\\u0000\"")));
        bad.put("422 /FIELD:UNCLEAN, half a character", c -> c.send("", JSON, c.with("\"甲\\ud842\"")));
        bad.put("422 /FIELD:UNCLEAN, a direction mark", c -> c.send("", JSON, c.with("\"\\u202e甲\"")));
        bad.put("422 /FIELD:TOO_LONG, long text", c -> c.send("", JSON, c.with("\"" + "x".repeat(30_000) + "\"")));
        bad.put("413, a large body", c -> c.send("", JSON, c.with("\"" + "x".repeat(3_000_000) + "\"")));
        bad.put("415, another type", c -> c.send("", Map.of("Content-Type", "text/plain"), c.body));
        bad.put("422 Idempotency-Key:MALFORMED, a key with a space",
                c -> c.send("", with("Idempotency-Key", "a b"), c.body));
        bad.put("422 Idempotency-Key:MALFORMED, a long key",
                c -> c.send("", with("Idempotency-Key", "x".repeat(129)), c.body));
        bad.put("400 Lianban-Role:UNKNOWN, no such role", c -> c.send("", with("Lianban-Role", "king"), c.body));
        bad.put("400 Lianban-Actor:UNCLEAN, an account with a direction mark",
                c -> c.send("", with("Lianban-Actor", "a\u00e2\u0080\u00ae"), c.body));
        bad.put("400 ?q:UNCLEAN, NUL in the address", c -> c.send("?q=%00", JSON, c.body));
        bad.put("400 Accept:MALFORMED, no list of types", c -> c.send("", with("Accept", "nonsense"), c.body));
        return bad;
    }

    private static Map<String, String> with(String header, String value) {
        return Map.of("Content-Type", "application/json", header, value);
    }

    @Test
    void shouldAnswerTheSameFaultTheSameOnEveryService(RunningSystem running) {
        List<String> others = new ArrayList<>();
        Map<String, String> codes = new TreeMap<>();
        Map<String, Command> commands = commands(running.places());
        assertThat(commands.entrySet().stream().filter(c -> !bound(c.getValue())).map(Map.Entry::getKey))
                .as("services whose command is no form").isEmpty();
        bad().forEach((expected, request) -> commands.forEach((service, command) -> {
            Wire.Answer answer = request.apply(command);
            String got = answer.status() + answer.json().path("faults").valueStream()
                    .map(f -> " " + f.path("pointer").asString().replace("/" + command.text(), "/" + FIELD) + ":"
                            + f.path("code").asString())
                    .reduce("", String::concat);
            String code = answer.json().path("code").asString();
            if (!answer.problem() || !got.equals(expected.split(",")[0])
                    || !codes.computeIfAbsent(expected, first -> code).equals(code)) {
                others.add(service + ": " + expected + ", but answered " + got + " " + answer.text());
            }
        }));
        assertThat(others).isEmpty();
    }
}
