package org.lianban.result.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.command.Actor;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.ResultEvent.SupervisionCleared;
import org.lianban.contracts.event.ResultEvent.SupervisionIssued;
import org.lianban.http.Actors;
import org.lianban.result.RunningResult;
import org.lianban.result.Sample;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Ratings, tickets, supervision and bulletins as the outside meets them. */
@ExtendWith(RunningResult.Ending.class)
class OversightHttpTest {
    private static final Instant T0 = RunningResult.START;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String WEIJIAN = "410721-weijian";
    private static final String RENSHE = "410721-renshe";

    private final RunningResult service = RunningResult.get();
    private final WebTestClient http = WholeAnswers.client().baseUrl(service.url()).responseTimeout(LIMIT)
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000)).build();
    private final Sample.Case sample = new Sample.Case("41072120261120YJS%06dX".formatted(NUMBERS.incrementAndGet()));

    @BeforeEach
    void morning() {
        service.setClock(T0);
    }

    private void dispatched() {
        service.publish(sample.submitted(T0));
        service.publish(sample.dispatched(T0, T0, "04"));
        awaitState("DISPATCHED");
    }

    private void settled() {
        dispatched();
        service.publish(sample.decided("04", T0, Outcome.APPROVED));
        awaitState("SETTLED");
    }

    private void awaitState(String state) {
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/api/cases/{no}", sample.no()).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo(state));
    }

    private static Consumer<HttpHeaders> as(Actor.Role role, @Nullable String department, @Nullable String key) {
        return headers -> {
            headers.set(Actors.ID_HEADER, "u-" + role.name().toLowerCase(java.util.Locale.ROOT));
            headers.set(Actors.ROLE_HEADER, role.name());
            if (department != null) {
                headers.set(Actors.BEHALF_HEADER, department);
            }
            if (key != null) {
                headers.set("Idempotency-Key", key);
            }
        };
    }

    private WebTestClient.ResponseSpec post(String uri, Map<String, ?> body, Consumer<HttpHeaders> who) {
        return http.post().uri(uri).headers(who).bodyValue(body).exchange();
    }

    private WebTestClient.ResponseSpec rate(Map<String, ?> body, @Nullable String key) {
        return post("/api/cases/" + sample.no() + "/ratings", body, as(Actor.Role.APPLICANT, null, key));
    }

    private WebTestClient.BodyContentSpec step(String ticket, Map<String, ?> body, Actor.Role role,
            @Nullable String department) {
        return post("/api/tickets/" + ticket + "/steps", body, as(role, department, null)).expectStatus().isOk()
                .expectBody();
    }

    @Test
    void shouldNameEveryFaultOfARatingAtOnce() {
        settled();
        rate(Map.of("level", "6", "codes", "GBT_39046", "channel", "FAX", "indicators", Map.of("SMELL", 1), "remark",
                "x".repeat(501)), null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(pointers -> assertThat((List<?>) pointers).map(String::valueOf).containsExactlyInAnyOrder(
                        "/channel", "/source", "/indicators/SMELL", "/remark"));
        rate(Map.of("level", "6", "codes", "GBT_39046", "channel", "SMS", "source", "OFFLINE", "indicators",
                Map.of("SMELL", "1", "EFFICIENCY", "7")), null).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].pointer")
                .value(pointers -> assertThat((List<?>) pointers).map(String::valueOf).containsExactlyInAnyOrder(
                        "/level", "/indicators/SMELL", "/indicators/EFFICIENCY"));
        rate(Map.of("level", "SATISFIED", "channel", "SMS", "source", "OFFLINE"), "k y").expectStatus()
                .isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer").isEqualTo("Idempotency-Key");
        rate(Map.of("level", "SATISFIED", "channel", "SMS", "source", "OFFLINE", "itemNo", "04", "indicators",
                Map.of("OPERABILITY", "SATISFIED")), null).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].code").value(codes -> assertThat((List<?>) codes).map(String::valueOf)
                        .containsExactlyInAnyOrder("ONE_PER_CASE", "OTHER_SERVICE"));
        post("/api/cases/41072120261120YJS999999X/ratings",
                Map.of("level", "SATISFIED", "channel", "SMS", "source", "OFFLINE"),
                as(Actor.Role.APPLICANT, null, null)).expectStatus().isNotFound();
    }

    /** From the stars of a tablet to the re-rating, as each of the people meets it. */
    @Test
    void shouldLeadABadRatingThroughTheClosedLoop() {
        settled();
        var body = Map.of("level", "1", "codes", "STARS", "channel", "HALL_TABLET", "source", "OFFLINE", "remark",
                "态度差");
        var ticket = sample.no() + "-00-CP1";
        var key = "rate-" + sample.no();
        rate(body, key).expectStatus().isCreated().expectBody().jsonPath("$.level").isEqualTo("VERY_DISSATISFIED")
                .jsonPath("$.ticket").isEqualTo(ticket);
        rate(body, key).expectStatus().isCreated().expectBody().jsonPath("$.ticket").isEqualTo(ticket);
        rate(body, null).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("ALREADY_RATED");

        post("/api/tickets/" + ticket + "/steps",
                Map.of("step", "VERIFY", "verdict", "UNFOUNDED", "text", "不实", "evidence", List.of("sm3:1")),
                as(Actor.Role.DEPARTMENT_OFFICER, WEIJIAN, null)).expectStatus().isForbidden();
        step(ticket, Map.of("step", "VERIFY", "verdict", "GENUINE", "text", "属实"), Actor.Role.DEPARTMENT_OFFICER,
                WEIJIAN).jsonPath("$.state").isEqualTo("VERIFIED").jsonPath("$.stateText").isEqualTo("核实属实");
        step(ticket, Map.of("step", "PLAN", "text", "培训"), Actor.Role.DEPARTMENT_OFFICER, WEIJIAN);
        step(ticket, Map.of("step", "RECTIFY", "text", "已培训"), Actor.Role.DEPARTMENT_OFFICER, WEIJIAN);
        step(ticket, Map.of("step", "INFORM", "text", "已整改", "way", "PHONE"), Actor.Role.DEPARTMENT_OFFICER, WEIJIAN);
        post("/api/tickets/" + ticket + "/steps", Map.of("step", "CLOSE", "text", "办结"),
                as(Actor.Role.SUPERVISOR, null, null)).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code")
                .isEqualTo("TOO_EARLY");
        step(ticket, Map.of("step", "CALL_BACK", "text", "已接通", "reached", true), Actor.Role.SUPERVISOR, null);
        step(ticket, Map.of("step", "RE_RATE", "level", "SATISFIED"), Actor.Role.APPLICANT, null).jsonPath("$.state")
                .isEqualTo("CLOSED").jsonPath("$.phase").isEqualTo("研");

        http.get().uri("/api/tickets/{id}", ticket).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.steps[*].what").value(steps -> assertThat((List<?>) steps).map(String::valueOf)
                        .containsExactly("Opened", "Assigned", "Verified", "Planned", "Rectified", "Informed",
                                "CalledBack", "ReRated", "Closed"))
                .jsonPath("$.steps[2].actor").isEqualTo("DEPARTMENT_OFFICER:u-department_officer for " + WEIJIAN);
        http.get().uri("/api/tickets?caseNo={no}&state=CLOSED", sample.no()).exchange().expectBody()
                .jsonPath("$.items[0].id").isEqualTo(ticket);
        http.get().uri("/api/ratings/ratios?region=410721&from=2026-11-01&to=2026-11-30").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.loop.opened").isNumber().jsonPath("$.rated.whole").isNumber();
    }

    @Test
    void shouldIssueAnOrderByHandAndClearIt() {
        dispatched();
        var body = Map.of("caseNo", sample.no(), "itemNo", "04", "level", "ORDER", "preset", "P13710", "reason",
                "群众反映办理缓慢");
        post("/api/supervision-orders", body, as(Actor.Role.DEPARTMENT_OFFICER, RENSHE, null)).expectStatus()
                .isForbidden();
        var id = sample.no() + "-04-DB1";
        post("/api/supervision-orders", body, as(Actor.Role.LEAD_DEPARTMENT, WEIJIAN, "o-" + sample.no()))
                .expectStatus().isCreated().expectBody().jsonPath("$.id").isEqualTo(id).jsonPath("$.department")
                .isEqualTo(RENSHE);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                service.published(Topics.RESULT, sample.no(), SupervisionIssued.class)).singleElement()
                .satisfies(e -> {
                    assertThat(e.orderId()).isEqualTo(id);
                    assertThat(e.replyDue()).isEqualTo(Sample.at("2026-11-25T00:00"));
                }));
        post("/api/supervision-orders/" + id + "/steps", Map.of("step", "REPLY", "text", "已部署"),
                as(Actor.Role.DEPARTMENT_OFFICER, RENSHE, null)).expectStatus().isOk().expectBody()
                .jsonPath("$.state").isEqualTo("ORDERED").jsonPath("$.dueAt").isEqualTo("2026-11-26T16:00:00Z");
        post("/api/supervision-orders/" + id + "/steps", Map.of("step", "CLEAR", "text", "已办结"),
                as(Actor.Role.LEAD_DEPARTMENT, WEIJIAN, null)).expectStatus().isOk();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                service.published(Topics.RESULT, sample.no(), SupervisionCleared.class)).hasSize(1));
        http.get().uri("/api/supervision-orders/{id}", id).exchange().expectBody().jsonPath("$.state")
                .isEqualTo("CLEARED");
        post("/api/supervision-orders", Map.of("level", "CIRCULATE", "itemNo", "x;y", "preset", "999"),
                as(Actor.Role.LEAD_DEPARTMENT, null, null)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].pointer").value(pointers -> assertThat((List<?>) pointers).map(String::valueOf)
                        .containsExactlyInAnyOrder("/itemNo", "/level", "/preset", "/reason"));
        post("/api/supervision-orders", Map.of("level", "REMIND", "itemNo", "04", "reason", "办理缓慢"),
                as(Actor.Role.LEAD_DEPARTMENT, null, null)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].pointer").value(pointers -> assertThat((List<?>) pointers).map(String::valueOf)
                        .containsExactlyInAnyOrder("/region", "/itemNo", "/department"));
    }

    @Test
    void shouldTakeHotlineTicketsAndCountTheirTags() {
        for (int i = 0; i < 2; i++) {
            post("/api/tickets", Map.of("kind", "HOTLINE", "region", "410721", "matter", "社保卡迟迟不办", "external",
                    "12345-" + i, "tags", List.of("社保卡", "时限")), as(Actor.Role.SUPERVISOR, null, "hot-" + i))
                    .expectStatus().isCreated().expectBody().jsonPath("$.state").isEqualTo("REPORTED");
        }
        post("/api/tickets", Map.of("kind", "HOTLINE", "region", "410721", "matter", "x"),
                as(Actor.Role.APPLICANT, null, null)).expectStatus().isForbidden();
        http.get().uri("/api/ticket-tags?region=410721&from=2026-11-23&to=2026-11-23&kind=HOTLINE").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$[?(@.tag=='社保卡')].tickets").isEqualTo(2);
        http.get().uri("/api/ticket-tags?region=4107&from=2026-13-01").exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.faults.length()").isEqualTo(3);
    }

    @Test
    void shouldPublishABulletinAsJsonAndAsTables() {
        dispatched();
        post("/api/supervision-orders", Map.of("caseNo", sample.no(), "itemNo", "04", "level", "REMIND", "reason",
                "催办"), as(Actor.Role.SUPERVISOR, null, null)).expectStatus().isCreated();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                service.published(Topics.RESULT, sample.no(), SupervisionIssued.class)).hasSize(1));
        var span = "/api/bulletins?region=410721&from=2026-11-23&to=2026-11-23";
        http.get().uri(span).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.departments[?(@.figures.department=='" + RENSHE + "')].name").isEqualTo("人社")
                .jsonPath("$.departments[?(@.figures.department=='" + RENSHE + "')].figures.reminded")
                .value(n -> assertThat(String.valueOf(n)).isNotEqualTo("[0]"))
                .jsonPath("$.weights.PROPOSED").isEqualTo(10.0);
        var csv = http.get().uri(span + "&format=csv").exchange().expectStatus().isOk().expectHeader()
                .valueMatches("Content-Type", "text/csv.*").expectBody(byte[].class).returnResult().getResponseBody();
        assertThat(new String(Objects.requireNonNull(csv), java.nio.charset.StandardCharsets.UTF_8))
                .contains("位次,部门编号", RENSHE);
        var xlsx = http.get().uri(span + "&format=xlsx").exchange().expectStatus().isOk().expectBody(byte[].class)
                .returnResult().getResponseBody();
        assertThat(Objects.requireNonNull(xlsx)).startsWith('P', 'K');
        http.get().uri(span + "&format=pdf").exchange().expectStatus().isBadRequest();
    }

    @Test
    void shouldShowRatingsWindowsAndGaps() {
        settled();
        rate(Map.of("level", "SATISFIED", "channel", "QR_CODE", "source", "OFFLINE"), null).expectStatus().isCreated();
        http.get().uri("/api/cases/{no}/ratings", sample.no()).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$[0].levelText").isEqualTo("满意");
        http.get().uri("/api/ratings/coverage?region=410721&from=2026-11-01&to=2026-11-30").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.oneThings.gaps[?(@=='XX-09')]").isEmpty()
                .jsonPath("$.channels.share.part")
                .isEqualTo(7).jsonPath("$.channelsUsed.gaps").value(
                        gaps -> assertThat((List<?>) gaps).map(String::valueOf).contains("SMS")
                                .doesNotContain("QR_CODE"));
        http.get().uri("/api/ratings/groups?region=410721&from=2026-11-01&to=2026-11-30&by=window").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$[?(@.value=='w1')].good").exists();
        http.get().uri("/api/ratings/call-back-sample?region=410721&month=2026-11&limit=200").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$[?(@.caseNo=='" + sample.no() + "')].level").isEqualTo("SATISFIED");
        http.get().uri("/api/ratings/reconciliation?region=410721&date=2026-11-23").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.gap").value(gap -> assertThat(((Number) gap).intValue()).isPositive());
        http.get().uri("/api/ratings/call-back-sample?region=410721&month=November").exchange().expectStatus()
                .isBadRequest();
    }

    @Test
    void shouldAnswerUnknownNumbersAndBadStepsPlainly() {
        for (String door : List.of("tickets", "supervision-orders", "checks", "licence-renewals", "oversight")) {
            http.get().uri("/api/" + door + "/nobody").exchange().expectStatus().isNotFound();
            http.get().uri("/api/" + door + "?state=GONE&region=x&limit=0&open=maybe").exchange().expectStatus()
                    .isBadRequest().expectBody().jsonPath("$.faults.length()").isEqualTo(4);
            post("/api/" + door + "/nobody/steps", Map.of("step", "FLY"), as(Actor.Role.SUPERVISOR, null, null))
                    .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[0].pointer").isEqualTo("/step");
        }
        post("/api/checks/nobody/steps", Map.of("step", "DECIDE"), as(Actor.Role.DEPARTMENT_OFFICER, WEIJIAN, null))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults.length()").isEqualTo(2);
        post("/api/licence-renewals/nobody/steps", Map.of("step", "CONSENT"), as(Actor.Role.APPLICANT, null, null))
                .expectStatus().isNotFound();
        http.get().uri("/api/credit-records?region=410721").exchange().expectStatus().isOk();
        http.get().uri("/api/credit-records").exchange().expectStatus().isBadRequest();
    }

    /** 体外循环: what a department decided without a case is named with its reason. */
    @Test
    void shouldFindDecisionsThatWentThroughNoCase() {
        settled();
        var real = Map.of("decisionNo", "JD-04", "caseNo", sample.no(), "itemNo", "04");
        var body = Map.of("department", RENSHE, "decisions", List.of(real, Map.of("decisionNo", "X-1"),
                Map.of("decisionNo", "X-2", "caseNo", "41072120261120YJS999999X", "itemNo", "04"),
                Map.of("decisionNo", "X-3", "caseNo", sample.no(), "itemNo", "01"),
                Map.of("decisionNo", "X-4", "caseNo", sample.no(), "itemNo", "04")));
        post("/api/decision-reconciliations", body, as(Actor.Role.SUPERVISOR, null, null)).expectStatus().isOk()
                .expectBody().jsonPath("$.matched").isEqualTo(1).jsonPath("$.outside[*].reason")
                .value(reasons -> assertThat((List<?>) reasons).map(String::valueOf).containsExactly("NO_CASE_NUMBER",
                        "UNKNOWN_CASE", "OTHER_ITEM", "OTHER_DECISION"));
        post("/api/decision-reconciliations", body, as(Actor.Role.DEPARTMENT_SYSTEM, WEIJIAN, null)).expectStatus()
                .isForbidden();
        post("/api/decision-reconciliations", Map.of("department", "no;body", "decisions", List.of(Map.of())),
                as(Actor.Role.SUPERVISOR, null, null)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults.length()").isEqualTo(2);
        post("/api/decision-reconciliations",
                Map.of("department", "410721-nobody", "decisions", List.of(Map.of("decisionNo", "X-1"))),
                as(Actor.Role.SUPERVISOR, null, null)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].code").isEqualTo("UNKNOWN_DEPARTMENT");
    }

    @Test
    void shouldMeterOpenFiles() {
        dispatched();
        post("/api/supervision-orders", Map.of("caseNo", sample.no(), "itemNo", "04", "level", "REMIND", "reason",
                "催办"), as(Actor.Role.SUPERVISOR, null, null)).expectStatus().isCreated();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(http.get().uri("/actuator/prometheus").exchange()
                .expectBody(String.class).returnResult().getResponseBody())
                .containsPattern("lianban_result_orders\\{[^}]*REMINDED[^}]*} [1-9]")
                .containsPattern("lianban_result_files\\{[^}]*ORDER[^}]*} [1-9]").contains("lianban_result_files_red"));
    }
}
