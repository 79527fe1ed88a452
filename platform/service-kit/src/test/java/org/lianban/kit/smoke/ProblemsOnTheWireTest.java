package org.lianban.kit.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.http.ProblemAdvice;
import org.lianban.servers.tests.CapturedLog;
import tools.jackson.databind.JsonNode;

/** Every refusal leaves as application/problem+json, names every fault and gives away nothing of the inside. */
@ExtendWith(Smoke.Services.class)
class ProblemsOnTheWireTest {
    private static final String JSON = "application/json";

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("org.lianban", "Exception", "Jackson", "Deserialization");
        JsonNode body = Smoke.json(answer);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("code").asString()).isEqualTo(code);
        assertThat(body.path("type").asString()).isEqualTo("about:blank");
        assertThat(body.path("title").asString()).isNotBlank();
        assertThat(body.path("instance").asString()).startsWith("/");
        assertThat(body.path("faults").isArray()).isTrue();
        return body;
    }

    private static void posted(String body, int status, String code, String pointer) {
        JsonNode problem = problem(Smoke.ONE.post("/api/withdrawals", JSON, body), status,
                status == 400 ? "BAD_REQUEST" : "NOT_ACCEPTABLE");
        assertThat(problem.path("faults")).hasSize(1);
        assertThat(problem.path("faults").get(0).path("code").asString()).isEqualTo(code);
        assertThat(problem.path("faults").get(0).path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void shouldListEveryFaultOfAProblem() {
        JsonNode body = problem(Smoke.ONE.get("/api/refusal"), 422, "NOT_ACCEPTABLE");
        assertThat(body.path("faults")).hasSize(2);
        assertThat(body.path("detail").asString()).isEqualTo("共有 2 处问题，请一次更正");
        assertThat(body.path("faults").get(0).path("pointer").asString()).isEqualTo("/applicant/name");
        assertThat(body.path("faults").get(1).path("message").asString()).isEqualTo("没有此事项");
    }

    @Test
    void shouldSayWhereABodyCannotBeRead() {
        posted("{\"caseNo\":", 400, "NOT_JSON", "");
        posted("[]", 400, "WRONG_TYPE", "");
        posted("", 400, "MISSING", "");
        String whole = "{\"caseNo\":\"x\",\"reason\":\"y\",\"at\":\"2026-10-01T00:00:00Z\",\"count\":1}";
        posted(whole.replace(":1}", ":\"abc\"}"), 422, "WRONG_TYPE", "/count");
        posted(whole.replace("2026-10-01T00:00:00Z", "yesterday"), 422, "MALFORMED", "/at");
        posted(whole.replace("\"x\"", "{}"), 422, "WRONG_TYPE", "/caseNo");
    }

    @Test
    void shouldNotRepeatWhatTheCallerSent() {
        HttpResponse<String> answer = Smoke.ONE.post("/api/withdrawals", JSON, "{\"count\":\"410721199001011234\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("410721199001011234");
    }

    @Test
    void shouldNameTheParameterThatIsMissingOrWrong() {
        JsonNode missing = problem(Smoke.ONE.get("/api/bug"), 400, "BAD_REQUEST");
        assertThat(missing.path("faults").get(0).path("pointer").asString()).isEqualTo("?number");
        JsonNode wrong = problem(Smoke.ONE.get("/api/bug?number=x"), 400, "BAD_REQUEST");
        assertThat(wrong.path("faults").get(0).path("pointer").asString()).isEqualTo("?number");
    }

    @Test
    void shouldAnswerWhatIsNotThereOrNotAllowed() {
        problem(Smoke.ONE.get("/nowhere"), 404, "NOT_FOUND");
        HttpResponse<String> method = Smoke.ONE.get("/api/withdrawals");
        problem(method, 405, "METHOD_NOT_ALLOWED");
        assertThat(method.headers().firstValue("allow")).hasValue("POST");
        problem(Smoke.ONE.post("/api/withdrawals", "text/plain", "{}"), 415, "UNSUPPORTED_TYPE");
        problem(Smoke.ONE.post("/api/withdrawals", JSON, "{\"reason\":\"" + "x".repeat(2_200_000) + "\"}"), 413,
                "TOO_LARGE");
        problem(Smoke.ONE.post("/api/operations/quarantine/1/replay", JSON, ""), 404, "NOT_FOUND");
        problem(Smoke.ONE.post("/api/operations/quarantine/1/replay", JSON, "", "Lianban-Role", "king"), 400,
                "BAD_REQUEST");
    }

    @Test
    void shouldHideTheInsideOfABug() {
        try (CapturedLog log = CapturedLog.of(ProblemAdvice.class)) {
            HttpResponse<String> answer = Smoke.ONE.get("/api/bug?number=1");
            problem(answer, 500, "INTERNAL");
            assertThat(answer.body()).doesNotContain("secret");
            assertThat(log.errors()).containsExactly("/api/bug failed");
        }
    }
}
