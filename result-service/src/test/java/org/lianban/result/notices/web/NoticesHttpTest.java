package org.lianban.result.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.Channel;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.http.ProblemAdvice;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.RunningResult;
import org.lianban.result.Sample;
import org.lianban.result.notices.Letters;
import org.lianban.result.notices.Notice;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Notices, results, parcels and licences through Kafka in and HTTP out. */
@ExtendWith(RunningResult.Ending.class)
class NoticesHttpTest {
    private static final String HASH = "sha256:" + "5".repeat(64);
    private static final Instant T0 = RunningResult.START;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PROOF = "sm3:" + "ab".repeat(32);
    private static final AtomicInteger NUMBERS = new AtomicInteger(500);

    private final RunningResult service = RunningResult.get();
    private final WebTestClient http = WholeAnswers.client().baseUrl(service.url()).responseTimeout(LIMIT)
            .codecs(c -> c.defaultCodecs().maxInMemorySize(4_000_000)).build();
    private final String no = "41072120261123YJS%06dX".formatted(NUMBERS.incrementAndGet());

    @BeforeEach
    void approved() {
        service.setClock(T0);
        service.context().getBean(CatalogCopy.class)
                .apply(new CatalogEvent.OneThingPublished(Letters.oneThing(HASH)));
        service.publish(new IntakeEvent.CaseSubmitted(no, Sample.REGION, "XX-04", HASH, Channel.ONLINE, null, "张**",
                null, 0, T0, false, false, new IntakeEvent.Addressee("张三丰", "13800138000")));
        var tasks = Letters.oneThing(HASH).items().stream().map(i -> new DispatchEvent.Task(i.no(), i.kind(),
                i.primaryDepartment(), List.of(), List.of(), List.of())).toList();
        service.publish(new DispatchEvent.ItemsDispatched(no, 1, Sample.REGION, "XX-04", HASH, T0, T0, T0,
                new Sample.Case(no).received(T0, T0, "01") instanceof IntakeEvent.CaseReceived r ? r.pack() : null,
                tasks, List.of()));
        for (String item : List.of("01", "02")) {
            var department = Letters.oneThing(HASH).item(item).orElseThrow().primaryDepartment();
            service.publish(new DepartmentEvent.ItemAccepted(no, item, department, T0.plusSeconds(60),
                    T0.plusSeconds(60), false, null));
            service.publish(new DepartmentEvent.ItemDecided(no, item, department, T0.plusSeconds(70),
                    Outcome.APPROVED, List.of(), "新市监许〔2026〕7号", null));
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(notices().notices()).extracting(NoticeView::no)
                .contains(no + "-01-SL1", no + "-01-JD1", no + "-02-JD1"));
    }

    private NoticeView.NoticesView notices() {
        return Objects.requireNonNull(http.get().uri("/api/cases/{no}/notices", no).exchange().expectStatus().isOk()
                .expectBody(NoticeView.NoticesView.class).returnResult().getResponseBody());
    }

    private WebTestClient.ResponseSpec as(String role, String window, String path, Object body) {
        return http.post().uri(path, no).headers(headers -> {
            headers.set("Lianban-Role", role);
            headers.set("Lianban-Actor", "a-1");
            if (!window.isEmpty()) {
                headers.set("Lianban-Window", window);
            }
        }).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private byte[] bytes(String path, MediaType type, Object... variables) {
        return Objects.requireNonNull(http.get().uri(path, variables).accept(type).exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBody());
    }

    @Test
    void shouldReadALetterInEveryFormAndLogThatItWasRead() {
        var sl = no + "-01-SL1";
        var path = "/api/cases/{no}/notices/{n}";

        var facts = service.json().readTree(bytes(path, MediaType.APPLICATION_JSON, no, sl));
        assertThat(facts.path("title").asString()).isEqualTo("行政许可申请受理通知书");
        assertThat(facts.path("content").path("promise").path("lastDay").asString()).isEqualTo("2026-12-07");
        assertThat(facts.toString()).doesNotContain("张三丰");
        assertThat(new String(bytes(path, MediaType.TEXT_HTML, no, sl), StandardCharsets.UTF_8)).contains("张三丰：");
        assertThat(new String(bytes(path, MediaType.APPLICATION_PDF, no, sl), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        var log = http.get().uri("/api/access-log?caseNo={no}", no).header("Lianban-Role", "AUDITOR").exchange()
                .expectStatus().isOk().expectBody(JsonNode.class).returnResult().getResponseBody();
        assertThat(String.valueOf(log)).contains("文书查阅", "addressee.name");
        http.get().uri(path, no, sl).header("Lianban-Role", "REGULATOR").exchange().expectStatus().isForbidden();
        http.get().uri(path, no, no + "-01-SL9").exchange().expectStatus().isNotFound();
    }

    @Test
    void shouldLetAnybodyVerifyWhatIsPrinted() {
        var notice = notices().notices().getFirst();
        var genuine = http.get().uri("/api/notices/{n}/verify?digest={d}", notice.no(), notice.digest()).exchange()
                .expectStatus().isOk().expectBody(NoticeView.NoticeVerificationView.class).returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(genuine).genuine()).isTrue();

        var forged = http.get().uri("/api/notices/{n}/verify?digest={d}", notice.no(), PROOF).exchange()
                .expectStatus().isOk().expectBody(NoticeView.NoticeVerificationView.class).returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(forged).genuine()).isFalse();
        http.get().uri("/api/notices/{n}/verify?digest=x", "nothing").exchange().expectStatus().isNotFound();
    }

    @Test
    void shouldKeepTheProofOfDeliveryOfANotice() {
        var path = "/api/cases/{no}/notices/" + no + "-01-SL1/delivery";
        as("CERTIFICATE_WINDOW", "f1", path, "{\"way\":\"WINDOW\",\"receiver\":\"\",\"proof\":\"x\"}").expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT).expectBody(ProblemAdvice.Body.class)
                .value(problem -> assertThat(problem.faults()).hasSize(2));
        var form = "{\"way\":\"WINDOW\",\"receiver\":\"张三丰\",\"proof\":\"" + PROOF + "\"}";
        as("APPLICANT", "", path, form).expectStatus().isForbidden();
        for (int i = 0; i < 2; i++) {
            as("CERTIFICATE_WINDOW", "f1", path, form).expectStatus().isOk().expectBody(JsonNode.class)
                    .value(n -> {
                        assertThat(n.path("standing").asString()).isEqualTo(Notice.Status.DELIVERED.name());
                        assertThat(n.path("delivered").path("receiver").asString()).isEqualTo("张**");
                        assertThat(n.path("delivered").path("by").asString()).isEqualTo("CERTIFICATE_WINDOW:a-1@f1");
                    });
        }
        as("CERTIFICATE_WINDOW", "f1", path, form.replace("ab", "cd")).expectStatus().isEqualTo(HttpStatus.CONFLICT);
        as("DEPARTMENT_OFFICER", "", "/api/cases/{no}/notices/" + no + "-01-SL1/void", "{\"reason\":\"期限有误\"}")
                .expectStatus().isOk().expectBody(JsonNode.class)
                .value(n -> assertThat(n.path("no").asString()).isEqualTo(no + "-01-ZF1"));
        assertThat(new String(bytes("/api/cases/{no}/notices/{n}", MediaType.TEXT_HTML, no, no + "-01-SL1"),
                StandardCharsets.UTF_8)).contains("本文书已作废，见" + no + "-01-ZF1");
    }

    @Test
    void shouldHandOutResultsAsTheApplicantChose() {
        http.put().uri("/api/cases/{no}/delivery-choice", no).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"choice\":\"ALL_AT_ONCE\",\"way\":\"WINDOW\"}").exchange().expectStatus().isOk();
        as("WINDOW_CLERK", "w1", "/api/cases/{no}/results/receipt", "{\"items\":[\"01\"]}").expectStatus()
                .isForbidden();
        as("CERTIFICATE_WINDOW", "f1", "/api/cases/{no}/results/receipt", "{\"items\":[\"01\"]}").expectStatus()
                .isOk().expectBody(ResultsView.class).value(v -> assertThat(v.collectable()).containsExactly("01"));
        as("CERTIFICATE_WINDOW", "f1", "/api/cases/{no}/results/delivery",
                "{\"items\":[\"01\",\"02\"],\"way\":\"COURIER\",\"receiver\":\"张三丰\",\"proof\":\"EZ123456789CN\"}")
                .expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT).expectBody(ProblemAdvice.Body.class)
                .value(p -> assertThat(p.faults()).extracting(f -> f.code()).containsExactly("NOT_FILED",
                        "WAY_VIOLATED"));
        as("CERTIFICATE_WINDOW", "f1", "/api/cases/{no}/results/receipt", "{\"items\":[\"02\"]}").expectStatus()
                .isOk();
        as("CERTIFICATE_WINDOW", "f1", "/api/cases/{no}/results/delivery",
                "{\"way\":\"WINDOW\",\"receiver\":\"张三丰\",\"proof\":\"" + PROOF + "\"}").expectStatus().isOk()
                .expectBody(ResultsView.class).value(v -> assertThat(v.results())
                        .allSatisfy(r -> assertThat(r.deliveredBy()).isEqualTo(ResultEvent.Way.WINDOW)));

        assertThat(notices().notices().getLast().no()).isEqualTo(no + "-00-SD1");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                service.published(Topics.RESULT, no, ResultEvent.DeliveryCompleted.class)).singleElement()
                .satisfies(e -> assertThat(e.items()).containsExactly("01", "02")));
        http.put().uri("/api/cases/{no}/delivery-choice", no).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"choice\":\"PER_ITEM\",\"way\":\"WINDOW\"}").exchange().expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(String.valueOf(http.get().uri("/api/access-log?caseNo={no}", no).header("Lianban-Role", "AUDITOR")
                .exchange().expectBody(JsonNode.class).returnResult().getResponseBody())).doesNotContain("张三丰");
    }

    @Test
    void shouldBringAResultByParcel() {
        var courierNo = "EZ" + no.substring(17, 23) + "CN";
        as("DEPARTMENT_OFFICER", "", "/api/shipments", "{\"carrier\":\"E M S\",\"courierNo\":\"1\",\"contents\":[]}")
                .expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT).expectBody(ProblemAdvice.Body.class)
                .value(p -> assertThat(p.faults()).hasSize(6));
        as("DEPARTMENT_OFFICER", "", "/api/shipments",
                """
                        {"carrier":"EMS","courierNo":"%s","direction":"TO_CERTIFICATE_WINDOW","from":"新乡市市场监管局",
                        "to":"410721-fz01","contents":[{"caseNo":"%s","itemNo":"01"}]}""".formatted(courierNo, no))
                .expectStatus().isOk();
        as("CERTIFICATE_WINDOW", "f1", "/api/shipments/EMS/" + courierNo + "/steps", "{\"state\":\"SIGNED\"}")
                .expectStatus().isEqualTo(HttpStatus.CONFLICT);
        for (String state : List.of("COLLECTED", "SIGNED")) {
            as("CERTIFICATE_WINDOW", "f1", "/api/shipments/EMS/" + courierNo + "/steps",
                    "{\"state\":\"" + state + "\"}").expectStatus().isOk();
        }
        assertThat(notices().notices().getLast().no()).isEqualTo(no + "-01-LQ1");
        var legs = http.get().uri("/api/cases/{no}/shipments", no).exchange().expectStatus().isOk()
                .expectBodyList(ShipmentController.ShipmentLegView.class).returnResult().getResponseBody();
        assertThat(legs).singleElement().satisfies(leg -> assertThat(leg.items()).containsExactly("01"));
    }

    @Test
    void shouldIssueALicenceThatCanBeDownloadedAndVerified() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(service.published(Topics.RESULT, no,
                ResultEvent.LicenceIssued.class)).hasSize(1));
        var issued = service.published(Topics.RESULT, no, ResultEvent.LicenceIssued.class).getFirst();
        assertThat(new String(bytes("/api/cases/{no}/licences/01", MediaType.APPLICATION_PDF, no), 0, 5,
                StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        http.get().uri("/api/licences/{n}/verify?digest={d}", issued.licenceId(), issued.digest()).exchange()
                .expectStatus().isOk().expectBody(LicenceController.LicenceVerificationView.class)
                .value(v -> assertThat(v.genuine()).isTrue());
        http.get().uri("/api/cases/{no}/licences/02", no).exchange().expectStatus().isNotFound();
        var results = http.get().uri("/api/cases/{no}/results", no).exchange().expectStatus().isOk()
                .expectBody(ResultsView.class).returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(results).results().getFirst().licence()).id())
                .isEqualTo(issued.licenceId());
        as("OPERATOR", "", "/api/cases/{no}/licences/01/retry", "").expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void shouldListDeliveryTasksOfARegionOnly() {
        http.get().uri("/api/notices/tasks").exchange().expectStatus().isBadRequest();
        http.get().uri("/api/notices/tasks?region=410721").header("Lianban-Role", "APPLICANT").exchange()
                .expectStatus().isForbidden();
        http.get().uri("/api/notices/tasks?region=410721").exchange().expectStatus().isOk();
    }

    @Test
    void shouldTurnMessagesOffForANumber() {
        http.put().uri("/api/cases/{no}/sms", no).contentType(MediaType.APPLICATION_JSON).bodyValue("{}").exchange()
                .expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        http.put().uri("/api/cases/{no}/sms", no).contentType(MediaType.APPLICATION_JSON).bodyValue("{\"on\":false}")
                .exchange().expectStatus().isNoContent();
        http.put().uri("/api/cases/{no}/sms", no).contentType(MediaType.APPLICATION_JSON).bodyValue("{\"on\":true}")
                .exchange().expectStatus().isNoContent();
    }
}
