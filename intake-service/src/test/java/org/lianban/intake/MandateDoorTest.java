package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.intake.Intake.codes;
import static org.lianban.intake.Places.CLERK;
import static org.lianban.intake.Places.HALL;
import static org.lianban.intake.Places.clerk;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MandateDoorTest {
    private static final String AGENT_NUMBER = "440524188001010014";
    private static final String[] ONLINE = {"Lianban-Role", "AGENT", "Lianban-Actor", "a-1007",
            "Lianban-On-Behalf-Of", "u-1"};
    private final Intake intake = Intake.running();

    private static ObjectNode person(String name, String number) {
        return Fixtures.JSON.createObjectNode().put("name", name).put("idType", "RESIDENT_ID").put("idNumber", number);
    }

    private static ObjectNode mandate(String principal) {
        ObjectNode body = Fixtures.JSON.createObjectNode().put("region", Fixtures.REGION).put("account", "a-1007")
                .put("from", "2026-03-01").put("until", "2026-12-31");
        body.set("principal", person("张三丰", principal));
        body.set("agent", person("李四", AGENT_NUMBER));
        body.putArray("oneThings").add("XX-09");
        return body;
    }

    /** A valid resident number of its own for every test. */
    private static String resident(int order) {
        String body = "11010519491231" + "%03d".formatted(order);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private ObjectNode application(String principal) {
        ObjectNode application = Fixtures.electronic(Fixtures.application(), intake.uploaded()).put("channel",
                "ONLINE");
        application.set("applicant", person("张三丰", principal));
        application.set("agent", person("李四", AGENT_NUMBER));
        return application;
    }

    @Test
    void shouldLetAnAgentFileUnderARecordedMandateOnly() {
        String principal = resident(101);
        assertThat(codes(intake.post("/api/applications", application(principal), ONLINE)))
                .containsExactly("/agent NO_MANDATE");
        Response recorded = intake.post("/api/mandates",
                mandate(principal).put("proof", intake.upload("%PDF-委托书".getBytes(StandardCharsets.UTF_8),
                        "application/pdf").text("digest")));
        assertThat(recorded.status()).as(recorded.raw().body()).isEqualTo(201);
        assertThat(recorded.raw().headers().firstValue("Location"))
                .hasValue("/api/mandates/" + recorded.text("number"));
        assertThat(recorded.raw().body()).doesNotContain(principal, AGENT_NUMBER, "张三丰");

        Response filed = intake.post("/api/applications", application(principal), ONLINE);

        assertThat(filed.status()).as(filed.raw().body()).isEqualTo(201);
        assertThat(codes(intake.post("/api/applications", application(principal), "Lianban-Role", "AGENT",
                "Lianban-Actor", "a-9"))).containsExactly("/agent OTHER_ACCOUNT");
        String caseNo = filed.text("caseNo");
        org.awaitility.Awaitility.await()
                .until(() -> !intake.published("lianban.intake.events.v1", caseNo).isEmpty());
        assertThat(Intake.headers(intake.published("lianban.intake.events.v1", caseNo).getFirst()))
                .containsEntry("ce_actor", "AGENT:a-1007 for u-1");
        assertThat(intake.post("/api/applications/" + caseNo + "/withdrawal", "{}", "Lianban-Role", "AGENT",
                "Lianban-Actor", "a-9").status()).isEqualTo(403);
        assertThat(intake.post("/api/applications/" + caseNo + "/withdrawal", "{}", ONLINE).status()).isEqualTo(200);
    }

    @Test
    void shouldStopWithTheRevocation() {
        String principal = resident(102);
        String number = intake.post("/api/mandates", mandate(principal), "Lianban-Role", "WINDOW_CLERK",
                "Lianban-Actor", "w1-3").text("number");
        assertThat(intake.post("/api/applications", application(principal), ONLINE).status()).isEqualTo(201);
        String path = "/api/mandates/" + number + "/revocation";
        assertThat(intake.post(path, "{\"reason\":\"不再委托\"}").status()).isEqualTo(200);
        assertThat(intake.post(path, "{}").status()).isEqualTo(409);
        assertThat(intake.post("/api/mandates/SQWT0/revocation", "{}").status()).isEqualTo(404);
        assertThat(codes(intake.post("/api/applications", application(principal), ONLINE)))
                .containsExactly("/agent MANDATE_DOES_NOT_COVER");
    }

    @Test
    void shouldLetAClerkAnswerForAPaperMandate() {
        String principal = resident(103);
        assertThat(codes(intake.post("/api/mandates", mandate(principal)))).containsExactly("/proof MISSING");
        ObjectNode atHall = mandate(principal).put("region", Places.REGION);
        atHall.putArray("oneThings").add(Places.CODE);
        assertThat(intake.post("/api/mandates", atHall, clerk(HALL, "stranger")).status()).isEqualTo(403);
        Response recorded = intake.post("/api/mandates", atHall, clerk(HALL, CLERK));
        assertThat(recorded.status()).as(recorded.raw().body()).isEqualTo(201);
        assertThat(recorded.body().at("/proof/by").stringValue()).isEqualTo("WINDOW_CLERK:c1@" + HALL);
        ObjectNode application = Places.application(HALL).put("receive", true);
        application.set("applicant", person("张三丰", principal));
        application.set("agent", person("李四", AGENT_NUMBER));
        assertThat(intake.post("/api/applications", application, clerk(HALL, CLERK)).status()).isEqualTo(201);
    }

    @Test
    void shouldFindMandatesByEitherSideAndKeepNobodyInClear() {
        String principal = resident(104);
        String number = intake.post("/api/mandates", mandate(principal), "Lianban-Role", "WINDOW_CLERK").text("number");
        ObjectNode search = Fixtures.JSON.createObjectNode().put("region", Fixtures.REGION).put("as", "PRINCIPAL");
        search.set("person", person("张三丰", principal));
        JsonNode found = intake.post("/api/mandates/search", search).body().get("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/number").stringValue()).isEqualTo(number);
        assertThat(found.at("/0/principal/idNumber").stringValue()).contains("***");
        search.put("as", "AGENT").set("person", person("李四", AGENT_NUMBER));
        assertThat(intake.post("/api/mandates/search", search).raw().body()).contains(number);
        assertThat(intake.get("/api/mandates/" + number).status()).isEqualTo(200);
        assertThat(intake.get("/api/mandates/SQWT0").status()).isEqualTo(404);
        assertThat(intake.column("select body || principal || agent from intake.mandate where number = '" + number
                + "'").getFirst()).startsWith("sm4:").doesNotContain(principal, AGENT_NUMBER, "李四");
    }

    @Test
    void shouldTellEveryFaultOfAMandateAtOnce() {
        ObjectNode bad = mandate(AGENT_NUMBER).put("region", "4107").put("from", "2026-02-30").put("proof", "x");
        bad.putArray("oneThings").add("中文");
        assertThat(codes(intake.post("/api/mandates", bad))).containsExactlyInAnyOrder("/region MALFORMED",
                "/from MALFORMED", "/proof MALFORMED", "/oneThings/0 MALFORMED");
        ObjectNode wrong = mandate(AGENT_NUMBER).put("until", "2026-02-01");
        wrong.remove("proof");
        ((ObjectNode) wrong.get("agent")).put("idNumber", "110105194912310021");
        assertThat(codes(intake.post("/api/mandates", wrong))).containsExactlyInAnyOrder("/proof MISSING",
                "/agent/idNumber BAD_CHECK_DIGIT", "/until BEFORE_FROM");
        assertThat(codes(intake.post("/api/mandates", mandate(AGENT_NUMBER), "Lianban-Role", "WINDOW_CLERK")))
                .containsExactly("/agent/idNumber SAME_PERSON");
        assertThat(codes(intake.post("/api/mandates", mandate(resident(105)).put("until", "2026-02-01"),
                "Lianban-Role", "WINDOW_CLERK"))).containsExactly("/until BEFORE_FROM");
        assertThat(codes(intake.post("/api/mandates", mandate(resident(105)).put("proof", "sha256:" + "0".repeat(64)))))
                .containsExactly("/proof NOT_UPLOADED");
        assertThat(intake.post("/api/mandates", mandate(resident(105)), "Lianban-Role", "OPERATOR").status())
                .isEqualTo(403);
    }

    @Test
    void shouldRecordAMandateOnceForOneKey() {
        ObjectNode body = mandate(resident(106));
        String[] keyed = {"Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", "w1-3", "Idempotency-Key", "mandate-106"};
        String number = intake.post("/api/mandates", body, keyed).text("number");
        Response again = intake.post("/api/mandates", body, keyed);
        assertThat(again.text("number")).isEqualTo(number);
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(intake.post("/api/mandates", mandate(resident(107)), keyed).status()).isEqualTo(409);
    }

    @Test
    void shouldAskAnAgentToNameItself() {
        ObjectNode nobody = application(resident(108));
        nobody.putNull("agent");
        assertThat(codes(intake.post("/api/applications", nobody, ONLINE))).containsExactly("/agent MISSING");
    }
}
