package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.intake.Intake.codes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.intake.Intake.Response;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** 免提交、容缺、承诺、核验、补正、预填 through the doors. */
class ProcedureDoorTest {
    private static final String EVENTS = "lianban.intake.events.v1";
    private static final String RESULTS = "lianban.result.events.v1";
    private static final String OTHER = "410721199003070010";
    private final Intake intake = Intake.running();

    @AfterEach
    void reset() {
        Intake.NOW.set(Intake.MONDAY_NINE);
        Fixtures.fill(intake.context.getBean(CatalogCopy.class));
    }

    private Response ok(Response response, int status) {
        assertThat(response.status()).as(response.raw().body()).isEqualTo(status);
        return response;
    }

    private List<JsonNode> events(String caseNo, int atLeast) {
        await().atMost(Duration.ofSeconds(20)).until(() -> intake.published(EVENTS, caseNo).size() >= atLeast);
        return intake.published(EVENTS, caseNo).stream().map(r -> Fixtures.JSON.readTree(r.value())).toList();
    }

    private List<String> types(String caseNo) {
        return intake.published(EVENTS, caseNo).stream().map(Intake::headers)
                .map(h -> h.get("ce_type").replace("org.lianban.intake.", "") + "#" + h.get("ce_sequence")).toList();
    }

    private void result(String caseNo, String type, int sequence, String body) {
        intake.publish(RESULTS, caseNo, body, Map.of("ce_specversion", "1.0", "ce_id",
                "result/" + caseNo + "/" + sequence, "ce_type", "org.lianban.result." + type + ".v1", "ce_source",
                "/lianban/result", "ce_subject", caseNo, "ce_time", "2026-03-02T01:00:00Z", "ce_sequence",
                String.valueOf(sequence)));
    }

    private static String breach(String caseNo, String timer, String detail) {
        return """
                {"caseNo":"%s","timer":"%s","dueAt":"2026-03-09T16:00:00Z","breachedAt":"2026-03-09T16:00:01Z",
                "detail":"%s"}""".formatted(caseNo, timer, detail);
    }

    private String consent(String... purposes) {
        return consentOf(Fixtures.RESIDENT, purposes);
    }

    private String consentOf(String idNumber, String... purposes) {
        return ok(intake.post("/api/consents", consentBody(idNumber, purposes)), 201).text("number");
    }

    private static ObjectNode consentBody(String idNumber, String... purposes) {
        ObjectNode body = Fixtures.JSON.createObjectNode().put("region", Fixtures.REGION).put("textId", "data-reuse")
                .put("textVersion", 1);
        body.putObject("party").put("name", "张三丰").put("idType", "RESIDENT_ID").put("idNumber", idNumber);
        ArrayNode list = body.putArray("purposes");
        List.of(purposes).forEach(list::add);
        return body;
    }

    private static String party(String idNumber) {
        return "{\"party\":{\"name\":\"张三丰\",\"idType\":\"RESIDENT_ID\",\"idNumber\":\"" + idNumber + "\"}}";
    }

    private static ObjectNode of(ObjectNode application, String idNumber) {
        ((ObjectNode) application.get("applicant")).put("idNumber", idNumber);
        return application;
    }

    private static ObjectNode deferring() {
        return RichThing.checked(RichThing.promising(
                RichThing.handing(RichThing.application().put("receive", true), "m01", "m03", "m04", "m05"), "m02",
                "DEFER", "c1", 2));
    }

    @Test
    void shouldSpareMaterialsUnderAConsentAndAccountForEveryUse() {
        String consent = consent("DATA_SHARING", "E_LICENCE");
        ObjectNode application = RichThing.checked(
                RichThing.handing(RichThing.application().put("receive", true), "m01", "m02", "m05"));
        // without a consent the materials are asked for
        assertThat(codes(intake.post("/api/applications", application))).containsExactly("/materials MISSING",
                "/materials MISSING");
        application.putArray("consents").add(consent);
        String caseNo = ok(intake.post("/api/applications", application), 201).text("caseNo");
        JsonNode facts = events(caseNo, 2).get(1).get("facts");
        assertThat(facts.get("exemptions").size()).isEqualTo(2);
        assertThat(facts.at("/exemptions/0/material").stringValue()).isEqualTo("m03");
        assertThat(facts.at("/exemptions/0/mode").stringValue()).isEqualTo("VERIFY");
        assertThat(facts.at("/exemptions/0/consent").stringValue()).isEqualTo(consent);
        assertThat(facts.at("/exemptions/0/legalBasis").stringValue()).isEqualTo("国务院令第809号");
        assertThat(facts.at("/exemptions/1/reason").stringValue()).isEqualTo("E_LICENSE");
        String path = "/api/consents/" + consent;
        assertThat(intake.post(path + "/uses", party(OTHER)).status()).isEqualTo(404);
        assertThat(codes(intake.post(path + "/uses", "{}"))).containsExactly("/party MISSING");
        JsonNode uses = ok(intake.post(path + "/uses", party(Fixtures.RESIDENT)), 200).body().get("uses");
        assertThat(uses.findValuesAsString("outcome")).containsExactlyInAnyOrder("EXEMPT", "EXEMPT");
        assertThat(uses.findValuesAsString("subject")).containsExactlyInAnyOrder("m03", "m04");
        assertThat(uses.toString()).doesNotContain(Fixtures.RESIDENT);

        // only who gave it takes it back
        assertThat(intake.post(path + "/revocation", party(OTHER)).status()).isEqualTo(404);
        ok(intake.post(path + "/revocation", party(Fixtures.RESIDENT)), 200);
        ok(intake.post(path + "/revocation", party(Fixtures.RESIDENT)), 200);
        assertThat(codes(intake.post("/api/applications", application))).containsExactlyInAnyOrder(
                "/consents NO_CONSENT", "/materials MISSING", "/materials MISSING");
        // somebody else's consent is none
        application.putArray("consents").add(consentOf(OTHER, "DATA_SHARING", "E_LICENCE"));
        assertThat(codes(intake.post("/api/applications", application))).contains("/consents NO_CONSENT");
    }

    @Test
    void shouldAskForTheMaterialWithTheReasonWhereTheSourceSaysOtherwise() {
        ObjectNode application = RichThing.checked(
                RichThing.handing(RichThing.application().put("receive", true), "m01", "m02", "m04", "m05"));
        application.putArray("consents").add(consent("DATA_SHARING"));
        ((ObjectNode) application.get("form")).put("married", "否");
        Response response = intake.post("/api/applications", application);
        assertThat(codes(response)).containsExactly("/materials MISSING");
        assertThat(response.raw().body()).contains("人口库核验不一致");
        // handed in after all, it is taken
        RichThing.handing(application, "m01", "m02", "m03", "m04", "m05");
        ok(intake.post("/api/applications", application), 201);
    }

    @Test
    void shouldTellBeforehandWhatNeedNotBeHandedIn() {
        ObjectNode asked = RichThing.application();
        asked.remove("materials");
        JsonNode without = ok(intake.post("/api/exemptions/preview", asked), 200).body().get("items");
        assertThat(without.findValuesAsString("why")).containsExactly("NO_CONSENT", "NO_CONSENT");
        asked.putArray("consents").add(consent("DATA_SHARING"));
        JsonNode with = ok(intake.post("/api/exemptions/preview", asked), 200).body().get("items");
        with.forEach(m -> assertThat(m.get("exempt").booleanValue())
                .isEqualTo(m.get("code").stringValue().equals("m03")));
        assertThat(codes(intake.post("/api/exemptions/preview", "{}"))).containsExactlyInAnyOrder("/region MISSING",
                "/oneThing MISSING");
        assertThat(codes(intake.post("/api/exemptions/preview", RichThing.application().put("oneThing", "XX-99"))))
                .containsExactly("/oneThing UNKNOWN");
    }

    @Test
    void shouldAgreeOnlyToTheCurrentTextAndNameEveryFault() {
        ObjectNode body = consentBody(Fixtures.RESIDENT, "DATA_SHARING").put("textVersion", 2);
        assertThat(codes(intake.post("/api/consents", body))).containsExactly("/textVersion OTHER_TEXT");
        assertThat(codes(intake.post("/api/consents", body.put("textId", "x")))).containsExactly("/textId UNKNOWN");
        assertThat(codes(intake.post("/api/consents",
                consentBody(Fixtures.RESIDENT, "ALL").put("until", "soon").put("region", "4"))))
                .containsExactlyInAnyOrder("/region MALFORMED", "/purposes/0 UNKNOWN", "/until MALFORMED");
        assertThat(codes(intake.post("/api/consents", consentBody(Fixtures.RESIDENT)))).containsExactly(
                "/purposes MISSING");
        assertThat(codes(intake.post("/api/consents",
                consentBody(Fixtures.RESIDENT, "DATA_SHARING").put("until", "2026-03-01T00:00:00+08:00"))))
                .containsExactly("/until MALFORMED");
        assertThat(intake.post("/api/consents", consentBody(Fixtures.RESIDENT, "DATA_SHARING"), "Lianban-Role",
                "DEPARTMENT_OFFICER").status()).isEqualTo(403);
        assertThat(intake.post("/api/consents/x/uses", party(OTHER)).status()).isEqualTo(404);
        assertThat(intake.post("/api/consents/TYSQ41072120260302999999/revocation", party(OTHER)).status())
                .isEqualTo(404);
        assertThat(intake.get("/api/consents/texts").body().at("/items/0").get("id").stringValue())
                .isEqualTo("data-reuse");
        String first = ok(intake.post("/api/consents", consentBody(Fixtures.RESIDENT, "E_LICENCE"), "Idempotency-Key",
                "consent-1"), 201).text("number");
        assertThat(ok(intake.post("/api/consents", consentBody(Fixtures.RESIDENT, "E_LICENCE"), "Idempotency-Key",
                "consent-1"), 201).text("number")).isEqualTo(first);
    }

    @Test
    void shouldReceiveWithAGapAndTakeWhatIsOwed() {
        Response received = ok(intake.post("/api/applications", deferring(), "Lianban-Actor", "w1-3"), 201);
        String caseNo = received.text("caseNo");
        // of ten days and the items' promises of five and twenty, five: 2 March to the end of 9 March
        assertThat(received.body().get("owed").toString()).isEqualTo(
                "[{\"material\":\"m02\",\"dueAt\":\"2026-03-09T16:00:00Z\",\"state\":\"OWED\"}]");
        JsonNode facts = events(caseNo, 2).get(1).get("facts");
        assertThat(facts.at("/commitments/0/dueAt").stringValue()).isEqualTo("2026-03-09T16:00:00Z");
        assertThat(facts.at("/commitments/0/items").toString()).isEqualTo("[\"01\",\"02\"]");
        assertThat(facts.at("/commitments/0/textVersion").intValue()).isEqualTo(2);
        assertThat(facts.get("clerk").stringValue()).isEqualTo("w1-3");
        String path = "/api/applications/" + caseNo + "/supplements";
        assertThat(codes(intake.post(path, "{}"))).containsExactly("/purpose MISSING");
        assertThat(codes(intake.post(path, "{\"purpose\":\"CORRECTION\"}"))).containsExactly("/item MISSING");
        assertThat(codes(intake.post(path, "{\"purpose\":\"TOLERANCE\",\"materials\":[{\"code\":\"m01\",\"form\":"
                + "\"PAPER\"}]}"))).containsExactly("/materials/0/form PAPER_AT_WINDOW_ONLY",
                        "/materials/0/code NOT_ASKED");
        String supplement = "{\"purpose\":\"TOLERANCE\",\"materials\":[{\"code\":\"m02\",\"form\":\"ELECTRONIC\","
                + "\"digest\":\"" + intake.uploaded() + "\"}]}";
        assertThat(ok(intake.post(path, supplement), 200).body().has("owed")).isFalse();
        Response again = intake.post(path, supplement);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("NOTHING_OWED");
        JsonNode said = events(caseNo, 3).get(2);
        assertThat(said.get("purpose").stringValue()).isEqualTo("TOLERANCE");
        assertThat(said.at("/materials/0/code").stringValue()).isEqualTo("m02");
        // what the clock says afterwards is late
        result(caseNo, "TimerBreached", 1, breach(caseNo, "TOLERANCE", "m02"));
        String after = ok(intake.post("/api/applications", deferring()), 201).text("caseNo");
        result(after, "TimerBreached", 1, breach(after, "PROMISE", "m02"));
        assertThat(intake.column("select kind from intake.credit_record where case_no = '" + caseNo + "'"))
                .containsExactly("FULFILLED");
        assertThat(intake.column("select kind || codes from intake.amendment where case_no = '" + caseNo + "'"))
                .containsExactly("TOLERANCEm02");
    }

    @Test
    void shouldSayOnceThatACommitmentIsOverdueAndExcludeUntilItIsRepaired() {
        String caseNo = ok(intake.post("/api/applications", of(deferring(), OTHER)), 201).text("caseNo");
        result(caseNo, "TimerBreached", 1, breach(caseNo, "TOLERANCE", "m02"));
        result(caseNo, "TimerBreached", 2, breach(caseNo, "TOLERANCE", "m02"));
        JsonNode overdue = events(caseNo, 3).get(2);
        assertThat(overdue.get("material").stringValue()).isEqualTo("m02");
        assertThat(overdue.get("items").toString()).isEqualTo("[\"01\",\"02\"]");
        // no other commitment by this party, whatever it is about
        Response refused = intake.post("/api/applications", of(deferring(), OTHER));
        assertThat(codes(refused)).containsExactly("/commitments PARTY_EXCLUDED");
        assertThat(refused.raw().body()).contains(caseNo);
        ok(intake.post("/api/applications", deferring()), 201);
        // late is taken
        assertThat(ok(intake.get("/api/applications/" + caseNo), 200).body().at("/extras/debts/0/state")
                .stringValue()).isEqualTo("OVERDUE");
        Response late = ok(intake.post("/api/applications/" + caseNo + "/supplements",
                "{\"purpose\":\"TOLERANCE\",\"materials\":[{\"code\":\"m02\",\"form\":\"PAPER\"}]}", "Lianban-Role",
                "WINDOW_CLERK"), 200);
        assertThat(late.body().has("owed")).isFalse();
        assertThat(events(caseNo, 4)).hasSize(4);
        assertThat(types(caseNo)).containsExactly("CaseSubmitted.v1#1", "CaseReceived.v1#2",
                "CommitmentOverdue.v1#3", "MaterialsSupplemented.v1#4");

        String search = party(OTHER);
        assertThat(intake.post("/api/parties/exclusions/search", search).status()).isEqualTo(403);
        JsonNode standing = ok(intake.post("/api/parties/exclusions/search", search, "Lianban-Role", "CREDIT"), 200)
                .body().get("items");
        assertThat(standing.size()).isEqualTo(1);
        String repair = "/api/parties/exclusions/" + standing.get(0).get("number").stringValue() + "/repair";
        assertThat(codes(intake.post(repair, "{}", "Lianban-Role", "CREDIT"))).containsExactly("/detail MISSING");
        ok(intake.post(repair, "{\"detail\":\"修复决定〔2026〕3号\"}", "Lianban-Role", "CREDIT"), 200);
        assertThat(intake.post(repair, "{\"detail\":\"x\"}", "Lianban-Role", "CREDIT").status()).isEqualTo(404);
        ok(intake.post("/api/applications", of(deferring(), OTHER)), 201);
        JsonNode records = ok(intake.get("/api/credit-records?limit=200", "Lianban-Role", "CREDIT"), 200).body()
                .get("items");
        assertThat(records.toString()).contains(caseNo).contains(OTHER).contains("BREACHED");
        assertThat(intake.column("select subject from intake.credit_record")).noneMatch(s -> s.contains(OTHER));
    }

    @Test
    void shouldExcludeForAFalseCommitmentOnceAndOnlyByCredit() {
        String party = "\"party\":{\"name\":\"李四\",\"idType\":\"RESIDENT_ID\",\"idNumber\":\"410721199003070029\"}";
        String body = "{" + party + ",\"kind\":\"FALSE_COMMITMENT\",\"detail\":\"虚假承诺\"}";
        assertThat(intake.post("/api/parties/exclusions", body).status()).isEqualTo(403);
        ok(intake.post("/api/parties/exclusions", body, "Lianban-Role", "CREDIT"), 201);
        assertThat(intake.post("/api/parties/exclusions", body, "Lianban-Role", "CREDIT").status()).isEqualTo(409);
        assertThat(codes(intake.post("/api/parties/exclusions", "{\"kind\":\"X\",\"caseNo\":\"1\"}", "Lianban-Role",
                "CREDIT"))).containsExactlyInAnyOrder("/party MISSING", "/kind UNKNOWN", "/detail MISSING",
                        "/caseNo MALFORMED");
        assertThat(intake.get("/api/credit-records?limit=0", "Lianban-Role", "CREDIT").status()).isEqualTo(400);
    }

    @Test
    void shouldReceiveOnlyWhenEveryPointIsAnsweredAndSayInTheNoticeWhatWasNot() {
        ObjectNode application = RichThing.application().put("receive", true);
        assertThat(codes(intake.post("/api/applications", application))).containsExactly(
                "/checks ORIGINAL_NOT_CHECKED", "/checks UNANSWERED", "/checks UNANSWERED");
        String caseNo = ok(intake.post("/api/applications", RichThing.application()), 201).text("caseNo");
        String path = "/api/applications/" + caseNo;
        assertThat(codes(intake.post(path + "/receipt", "{}"))).hasSize(3);
        ObjectNode wanting = RichThing.checked(Fixtures.JSON.createObjectNode());
        ((ObjectNode) wanting.at("/checks/0/points/0")).put("pass", false).put("remark", "第 3 页");
        assertThat(codes(intake.post(path + "/receipt", wanting))).containsExactly("/checks NOT_PASSED");
        Response notice = ok(intake.post(path + "/correction-notice", wanting), 200);
        // fifteen working days from 2 March
        assertThat(notice.text("correctionDue")).isEqualTo("2026-03-23T16:00:00Z");
        JsonNode told = events(caseNo, 2).get(1);
        assertThat(told.get("dueAt").stringValue()).isEqualTo("2026-03-23T16:00:00Z");
        assertThat(told.get("mayLapse").booleanValue()).isTrue();
        assertThat(told.at("/defects/0/target").stringValue()).isEqualTo("material:m01");
        assertThat(told.at("/defects/0/reviewPoint").stringValue()).isEqualTo("p1");
        assertThat(told.at("/defects/0/remedy").stringValue()).contains("每页签字");
        assertThat(told.at("/defects/0/example").stringValue()).contains("样表");
        ok(intake.post(path + "/resubmission", "{}"), 200);
        ok(intake.post(path + "/receipt", RichThing.checked(Fixtures.JSON.createObjectNode()), "Lianban-Actor",
                "w1-3"), 200);
        JsonNode received = events(caseNo, 4).get(3);
        assertThat(received.at("/pack/materials/0/trust").stringValue()).isEqualTo("B");
        assertThat(received.at("/facts/clerk").stringValue()).isEqualTo("w1-3");
        assertThat(intake.column("select facts from intake.application where case_no = '" + caseNo + "'").getFirst())
                .contains("{\"material\":\"m01\",\"originalChecked\":true,\"met\":[\"p1\",\"p2\"]}");
    }

    @Test
    void shouldWantADefectOrACheckThatFailed() {
        String path = "/api/applications/" + ok(intake.post("/api/applications", RichThing.application()), 201)
                .text("caseNo") + "/correction-notice";
        assertThat(codes(intake.post(path, RichThing.checked(Fixtures.JSON.createObjectNode()))))
                .containsExactly("/defects MISSING");
        assertThat(codes(intake.post(path, "{\"checks\":7}"))).containsExactly("/checks WRONG_TYPE");
    }

    @Test
    void shouldMendOnTheSpotInTheSameRound() {
        String caseNo = ok(intake.post("/api/applications", RichThing.application()), 201).text("caseNo");
        String path = "/api/applications/" + caseNo;
        assertThat(intake.post(path + "/on-the-spot", "{\"form\":{}}", "Lianban-Role", "APPLICANT").status())
                .isEqualTo(403);
        assertThat(codes(intake.post(path + "/on-the-spot", "{\"form\":{\"x\":1}}"))).containsExactly(
                "/form/x UNKNOWN");
        ObjectNode change = RichThing.handing(Fixtures.JSON.createObjectNode(), "m01", "m02", "m03", "m04");
        RichThing.promising(change, "m05", "WAIVE", "c2", 1).putObject("form").put("shopName", "新店");
        Response mended = ok(intake.post(path + "/on-the-spot", change), 200);
        assertThat(mended.text("state")).isEqualTo("SUBMITTED");
        assertThat(mended.body().get("round").intValue()).isZero();
        ok(intake.post(path + "/receipt", RichThing.checked(Fixtures.JSON.createObjectNode())), 200);
        JsonNode received = events(caseNo, 2).get(1);
        assertThat(types(caseNo)).containsExactly("CaseSubmitted.v1#1", "CaseReceived.v1#2");
        assertThat(received.at("/pack/form/shopName").stringValue()).isEqualTo("新店");
        assertThat(received.at("/facts/commitments/0/type").stringValue()).isEqualTo("WAIVE");
        assertThat(received.at("/facts/commitments/0").has("dueAt")).isFalse();
        assertThat(intake.post(path + "/on-the-spot", "{}").status()).isEqualTo(409);
        assertThat(intake.column("select kind from intake.amendment where case_no = '" + caseNo + "'"))
                .containsExactly("ON_THE_SPOT");
    }

    @Test
    void shouldPromiseNoMoreWhatIsHandedInWithTheCorrection() {
        String caseNo = ok(intake.post("/api/applications", deferring().put("receive", false)), 201).text("caseNo");
        String path = "/api/applications/" + caseNo;
        ok(intake.post(path + "/correction-notice", "{\"defects\":[{\"target\":\"form:x\",\"problem\":\"y\"}]}"), 200);
        ok(intake.post(path + "/resubmission", "{\"form\":{\"shopName\":\"新店\"}}"), 200);
        assertThat(intake.get(path).body().at("/extras/promises/0/material").stringValue()).isEqualTo("m02");
        ok(intake.post(path + "/on-the-spot",
                RichThing.handing(Fixtures.JSON.createObjectNode(), "m01", "m02", "m03", "m04", "m05")), 200);
        Response received = ok(intake.post(path + "/receipt", RichThing.checked(Fixtures.JSON.createObjectNode())),
                200);
        assertThat(received.body().has("owed")).isFalse();
        assertThat(events(caseNo, 4).get(3).get("facts").has("commitments")).isFalse();
    }

    @Test
    void shouldLapseWhenTheTermOfTheNoticeRanOut() {
        String caseNo = intake.submitted();
        String path = "/api/applications/" + caseNo;
        ok(intake.post(path + "/correction-notice", "{\"defects\":[{\"target\":\"form:x\",\"problem\":\"y\"}]}"), 200);
        // an item's own correction is nothing of ours
        result(caseNo, "TimerBreached", 1, breach(caseNo, "CORRECTION", "0").replace("\"timer\"",
                "\"itemNo\":\"01\",\"timer\""));
        String other = intake.submitted();
        ok(intake.post("/api/applications/" + other + "/correction-notice",
                "{\"defects\":[{\"target\":\"form:x\",\"problem\":\"y\"}]}"), 200);
        result(other, "TimerBreached", 1, breach(other, "CORRECTION", "0"));
        events(other, 3);
        assertThat(intake.get(path).text("state")).isEqualTo("CORRECTION_NOTIFIED");
        result(caseNo, "TimerBreached", 3, breach(caseNo, "CORRECTION", "0"));
        result(caseNo, "TimerBreached", 2, breach(caseNo, "CORRECTION", "0"));
        assertThat(events(caseNo, 3).get(2).get("round").intValue()).isZero();
        Response late = intake.post(path + "/resubmission", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("LAPSED");
        assertThat(late.text("detail")).contains("重新申报");
        JsonNode shown = intake.get(path).body();
        assertThat(shown.get("state").stringValue()).isEqualTo("LAPSED");
        assertThat(shown.at("/extras/lapsedAt").stringValue()).isEqualTo(Intake.MONDAY_NINE.toString());
        assertThat(shown.at("/notices/0/dueAt").stringValue()).isEqualTo("2026-03-23T16:00:00Z");
        assertThat(shown.at("/notices/0/howToCorrect").stringValue()).contains("逾期不补正");
        assertThat(intake.post(path + "/withdrawal", "{}").status()).isEqualTo(409);
        assertThat(types(caseNo)).containsExactly("CaseSubmitted.v1#1", "CorrectionNotified.v1#2", "CaseLapsed.v1#3");
    }

    @Test
    void shouldTakeWhatADepartmentAskedForAndNothingElse() {
        String caseNo = intake.received();
        String path = "/api/applications/" + caseNo + "/supplements";
        String fine = "{\"purpose\":\"CORRECTION\",\"item\":\"02\",\"materials\":[{\"code\":\"m01\",\"form\":"
                + "\"ELECTRONIC\",\"digest\":\"" + intake.uploaded() + "\"}],\"form\":{\"childName\":\"张大宝\"}}";
        Response early = intake.post(path, fine);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("code")).isEqualTo("NOT_ASKED");
        String asked = """
                {"caseNo":"%s","itemNo":"02","noticeNo":"%s-02-BZ1","defects":[
                {"target":"material:m01","problem":"缺页","remedy":"补齐"},{"target":"form:childName","problem":"错字"}],
                "at":"2026-03-02T02:00:00Z"}""".formatted(caseNo, caseNo);
        result(caseNo, "CorrectionAsked", 1, asked);
        result(caseNo, "CorrectionAsked", 2, asked);
        await().atMost(Duration.ofSeconds(20)).until(() -> intake
                .column("select facts from intake.application where case_no = '" + caseNo + "'").getFirst()
                .contains("-02-BZ1"));
        assertThat(codes(intake.post(path, "{\"purpose\":\"CORRECTION\",\"item\":\"02\",\"form\":{\"sex\":\"男\"}}")))
                .containsExactly("/form/sex NOT_ASKED", "/materials MISSING", "/form/childName MISSING");
        assertThat(intake.post(path, fine.replace("\"02\"", "\"01\"")).status()).isEqualTo(409);
        ok(intake.post(path, fine), 200);
        assertThat(intake.post(path, fine).status()).isEqualTo(409);
        JsonNode said = events(caseNo, 3).get(2);
        assertThat(said.get("purpose").stringValue()).isEqualTo("CORRECTION");
        assertThat(said.get("items").toString()).isEqualTo("[\"02\"]");
        assertThat(said.get("form").toString()).isEqualTo("{\"childName\":\"张大宝\"}");
        assertThat(types(caseNo)).hasSize(3);
    }

    @Test
    void shouldTakeTestCasesOnlyAgainstAVersionThatIsTested() {
        assertThat(codes(intake.post("/api/applications", RichThing.application().put("test", true))))
                .containsExactly("/test NOT_IN_TESTING");
        CatalogCopy catalog = intake.context.getBean(CatalogCopy.class);
        catalog.apply(new OneThingPublished(RichThing.oneThing(2)));
        catalog.apply(new EffectiveVersions(RichThing.CODE, Fixtures.REGION, "开办餐饮店",
                List.of(new Effective(1, RichThing.oneThing().contentHash(), Fixtures.EFFECTIVE, Stage.LIVE),
                        new Effective(2, RichThing.oneThing(2).contentHash(), Fixtures.EFFECTIVE, Stage.TESTING))));
        String test = ok(intake.post("/api/applications",
                RichThing.checked(RichThing.application().put("test", true).put("receive", true))), 201)
                .text("caseNo");
        assertThat(events(test, 2).get(0).get("test").booleanValue()).isTrue();
        assertThat(events(test, 2).get(0).get("catalogHash").stringValue())
                .isEqualTo(RichThing.oneThing(2).contentHash());
        assertThat(events(test, 2).get(1).at("/facts/test").booleanValue()).isTrue();
        String real = ok(intake.post("/api/applications", RichThing.application()), 201).text("caseNo");
        assertThat(events(real, 1).getFirst().has("test")).isFalse();

        for (Stage stage : List.of(Stage.SUSPENDED, Stage.RETIRED)) {
            catalog.apply(new EffectiveVersions(RichThing.CODE, Fixtures.REGION, "开办餐饮店",
                    List.of(new Effective(1, RichThing.oneThing().contentHash(), Fixtures.EFFECTIVE, stage))));
            assertThat(codes(intake.post("/api/applications", RichThing.application())))
                    .containsExactly("/oneThing " + stage);
        }
    }

    @Test
    void shouldShowTheListOfACaseAsItWasAfterTheCatalogueMovedOn() {
        JsonNode list = ok(intake.post("/api/requirements", RichThing.application()), 200).body();
        assertThat(list.get("items").findValuesAsString("no")).containsExactly("01", "02");
        assertThat(list.get("materials").findValuesAsString("code")).containsExactly("m01", "m02", "m03", "m04",
                "m05");
        assertThat(list.at("/materials/0/reviewPoints/0/criterion").stringValue()).isEqualTo("每页签字");
        String caseNo = ok(intake.post("/api/applications", RichThing.application()), 201).text("caseNo");
        CatalogCopy catalog = intake.context.getBean(CatalogCopy.class);
        catalog.apply(new OneThingPublished(RichThing.oneThing(3)));
        catalog.apply(new EffectiveVersions(RichThing.CODE, Fixtures.REGION, "开办餐饮店",
                List.of(new Effective(3, RichThing.oneThing(3).contentHash(), Fixtures.EFFECTIVE, Stage.LIVE))));
        assertThat(ok(intake.get("/api/applications/" + caseNo + "/requirements"), 200).body()).isEqualTo(list);
        assertThat(ok(intake.post("/api/requirements", RichThing.application()), 200).text("catalogHash"))
                .isEqualTo(RichThing.oneThing(3).contentHash());
        assertThat(intake.get("/api/applications/x/requirements").status()).isEqualTo(404);
        // what may never follow later is not in the public list
        ObjectNode withExcluded = RichThing.application();
        withExcluded.putObject("answers").put("item-03", "yes");
        JsonNode excluded = ok(intake.post("/api/requirements", withExcluded), 200).body();
        excluded.get("materials").forEach(m -> assertThat(m.has("deferral"))
                .isEqualTo(m.get("code").stringValue().equals("m02")));
        assertThat(ok(intake.get("/api/tolerances?region=410721"), 200).body().findValuesAsString("material"))
                .containsExactly("m02", "m05");
        assertThat(ok(intake.get("/api/exemptions?region=410721"), 200).body().findValuesAsString("material"))
                .containsExactly("m03", "m04");
        assertThat(intake.get("/api/tolerances?region=x").status()).isEqualTo(400);
    }

    @Test
    void shouldKeepAProfileFillTheNextFormInAndCountWhatWasKept() {
        String who = "410721199003070037";
        String digest = intake.uploaded();
        String consent = consentOf(who, "PROFILE_KEEP", "PROFILE_REUSE");
        ObjectNode first = RichThing.checked(of(RichThing.application().put("receive", true), who));
        ((ObjectNode) first.at("/materials/0")).put("form", "ELECTRONIC").put("digest", digest);
        // nothing is kept of somebody who did not agree
        ok(intake.post("/api/applications", first), 201);
        assertThat(intake.column("select count(*) from intake.profile where consent = '" + consent + "'"))
                .containsExactly("0");
        first.putArray("consents").add(consent);
        ok(intake.post("/api/applications", first), 201);
        assertThat(intake.column("select content from intake.profile where consent = '" + consent + "'"))
                .singleElement().satisfies(c -> assertThat(c).startsWith("sm4:").doesNotContain("小店"));

        ObjectNode asked = of(RichThing.application(), who);
        assertThat(ok(intake.post("/api/applications/prefill", asked), 201).body().get("form").isEmpty()).isTrue();
        asked.putArray("consents").add(consent);
        JsonNode filled = ok(intake.post("/api/applications/prefill", asked), 201).body();
        assertThat(filled.get("form").get("shopName").stringValue()).isEqualTo("小店");
        assertThat(filled.at("/sources/shopName").stringValue()).isEqualTo("一人一档");
        assertThat(filled.at("/materials/0/code").stringValue()).isEqualTo("m01");
        assertThat(filled.at("/materials/0/trust").stringValue()).isEqualTo("B");

        ObjectNode second = RichThing.checked(of(RichThing.application().put("receive", true), who))
                .put("prefill", filled.get("number").stringValue());
        ((ObjectNode) second.at("/materials/0")).put("form", "ELECTRONIC").put("digest", digest);
        ((ObjectNode) second.at("/checks/0")).put("originalChecked", false);
        ((ObjectNode) second.get("form")).put("shopName", "大店");
        String caseNo = ok(intake.post("/api/applications", second), 201).text("caseNo");
        JsonNode received = events(caseNo, 2).get(1);
        assertThat(received.at("/facts/form").toString()).isEqualTo("{\"fields\":3,\"prefilled\":2,\"kept\":1}");
        assertThat(received.at("/pack/materials/0/trust").stringValue()).isEqualTo("B");
        // somebody else's filled-in form is none
        assertThat(codes(intake.post("/api/applications", of(second, OTHER)))).contains("/prefill UNKNOWN");

        ok(intake.post("/api/consents/" + consent + "/revocation", party(who)), 200);
        assertThat(intake.column("select count(*) from intake.profile where consent = '" + consent + "'"))
                .containsExactly("0");
    }

    @Test
    void shouldFillInFromSharedData() {
        ObjectNode asked = RichThing.application();
        asked.putArray("consents").add(consent("DATA_SHARING"));
        JsonNode filled = ok(intake.post("/api/applications/prefill", asked), 201).body();
        assertThat(filled.get("form").toString()).contains("\"ownerName\":\"张三丰\"").contains("\"married\":\"是\"");
        assertThat(filled.get("fields").intValue()).isEqualTo(3);
        ObjectNode nobody = RichThing.application();
        nobody.remove("applicant");
        assertThat(codes(intake.post("/api/applications/prefill", nobody))).containsExactly("/applicant MISSING");
    }

    @Test
    void shouldCarryPriorityAndAddresseeAndKeepThemSealed() {
        ObjectNode application = Fixtures.application().put("receive", true).put("priority", "行动不便的老年人");
        application.putObject("addressee").put("name", "赵六").put("phone", "13900000000");
        String caseNo = ok(intake.post("/api/applications", application), 201).text("caseNo");
        List<JsonNode> events = events(caseNo, 2);
        assertThat(events.get(0).get("priority").booleanValue()).isTrue();
        assertThat(events.get(0).at("/addressee/phone").stringValue()).isEqualTo("13900000000");
        assertThat(events.get(1).at("/pack/priority").booleanValue()).isTrue();
        assertThat(intake.column("select facts || pack from intake.application where case_no = '" + caseNo + "'")
                .getFirst()).doesNotContain("13900000000").doesNotContain("赵六");
        JsonNode shown = ok(intake.get("/api/applications/" + caseNo), 200).body();
        assertThat(shown.at("/extras/priority").stringValue()).isEqualTo("行动不便的老年人");
        assertThat(shown.at("/extras/addressee/phone").stringValue()).isEqualTo("139****0000");
        assertThat(intake.get("/api/applications/" + intake.received()).body().has("extras")).isFalse();
    }
}
