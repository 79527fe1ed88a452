package org.lianban.kit.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Forms, parameters and addresses as they come over the wire, and how the document describes them. */
@ExtendWith(Smoke.Services.class)
class DoorOnTheWireTest {
    private static final String JSON = "application/json";
    private static final String LEAST = "\"kind\":\"FIRM\",\"region\":\"410721\",\"count\":2,\"members\":[{\"name\":\"𠮷\"}]";

    private static String posted(String body) {
        return refusal(Smoke.ONE.post("/api/registrations", JSON, body));
    }

    private static String refusal(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("lianban", "java", "Exception");
        return answer.statusCode() + " " + StreamSupport
                .stream(Smoke.json(answer).path("faults").spliterator(), false)
                .map(f -> f.path("pointer").asString() + " " + f.path("code").asString())
                .collect(Collectors.joining(", "));
    }

    @Test
    void shouldTakeAFormCleaned() {
        HttpResponse<String> taken = Smoke.ONE.post("/api/registrations", JSON, "{" + LEAST
                + ",\"note\":\" 甲\\r\\n乙 \",\"form\":{\"a\":[1.50]},\"money\":12.50}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        JsonNode body = Smoke.json(taken);
        assertThat(body.path("note").asString()).isEqualTo("甲\n乙");
        assertThat(body.path("members").get(0).path("name").asString()).isEqualTo("𠮷");
        assertThat(taken.body()).contains("\"form\":{\"a\":[1.50]}", "\"money\":12.5", "\"urgent\":false");
    }

    @Test
    void shouldTellEveryFaultOfAFormAtOnce() {
        assertThat(posted("""
                {"kind":"X","region":"4107","count":0,"members":[{"name":"王\\ud842","age":1}],"materials":["m1"],
                "note":"%s","other":1,"form":{"x":"\\u0000"}}""".formatted("甲".repeat(21)))).isEqualTo(
                "422 /other UNKNOWN_FIELD, /kind UNKNOWN, /region MALFORMED, /count OUT_OF_RANGE, "
                        + "/members/0/age UNKNOWN_FIELD, /members/0/name UNCLEAN, /materials/0 MALFORMED, "
                        + "/note TOO_LONG, /form/x UNCLEAN");
    }

    @Test
    void shouldTellWhatIsNoForm() {
        assertThat(posted("")).isEqualTo("400  MISSING");
        assertThat(posted("{")).isEqualTo("400  NOT_JSON");
        assertThat(posted("[]")).isEqualTo("400  WRONG_TYPE");
        assertThat(posted("null")).isEqualTo("400  WRONG_TYPE");
        assertThat(posted("{\"count\":1,\"count\":2}")).isEqualTo("400  NOT_JSON");
        assertThat(posted("{\"note\":\"" + "x".repeat(300_000) + "\"}")).isEqualTo("413 ");
        assertThat(refusal(Smoke.ONE.post("/api/registrations", "text/plain", "{}"))).isEqualTo("415 ");
    }

    @ParameterizedTest
    @CsvSource({"q=%00,400 ?q UNCLEAN", "limit=x&q=,'400 ?limit OUT_OF_RANGE, ?q MISSING'",
            "q=%ED%A1%82,400 ?q UNCLEAN",
            "q=%E2%80%AE,400 ?q UNCLEAN", "q=x&limit=99999999999999999999,400 ?limit OUT_OF_RANGE"})
    void shouldRefuseABadQuery(String query, String refused) {
        assertThat(refusal(Smoke.ONE.get("/api/registrations?" + query))).isEqualTo(refused);
    }

    /** What no client library sends: each gets an answer, and one of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /api/registrations?q=%zz HTTP/1.1", "GET /api/registrations?q=% HTTP/1.1",
            "GET /api/[x] HTTP/1.1", "GET /api/registrations?q=[x] HTTP/1.1", "GET /api/a\u0001b HTTP/1.1",
            "GET /api/registrations?q=\u0001 HTTP/1.1", "GET //x//y HTTP/1.1", "GET /%2e%2e/%00 HTTP/1.1",
            "GET /api/registrations?q=x HTTP/1.1\r\nLianban-Actor: a\u0000b", "GET /#x HTTP/1.1",
            "GET /api/registrations?q=x HTTP/1.1\r\nLianban-Actor: \u00c4\u00e3", "BREW /api/registrations HTTP/1.1",
            "GET /api/registrations?q=x HTTP/1.1\r\nContent-Length: x",
            "POST /api/registrations HTTP/1.1\r\nContent-Type: nonsense", "GET /api/registrations?\u00c4=1 HTTP/1.1",
            "GET /api/registrations?q=x HTTP/1.1\r\nAccept: nonsense"})
    void shouldAnswerWhatIsNoDecentRequest(String head) throws IOException {
        String answer = raw(head);
        assertThat(answer).as(head).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer).as(head).contains("application/problem+json", "\"code\":");
        }
    }

    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Smoke.ONE.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldDescribeFormsAsTheyAreRead() {
        JsonNode schemas = Smoke.json(Smoke.ONE.get("/v3/api-docs")).path("components").path("schemas");
        JsonNode form = schemas.path("DoorRegistrationForm");
        assertThat(form.path("required")).as("%s", schemas)
                .hasToString("[\"count\",\"kind\",\"members\",\"region\"]");
        assertThat(form.path("additionalProperties").booleanValue(true)).isFalse();
        JsonNode properties = form.path("properties");
        assertThat(properties.path("region")).hasToString(
                "{\"type\":\"string\",\"description\":\"行政区划\",\"example\":\"410721\",\"maxLength\":6,\"pattern\":\"^(?:[0-9]{6})$\"}");
        assertThat(properties.path("count").path("maximum").intValue()).isEqualTo(9);
        assertThat(properties.path("kind").path("enum")).hasToString("[\"HOUSEHOLD\",\"FIRM\"]");
        assertThat(properties.path("members").path("minItems").intValue()).isEqualTo(1);
        assertThat(properties.path("members").path("items").path("$ref").asString())
                .isEqualTo("#/components/schemas/DoorMemberForm");
        assertThat(properties.path("members").path("example").path(0).path("name").asString()).isEqualTo("张三");
        assertThat(properties.path("materials").path("items").path("pattern").asString()).isEqualTo("^(?:m[0-9]{2})$");
        assertThat(properties.path("note").path("maxLength").intValue()).isEqualTo(20);
        assertThat(properties.path("form").has("properties")).isFalse();
        assertThat(schemas.path("DoorFound").path("required")).hasToString("[\"items\",\"limit\",\"q\"]");
        assertThat(schemas.propertyNames()).contains("Problem").doesNotContain("JsonNode", "Body");
    }

    @Test
    void shouldDescribeRefusalsOfEveryOperation() {
        JsonNode paths = Smoke.json(Smoke.ONE.get("/v3/api-docs")).path("paths");
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                JsonNode answers = operation.path("responses");
                assertThat(answers.path("default").path("content").path("application/problem+json").path("schema")
                        .path("$ref").asString()).as("%s", operation).isEqualTo("#/components/schemas/Problem");
                assertThat(answers.propertyNames()).anyMatch(status -> status.startsWith("2"));
            }
        }
    }
}
