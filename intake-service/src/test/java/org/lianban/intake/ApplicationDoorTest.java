package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.intake.Intake.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;
import org.lianban.intake.commands.Series;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ApplicationDoorTest {
    private static final String EVENTS = "lianban.intake.events.v1";
    private final Intake intake = Intake.running();

    @AfterEach
    void resetClock() {
        Intake.NOW.set(Intake.MONDAY_NINE);
    }

    private List<String> types(String caseNo, int atLeast) {
        intake.events(caseNo, atLeast);
        return intake.published(EVENTS, caseNo).stream().map(Intake::headers)
                .map(h -> h.get("ce_type") + "#" + h.get("ce_sequence")).toList();
    }

    @Test
    void shouldFileAndReceiveAtTheWindowInOneStep() {
        Response response = intake.post("/api/applications", Fixtures.application().put("receive", true),
                "Lianban-Actor", "w1-3");

        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        String caseNo = response.text("caseNo");
        assertThat(Series.isCaseNumber(caseNo)).isTrue();
        assertThat(caseNo).startsWith("41072120260302YJS");
        assertThat(response.raw().headers().firstValue("Location")).hasValue("/api/applications/" + caseNo);
        assertThat(response.text("state")).isEqualTo("RECEIVED");
        assertThat(response.text("receiptNo")).matches("SJHZ41072120260302[0-9]{6}");
        assertThat(response.body().get("items").toString()).isEqualTo("[\"01\",\"02\",\"04\"]");
        assertThat(response.body().at("/due/intakeDue").stringValue()).isEqualTo("2026-03-02T03:00:00Z");
        assertThat(types(caseNo, 2)).containsExactly("org.lianban.intake.CaseSubmitted.v1#1",
                "org.lianban.intake.CaseReceived.v1#2");
        JsonNode received = intake.events(caseNo, 2).get(1);
        assertThat(received.at("/pack/answers").toString()).isEqualTo("{\"item-03\":\"no\",\"group-q\":\"a\"}");
        assertThat(received.at("/pack/materials/0/name").stringValue()).isEqualTo("材料m01");
        assertThat(intake.events(caseNo, 2).get(0).get("applicantName").stringValue()).isEqualTo("张**");
        assertThat(Intake.headers(intake.published(EVENTS, caseNo).get(1))).containsEntry("ce_actor",
                "WINDOW_CLERK:w1-3");
    }

    @Test
    void shouldAnswerWithAllFaultsAtOnce() {
        ObjectNode application = Fixtures.application().put("oneThing", "XX-09");
        ((ObjectNode) application.get("applicant")).put("idNumber", "110105194912310021").put("phone", "12");
        application.putObject("answers").put("group-q", "c").put("nobody", "x");
        application.putObject("form").put("unknown", "1").put("birthDate", "2026-02-30");
        application.putArray("materials").addObject().put("code", "m99").put("form", "ELECTRONIC");

        Response response = intake.post("/api/applications", application);

        assertThat(response.status()).isEqualTo(422);
        assertThat(response.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(codes(response)).containsExactlyInAnyOrder("/answers/group-q NOT_AN_OPTION",
                "/answers/nobody UNKNOWN", "/applicant/idNumber BAD_CHECK_DIGIT", "/applicant/phone MALFORMED",
                "/form/unknown UNKNOWN", "/form/childName MISSING", "/form/birthDate MALFORMED",
                "/materials/0/code NOT_IN_LIST", "/materials/0/digest MISSING", "/materials MISSING");
        assertThat(response.raw().body()).contains("公民身份号码的校验码不正确");
    }

    @Test
    void shouldSayWhatIsNoJsonAndWhatIsTooLarge() {
        assertThat(intake.post("/api/applications", "{\"region\":").status()).isEqualTo(400);
        assertThat(intake.post("/api/applications", "[]").status()).isEqualTo(400);
        assertThat(intake.post("/api/applications", "").status()).isEqualTo(400);
        assertThat(intake.post("/api/applications", "{\"x\":\"" + "x".repeat(300_000) + "\"}").status())
                .isEqualTo(413);
    }

    @Test
    void shouldWaitForAClerkOnlineAndGoThroughACorrectionRound() {
        String caseNo = intake.submitted();
        String path = "/api/applications/" + caseNo;
        Response notice = intake.post(path + "/correction-notice", """
                {"defects":[{"target":"material:m01","problem":"缺户主页","remedy":"补充"},
                {"target":"form:childName","problem":"姓名不符"}]}""", "Lianban-Actor", "w2");
        assertThat(notice.status()).as(notice.raw().body()).isEqualTo(200);
        assertThat(notice.text("state")).isEqualTo("CORRECTION_NOTIFIED");
        assertThat(notice.text("noticeNo")).matches("YCGZ41072120260302[0-9]{6}");
        // one notice per round
        Response second = intake.post(path + "/correction-notice",
                "{\"defects\":[{\"target\":\"form:x\",\"problem\":\"y\"}]}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("NOT_WAITING_FOR_RECEIPT");
        assertThat(intake.post(path + "/receipt", "{}").status()).isEqualTo(409);

        // a correction is checked like a first filing, and keeps what it does not name
        Response faulty = intake.post(path + "/resubmission", "{\"form\":{\"childName\":\"张小宝张小宝\"}}");
        assertThat(codes(faulty)).containsExactly("/form/childName TOO_LONG");
        Intake.NOW.set(Instant.parse("2026-03-02T09:30:00Z"));
        Response again = intake.post(path + "/resubmission", "{\"form\":{\"childName\":\"张大宝\"}}");
        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(again.text("state")).isEqualTo("SUBMITTED");
        assertThat(again.body().get("round").intValue()).isEqualTo(1);
        // 17:30 in China: half an hour left that day, the rest next morning
        assertThat(again.body().at("/due/intakeDue").stringValue()).isEqualTo("2026-03-03T02:00:00Z");

        Response receipt = intake.post(path + "/receipt", "{}");
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(types(caseNo, 4)).containsExactly("org.lianban.intake.CaseSubmitted.v1#1",
                "org.lianban.intake.CorrectionNotified.v1#2", "org.lianban.intake.CaseSubmitted.v1#3",
                "org.lianban.intake.CaseReceived.v1#4");
        assertThat(intake.events(caseNo, 4).get(1).get("defects").size()).isEqualTo(2);
        assertThat(intake.events(caseNo, 4).get(3).at("/pack/form/childName").stringValue()).isEqualTo("张大宝");
        assertThat(intake.column("select pack from intake.former_round where case_no = '" + caseNo + "'").getFirst())
                .startsWith("sm4:").doesNotContain("张小宝");
        JsonNode shown = intake.get(path).body();
        assertThat(shown.at("/notices/0/defects/0/problem").stringValue()).isEqualTo("缺户主页");
        assertThat(shown.at("/receipt/receiptNo").stringValue()).startsWith("SJHZ");
    }

    @Test
    void shouldLetOnlyClerksReceive() {
        String caseNo = intake.submitted();
        assertThat(intake.post("/api/applications/" + caseNo + "/receipt", "{}", "Lianban-Role", "APPLICANT").status())
                .isEqualTo(403);
        assertThat(codes(intake.post("/api/applications",
                Fixtures.electronic(Fixtures.application(), intake.uploaded()).put("channel", "ONLINE")
                        .put("receive", true))))
                .containsExactly("/receive CLERK_ONLY");
        assertThat(intake.post("/api/applications", Fixtures.application().put("receive", true), "Lianban-Role",
                "APPLICANT").status()).isEqualTo(403);
    }

    @Test
    void shouldNameEveryDefectThatIsUnreadable() {
        String path = "/api/applications/" + intake.submitted() + "/correction-notice";
        assertThat(codes(intake.post(path, "{\"defects\":[]}"))).containsExactly("/defects MISSING");
        assertThat(codes(intake.post(path, "{\"defects\":[{\"target\":\"form:a\"},{\"problem\":7}]}")))
                .containsExactly("/defects/0/problem MISSING", "/defects/1/target MISSING",
                        "/defects/1/problem WRONG_TYPE");
    }

    @Test
    void shouldWithdrawItemsAndThenTheRest() {
        String caseNo = intake.received();
        String path = "/api/applications/" + caseNo + "/withdrawal";
        Response one = intake.post(path, "{\"items\":[\"02\"],\"reason\":\"暂不办理\"}");
        assertThat(one.status()).as(one.raw().body()).isEqualTo(200);
        assertThat(one.text("state")).isEqualTo("RECEIVED");
        assertThat(one.body().get("withdrawn").toString()).isEqualTo("[\"02\"]");
        assertThat(intake.post(path, "{\"items\":[\"02\"]}").status()).isEqualTo(200);
        assertThat(codes(intake.post(path, "{\"items\":[\"09\"]}"))).containsExactly("/items UNKNOWN_ITEM");
        Response rest = intake.post(path, "{}");
        assertThat(rest.text("state")).isEqualTo("WITHDRAWN");
        assertThat(intake.post(path, "{}").status()).isEqualTo(200);
        List<JsonNode> events = intake.events(caseNo, 4);
        assertThat(events).hasSize(4);
        assertThat(events.get(2).get("items").toString()).isEqualTo("[\"02\"]");
        assertThat(events.get(3).get("items").toString()).isEqualTo("[]");
    }

    @Test
    void shouldRefuseWithdrawalOnceSettled() {
        String caseNo = intake.received();
        String settled = """
                {"caseNo":"%s","outcome":"APPROVED","settledAt":"2026-03-03T01:00:00Z","items":[]}""".formatted(caseNo);
        for (int sequence = 1; sequence <= 2; sequence++) {
            intake.publish("lianban.result.events.v1", caseNo, settled,
                    Map.of("ce_specversion", "1.0", "ce_id", "result/" + caseNo + "/" + sequence, "ce_type",
                            "org.lianban.result.CaseSettled.v1", "ce_source", "/lianban/result", "ce_subject", caseNo,
                            "ce_time", "2026-03-03T01:00:00Z", "ce_sequence", String.valueOf(sequence)));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                intake.get("/api/applications/" + caseNo).text("state")).isEqualTo("SETTLED"));
        assertThat(intake.get("/api/applications/" + caseNo).text("outcome")).isEqualTo("APPROVED");
        Response refused = intake.post("/api/applications/" + caseNo + "/withdrawal", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("SETTLED");
        assertThat(refused.text("detail")).contains("办结");
    }

    @Test
    void shouldMaskPersonalDataUnlessTheRoleAllows() {
        String path = "/api/applications/" + intake.received();
        JsonNode masked = intake.get(path).body();
        assertThat(masked.at("/applicant/idNumber").stringValue()).isEqualTo("110***********002X");
        assertThat(masked.at("/form/motherId").stringValue()).isEqualTo("110***********002X");
        assertThat(masked.at("/form/childName").stringValue()).isEqualTo("张小宝");
        JsonNode open = intake.get(path, "Lianban-Role", "WINDOW_CLERK", "Lianban-Purpose", "INTAKE").body();
        assertThat(open.at("/applicant/idNumber").stringValue()).isEqualTo(Fixtures.RESIDENT);
        assertThat(open.at("/form/motherId").stringValue()).isEqualTo(Fixtures.RESIDENT);
    }

    @Test
    void shouldNotKnowOthersNumbers() {
        assertThat(intake.get("/api/applications/41072120260302YJS9999990").status()).isEqualTo(404);
        assertThat(intake.get("/api/applications/x").status()).isEqualTo(404);
        assertThat(intake.post("/api/applications/x/withdrawal", "{}").status()).isEqualTo(404);
    }

    @Test
    void shouldPageThroughTheWorkList() {
        List<String> waiting = List.of(intake.submitted(), intake.submitted(), intake.submitted());
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = intake.get("/api/applications?region=410721&state=SUBMITTED&limit=2&after=" + after).body();
            page.get("items").forEach(line -> seen.add(line.get("caseNo").stringValue()));
            after = page.has("next") ? page.get("next").stringValue() : "";
        } while (!after.isEmpty());
        assertThat(seen).containsAll(waiting).doesNotHaveDuplicates().isSorted();
        assertThat(intake.get("/api/applications?limit=201").status()).isEqualTo(400);
        assertThat(intake.get("/api/applications?state=NONE").status()).isEqualTo(400);
        assertThat(intake.get("/api/applications?region=x").status()).isEqualTo(400);
    }

    @Test
    void shouldTryAnApplicationWithoutFilingIt() {
        List<String> before = intake.column("select count(*) from intake.application");
        Response fine = intake.post("/api/applications/check", Fixtures.application());
        assertThat(fine.body().get("items").toString()).isEqualTo("[\"01\",\"02\",\"04\"]");
        assertThat(intake.post("/api/applications/check", Fixtures.application().put("region", "1")).status())
                .isEqualTo(422);
        assertThat(intake.column("select count(*) from intake.application")).isEqualTo(before);
    }

    @Test
    void shouldAnswerARepeatedKeyWithTheFirstAnswer() {
        String body = Fixtures.application().toString();
        Response first = intake.post("/api/applications", body, "Idempotency-Key", "k-repeat");
        Response again = intake.post("/api/applications", body, "Idempotency-Key", "k-repeat");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).hasValue("true");
        Response other = intake.post("/api/applications", Fixtures.application().put("window", "w2"),
                "Idempotency-Key", "k-repeat");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        // another person's key is another key
        assertThat(intake.post("/api/applications", body, "Idempotency-Key", "k-repeat", "Lianban-Actor", "other")
                .text("caseNo")).isNotEqualTo(first.text("caseNo"));
        // what was refused may be asked again with the same key
        assertThat(intake.post("/api/applications", "{}", "Idempotency-Key", "k-faulty").status()).isEqualTo(422);
        assertThat(intake.post("/api/applications", body, "Idempotency-Key", "k-faulty").status()).isEqualTo(201);
        assertThat(intake.post("/api/applications", body, "Idempotency-Key", "k\u0020k").status()).isEqualTo(422);
    }

    @Test
    void shouldHonourTheKeyOnLaterCommands() {
        String caseNo = intake.submitted();
        String path = "/api/applications/" + caseNo + "/receipt";
        Response first = intake.post(path, "{}", "Idempotency-Key", "k-receipt-" + caseNo);
        Response again = intake.post(path, "{}", "Idempotency-Key", "k-receipt-" + caseNo);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("receiptNo")).isEqualTo(first.text("receiptNo"));
    }

    @Test
    void shouldFileOneCaseWhenTheSameKeyComesManyTimesAtOnce() throws Exception {
        String body = Fixtures.application().put("window", "race").toString();
        List<Response> responses = atOnce(24, i -> intake.post("/api/applications", body, "Idempotency-Key", "k-race"));
        assertThat(responses).extracting(Response::status).containsOnly(201);
        assertThat(responses).extracting(r -> r.text("caseNo")).containsOnly(responses.getFirst().text("caseNo"));
        assertThat(intake.column("select case_no from intake.application where facts like '%\"race\"%'")).hasSize(1);
    }

    @Test
    void shouldNumberTwoHundredConcurrentApplicationsWithoutGaps() throws Exception {
        Intake.NOW.set(Instant.parse("2026-03-03T16:30:00Z"));
        List<Response> responses = atOnce(200, i -> intake.post("/api/applications",
                i % 5 == 4 ? Fixtures.application().put("region", "x") : Fixtures.application().put("receive", true)));
        List<String> cases = responses.stream().filter(r -> r.status() == 201).map(r -> r.text("caseNo")).sorted()
                .toList();
        assertThat(cases).hasSize(160);
        List<String> receipts = responses.stream().filter(r -> r.status() == 201).map(r -> r.text("receiptNo"))
                .sorted().toList();
        for (int i = 0; i < 160; i++) {
            // half past midnight in China: the fourth
            assertThat(cases.get(i)).startsWith("41072120260304YJS%06d".formatted(i + 1));
            assertThat(receipts.get(i)).isEqualTo("SJHZ41072120260304%06d".formatted(i + 1));
        }
    }

    private interface Ask {
        Response ask(int index) throws Exception;
    }

    private static List<Response> atOnce(int times, Ask ask) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int index = i;
                calls.add(() -> ask.ask(index));
            }
            List<Response> responses = new ArrayList<>();
            for (Future<Response> done : threads.invokeAll(calls)) {
                responses.add(done.get());
            }
            return responses;
        }
    }
}
