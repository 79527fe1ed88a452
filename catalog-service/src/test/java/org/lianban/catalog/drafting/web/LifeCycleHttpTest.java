package org.lianban.catalog.drafting.web;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.RunningCatalog;
import org.lianban.catalog.drafting.Checklist;
import org.lianban.catalog.drafting.NewDraft;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.servers.TestServers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** On real servers: a one-thing from its first draft to its retirement, as the public and the other services see it. */
class LifeCycleHttpTest {
    private static final String REGION = "410721";
    private static RunningCatalog service;
    private static WebTestClient http;
    private static JsonMapper json;
    private static HttpServer result;
    private static volatile String hash = "";

    @BeforeAll
    static void start() throws IOException {
        result = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        result.createContext("/api/closed-cases", exchange -> {
            boolean second = exchange.getRequestURI().getQuery().contains("after=p2");
            byte[] body = page(second).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        result.start();
        service = RunningCatalog.on(TestServers.freshDatabase(),
                "--lianban.catalog.result-url=http://127.0.0.1:" + result.getAddress().getPort());
        http = service.http();
        json = service.bean(JsonMapper.class);
    }

    /** Two pages of two cases and one that no version here knows. */
    private static String page(boolean second) {
        String one = """
                {"caseNo":"%s","catalogHash":"%s","receivedAt":"2026-09-18T02:00:00Z","answers":{},"items":[]}""";
        return second
                ? "{\"items\":[" + one.formatted("c3", hash) + "," + one.formatted("c4", "sha256:other") + "]}"
                : "{\"items\":[" + one.formatted("c1", hash) + "," + one.formatted("c2", hash) + "],\"next\":\"p2\"}";
    }

    @AfterAll
    static void stop() {
        service.close();
        result.stop(0);
    }

    private static ResponseSpec post(String uri, String role, String actor, Object body) {
        return http.post().uri(uri).contentType(MediaType.APPLICATION_JSON).header("Lianban-Role", role)
                .header("Lianban-Actor", actor).bodyValue(body instanceof String s ? s : json.writeValueAsString(body))
                .exchange();
    }

    private static ResponseSpec admin(String uri, Object body) {
        return post(uri, "CATALOG_ADMIN", "a1", body);
    }

    private static ResponseSpec lead(String uri, Object body) {
        return post(uri, "LEAD_DEPARTMENT", Complete.LEAD, body);
    }

    private static ResponseSpec other(String uri, Object body) {
        return post(uri, "DEPARTMENT_OFFICER", Complete.OTHER, body);
    }

    private static ResponseSpec get(String uri, Object... values) {
        return http.get().uri(uri, values).exchange();
    }

    private static Map<String, Object> yes(Checklist.Step step) {
        return Map.of("answers", Arrays.stream(Checklist.Question.values()).filter(q -> q.step() == step)
                .map(q -> new Checklist.Answer(q, true, null)).toList());
    }

    private static String begun(Content content, Annex annex) {
        NewDraft draft = new NewDraft(content, annex, ChangeReason.OPTIMISED, null, null);
        admin("/api/drafts", draft).expectStatus().isCreated();
        return "/api/drafts/" + content.code() + "-D1";
    }

    private static void tested(String draft) {
        lead(draft + "/submission", "").expectStatus().isOk();
        lead(draft + "/lead-confirmation", yes(Checklist.Step.LEAD)).expectStatus().isOk();
        admin(draft + "/admin-review", yes(Checklist.Step.ADMIN)).expectStatus().isOk();
        admin(draft + "/testing", "").expectStatus().isOk();
    }

    private static void published(String draft) {
        tested(draft);
        other(draft + "/test-runs", Map.of("caseNo", "t1", "scenario", "全流程", "passed", true)).expectStatus().isOk();
        other(draft + "/opinions", Map.of("agreed", true)).expectStatus().isOk();
        lead(draft + "/opinions", Map.of("agreed", true)).expectStatus().isOk();
        admin(draft + "/trial", Map.of("document", Complete.DOCUMENT)).expectStatus().isOk();
    }

    private static CatalogCopy copy() {
        return service.bean(CatalogCopy.class);
    }

    private static void eventually(Runnable assertion) {
        await().atMost(ofSeconds(20)).untilAsserted(assertion::run);
    }

    /** Some instant after everything the test did so far. */
    private static Instant soon() {
        return Instant.now().plusSeconds(1);
    }

    private static Consumer<Object> codes(String... codes) {
        return found -> assertThat(((List<?>) found).stream().map(Object::toString).collect(Collectors.toSet()))
                .isEqualTo(java.util.Set.of(codes));
    }

    @Test
    void shouldTakeADraftToThePublicStageByStage() {
        String code = "XX-50";
        String draft = begun(Complete.content(code), Complete.annex());
        get(draft + "/gaps").expectBody().jsonPath("$.ready").isEqualTo(true);
        tested(draft);
        eventually(() -> assertThat(copy().testing(REGION, code, soon())).isPresent());
        assertThat(copy().effective(REGION, code, soon())).as("tests are no applications").isEmpty();
        get("/api/one-things/{code}", code).expectStatus().isNotFound();
        get("/api/one-things?q={code}", code).expectBody().jsonPath("$.items.length()").isEqualTo(0);

        admin(draft + "/trial", Map.of("document", Complete.DOCUMENT)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].code").value(codes("NOT_CONFIRMED", "NOT_TESTED"));
        other(draft + "/test-runs", Map.of("caseNo", "t1", "scenario", "全流程", "passed", true)).expectStatus().isOk();
        other(draft + "/opinions", Map.of("agreed", true)).expectStatus().isOk();
        lead(draft + "/opinions", Map.of("agreed", true)).expectStatus().isOk();
        lead(draft + "/trial", Map.of("document", Complete.DOCUMENT)).expectStatus().isForbidden();
        admin(draft + "/trial", Map.of("document", Complete.DOCUMENT)).expectStatus().isOk().expectBody()
                .jsonPath("$.stage").isEqualTo("TRIAL");
        eventually(() -> assertThat(copy().stage(REGION, code, soon())).contains(Stage.TRIAL));
        get("/api/one-things?q={code}", code).expectBody().jsonPath("$.items[0].standing").isEqualTo("TRIAL");
        admin(draft + "/live", "").expectStatus().isOk();
        eventually(() -> assertThat(copy().stage(REGION, code, soon())).contains(Stage.LIVE));
        OneThing live = copy().effective(REGION, code, soon()).orElseThrow();
        get("/api/one-things/{code}/publication", code).expectBody().jsonPath("$.dossier.document.number")
                .isEqualTo("新政文〔2026〕1号").jsonPath("$.dossier.opinions.length()").isEqualTo(2)
                .jsonPath("$.dossier.leadAnswers.length()")
                .isEqualTo(4).jsonPath("$.dossier.annex.knowledge.length()").isEqualTo(1);
        get("/api/one-things/{code}/procedures", code).expectBody().jsonPath("$.items[0].procedures[0].key")
                .isEqualTo("hearing");
        get("/api/one-things/{code}/intermediaries", code).expectBody().jsonPath("$.items[0].services[0]")
                .isEqualTo("电梯监督检验机构");
        get(draft + "/log").expectBody().jsonPath("$.items[*].event").value(events -> assertThat((List<?>) events)
                .map(Object::toString).containsExactly("WentLive", "TrialBegun", "OpinionGiven", "OpinionGiven",
                        "RunRecorded", "TestingBegun", "ReviewedByAdmin", "ConfirmedByLead", "Submitted"));

        admin("/api/one-things/" + code + "/stage", Map.of("move", "SUSPEND", "reason", "OUTAGE", "detail", "系统升级"))
                .expectStatus().isOk();
        eventually(() -> assertThat(copy().effective(REGION, code, soon())).isEmpty());
        assertThat(copy().version(live.contentHash())).as("running cases keep their version").contains(live);
        admin("/api/one-things/" + code + "/stage", Map.of("move", "RESUME", "reason", "OUTAGE", "detail", "升级完成"))
                .expectStatus().isOk();
        eventually(() -> assertThat(copy().effective(REGION, code, soon())).contains(live));
        admin("/api/one-things/" + code + "/stage",
                Map.of("move", "RETIRE", "reason", "REPEALED", "detail", "依据废止", "document", Complete.DOCUMENT))
                .expectStatus().isOk().expectBody().jsonPath("$.standing").isEqualTo("RETIRED")
                .jsonPath("$.logged[0].document.number").isEqualTo("新政文〔2026〕1号");
        eventually(() -> assertThat(copy().stage(REGION, code, soon())).contains(Stage.RETIRED));
        admin("/api/one-things/" + code + "/stage", Map.of("move", "RESUME", "reason", "OUTAGE", "detail", "x"))
                .expectStatus().isEqualTo(409);
        get("/api/one-things/{code}", code).expectStatus().isNotFound();
        admin("/api/drafts", new NewDraft(Complete.content(code), null, ChangeReason.ENACTED, null, null))
                .expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("WRONG_STAGE");
    }

    @Test
    void shouldWithdrawATestedVersionWhenItIsReturned() {
        lead("/api/drafts", new NewDraft(Complete.content("XX-51"), Complete.annex(), ChangeReason.OPTIMISED, null,
                null)).expectStatus().isCreated();
        String draft = "/api/drafts/XX-51-D1";
        tested(draft);
        eventually(() -> assertThat(copy().testing(REGION, "XX-51", soon())).isPresent());
        other(draft + "/opinions", Map.of("agreed", false, "reason", "缺检验编号")).expectStatus().isOk();
        lead(draft + "/return", Map.of("reason", "补检验编号")).expectStatus().isOk().expectBody().jsonPath("$.stage")
                .isEqualTo("DRAFT");
        get("/api/one-things/XX-51/versions").expectBody().jsonPath("$.items[0].standing").isEqualTo("WITHDRAWN");
        tested(draft);
        get("/api/one-things/XX-51/versions").expectBody().jsonPath("$.items[0].version").isEqualTo(2);
    }

    @Test
    void shouldHoldWhatTheGateHoldsAndLeaveNoOtherWay() {
        String draft = begun(Complete.content("XX-52"), Annex.NONE);
        lead(draft + "/submission", "").expectStatus().isOk();
        lead(draft + "/lead-confirmation", yes(Checklist.Step.LEAD)).expectStatus().isOk();
        admin(draft + "/admin-review", yes(Checklist.Step.ADMIN)).expectStatus().isOk();
        admin(draft + "/testing", "").expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults.length()")
                .isEqualTo(4).jsonPath("$.faults[*].code").value(codes("ARTEFACT_MISSING"));
        admin("/api/one-things/XX-52/versions", Complete.content("XX-52")).expectStatus().isForbidden();
        admin("/api/drafts", new NewDraft(Complete.content("XX-52"), null, ChangeReason.ENACTED, null, null))
                .expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("ALREADY_OPEN");
        get("/api/drafts?region=410721&stage=ADMIN_REVIEWED").expectBody().jsonPath("$.items[0].id")
                .isEqualTo("XX-52-D1");
    }

    @Test
    void shouldSayWhatASeededOneThingMisses() {
        get("/api/one-things/XX-03/gaps").expectBody().jsonPath("$.ready").isEqualTo(false)
                .jsonPath("$.artefacts.length()").isEqualTo(6).jsonPath("$.sixElements[0].missing").isNotEmpty();
        get("/api/one-things/XX-03/procedures").expectBody().jsonPath("$.items[0].procedures.length()").isEqualTo(9);
        get("/api/one-things/XX-03/reliefs").expectBody().jsonPath("$.items.length()").isEqualTo(4);
        get("/api/one-things/XX-03/publication").expectStatus().isNotFound();
    }

    @Test
    void shouldReplayADraftOverClosedCasesAndKeepTheReport() {
        String code = "XX-53";
        String draft = begun(Complete.content(code), Complete.annex());
        published(draft);
        eventually(() -> assertThat(copy().effective(REGION, code, soon())).isPresent());
        OneThing first = copy().effective(REGION, code, soon()).orElseThrow();
        hash = first.contentHash();
        admin(draft + "/live", "").expectStatus().isOk();
        Content faster = Complete.content(code, "加装电梯" + code,
                Complete.items(Complete.rules(Complete.PROCEDURES), org.lianban.contracts.catalog.Term.workingDays(2)),
                first.materials(), Complete.particulars());
        admin("/api/drafts", new NewDraft(faster, Complete.annex(), ChangeReason.OPTIMISED, null, null))
                .expectStatus().isCreated();
        admin("/api/drafts/" + code + "-D2/rehearsal?months=12", "").expectStatus().isAccepted();
        eventually(() -> get("/api/drafts/" + code + "-D2/rehearsal").expectBody().jsonPath("$.state")
                .isEqualTo("DONE").jsonPath("$.cases").isEqualTo(4).jsonPath("$.report.cases").isEqualTo(3)
                .jsonPath("$.report.unknownVersion").isEqualTo(1).jsonPath("$.report.sameRoute").isEqualTo(3)
                .jsonPath("$.report.deadlines.earlier").isEqualTo(3).jsonPath("$.report.deadlines.byWorkingDays['-2']")
                .isEqualTo(3));
        admin("/api/drafts/XX-99-D1/rehearsal", "").expectStatus().isNotFound();
        String second = "/api/drafts/" + code + "-D2";
        published(second);
        get("/api/one-things/{code}/publication", code).expectBody().jsonPath("$.dossier.draft").isEqualTo(code + "-D2")
                .jsonPath("$.rehearsal.report.cases").isEqualTo(3);
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(
                copy().effective(REGION, code, soon()).orElseThrow().version()).isEqualTo(2));
        assertThat(copy().version(first.contentHash())).as("cases of the first version keep it").contains(first);
    }

    @Test
    void shouldMeasureWhatTheVersionSavesAgainstTheCountysTargets() {
        String draft = begun(Complete.content("XX-54"), Complete.annex());
        published(draft);
        get("/api/one-things/XX-54/reductions").expectBody().jsonPath("$.basis").isEqualTo("STATUTORY_SUM")
                .jsonPath("$.materials.before").isEqualTo(9).jsonPath("$.materials.now").isEqualTo(2)
                .jsonPath("$.materials.saved").isEqualTo(0.7778).jsonPath("$.time.saved").isEqualTo(0.85)
                .jsonPath("$.time.reached").isEqualTo(true).jsonPath("$.steps.saved").isEqualTo(0.6)
                .jsonPath("$.steps.reached").isEqualTo(false);
        get("/api/reduction-targets/610922").expectBody().jsonPath("$.time").isEqualTo(0.5).jsonPath("$.document")
                .isEqualTo("石政办发〔2024〕24号");
        http.put().uri("/api/reduction-targets/410721").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"form\":0.5,\"materials\":0.8,\"time\":0.5,\"steps\":0.5,\"document\":\"石政办发〔2024〕24号\"}")
                .exchange().expectStatus().isOk();
        get("/api/one-things/XX-54/reductions").expectBody().jsonPath("$.steps.reached").isEqualTo(true)
                .jsonPath("$.materials.reached").isEqualTo(false);
        http.put().uri("/api/reduction-targets/410721").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"form\":2}").exchange().expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults.length()").isEqualTo(5);
    }

    @Test
    void shouldRegisterWindowsWithClerksAndAuthorisations() {
        get("/api/windows?region=410721").expectBody().jsonPath("$.items.length()").isEqualTo(3)
                .jsonPath("$.items[1].parent").isEqualTo("410721-zh01");
        String window = """
                {"id":"410721-cun1","region":"410721","name":"某村便民服务站","level":"VILLAGE","parent":"410721-xz01",
                "type":"GENERAL","clerks":[{"id":"v1","name":"村网格员","operations":["RECEIVE","UPLOAD"]}],
                "oneThings":["XX-09"],"authorisations":[],"receivesFor":[],"active":true}""";
        http.put().uri("/api/windows/410721-cun1").contentType(MediaType.APPLICATION_JSON).bodyValue(window)
                .exchange().expectStatus().isOk();
        eventually(() -> assertThat(copy().window("410721-cun1")).isPresent());
        http.put().uri("/api/windows/410721-cun1").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(window.replace("410721-xz01", "410721-nope").replace("XX-09", "XX-98")
                        .replace("[\"RECEIVE\",\"UPLOAD\"]", "[]").replace("\"authorisations\":[]", """
                                "authorisations":[{"oneThing":"XX-09","itemNo":"03","from":"2026-10-01",
                                "until":"2026-09-01","representative":"r1"}]"""))
                .exchange().expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(codes("/parent", "/oneThings/0", "/clerks/0/operations", "/authorisations/0/until",
                        "/authorisations/0/oneThing",
                        "/authorisations/0/itemNo"));
        http.put().uri("/api/windows/410721-cun1").header("Lianban-Role", "WINDOW_CLERK")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(window).exchange().expectStatus().isForbidden();
    }

    @Test
    void shouldPublishLocalDaysThatStatutoryLimitsDoNotSee() {
        admin("/api/calendars/610830/local-days", """
                {"days":[{"date":"2027-03-06","change":"WINDOW_OPEN","hours":[{"opens":"09:00","closes":"12:00"}],
                "approver":"县政府办","document":"清政办〔2027〕3号"},
                {"date":"2027-03-08","change":"CLOSED","approver":"县政府办","document":"停电通知"}]}""")
                .expectStatus().isCreated().expectBody().jsonPath("$.region").isEqualTo("610830").jsonPath("$.version")
                .isEqualTo(1).jsonPath("$.local.length()").isEqualTo(2);
        eventually(() -> assertThat(copy().ownCalendar("610830"))
                .hasValueSatisfying(calendar -> assertThat(calendar.local()).hasSize(2)));
        get("/api/deadlines/explain?region=610830&start=2027-03-05T17:30:00+08:00&limit=60&unit=SERVICE_MINUTES")
                .expectBody().jsonPath("$.lastDay").isEqualTo("2027-03-06");
        admin("/api/calendars/610830/local-days", """
                {"days":[{"date":"2027-03-07","change":"CLOSED"},{"date":"2020-01-01","change":"OPEN",
                "approver":"a","document":"b"}],"removed":["2027-05-05"]}""").expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.faults[*].pointer").value(codes("/days/0/approver", "/days/0/document",
                        "/days/0/change", "/days/1/date", "/removed/0"));
    }
}
