package org.lianban.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.result.bundle.view.CaseView;
import org.lianban.result.bundle.view.DeadlinesView;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Through Kafka in, and through Kafka and HTTP out. */
@ExtendWith(RunningResult.Ending.class)
class ResultServiceTest {
    private static final Instant T0 = RunningResult.START;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RunningResult service = RunningResult.get();
    private final WebTestClient http = WholeAnswers.client().baseUrl(service.url()).responseTimeout(LIMIT)
            .build();
    private final Sample.Case sample = new Sample.Case("41072120261123YJS%06dX".formatted(NUMBERS.incrementAndGet()));

    @BeforeEach
    void morning() {
        service.setClock(T0);
    }

    private CaseView view() {
        return java.util.Objects.requireNonNull(http.get().uri("/api/cases/{no}", sample.no()).exchange().expectStatus()
                .isOk().expectBody(CaseView.class).returnResult().getResponseBody());
    }

    private void awaitVersion(long version) {
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/api/cases/{no}", sample.no()).exchange()
                .expectStatus().isOk().expectBody(CaseView.class)
                .value(v -> assertThat(v.version()).isGreaterThanOrEqualTo(version)));
    }

    private void awaitState(CaseState state) {
        await().atMost(LIMIT)
                .untilAsserted(() -> http.get().uri("/api/cases/{no}", sample.no()).exchange().expectStatus().isOk()
                        .expectBody(CaseView.class).value(v -> assertThat(v.state()).isEqualTo(state)));
    }

    private void awaitItem(String no, ItemState state) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(view().items())
                .anySatisfy(i -> assertThat(i.itemNo() + i.state()).isEqualTo(no + state)));
    }

    @Test
    void shouldShowAndSettleACaseAndTellTheProvinceEveryChange() {
        service.publish(sample.submitted(T0));
        service.publish(sample.received(T0, T0.plusSeconds(60), "01", "02"));
        awaitState(CaseState.RECEIVED);
        service.publish(sample.dispatched(T0, T0.plusSeconds(61), "01", "02"));
        awaitItem("02", ItemState.DISPATCHED);
        service.publish(sample.accepted("02", T0.plusSeconds(100)));
        awaitItem("02", ItemState.PRE_REVIEW);

        var view = view();
        assertThat(view.state()).isEqualTo(CaseState.IN_PROGRESS);
        assertThat(view.applicantName()).isEqualTo("张*");
        assertThat(view.regionName()).isEqualTo("新乡县");
        assertThat(view.lead()).isEqualTo(new CaseView.DepartmentRef("410721-weijian", "卫健"));
        var second = view.items().get(1);
        assertThat(second.name()).isEqualTo("户口登记");
        assertThat(second.department().name()).isEqualTo("公安");
        assertThat(second.since()).isEqualTo(T0.plusSeconds(100));
        assertThat(second.why()).isEqualTo("等待前置事项：01 出生医学证明（卫健，已推送）");
        assertThat(second.waitsFor()).extracting(CaseView.Waiting::itemNo).containsExactly("01");
        assertThat(java.util.Objects.requireNonNull(second.due()).timer()).isEqualTo(Timer.PRE_REVIEW);
        assertThat(java.util.Objects.requireNonNull(view.due()).timer()).isEqualTo(Timer.ACCEPTANCE);

        service.publish(sample.decided("01", T0.plusSeconds(200), Outcome.APPROVED));
        service.publish(sample.released(T0.plusSeconds(201), "02", true, "01"));
        awaitItem("02", ItemState.READY);
        service.publish(sample.decided("02", T0.plusSeconds(300), Outcome.APPROVED));
        awaitState(CaseState.SETTLED);
        assertThat(view().outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertThat(view().progress()).isEqualTo(new CaseView.Progress(2, 2));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).containsExactlyInAnyOrder("SUBMITTED",
                "RECEIVED", "DISPATCHED", "01 DISPATCHED", "02 DISPATCHED", "02 PRE_REVIEW", "IN_PROGRESS",
                "01 APPROVED", "02 READY", "02 APPROVED", "SETTLED"));
        assertThat(changes()).startsWith("SUBMITTED").endsWith("SETTLED");
        var statuses = service.published(Topics.PROVINCE_STATUS, sample.no(), CaseStatus.class);
        assertThat(statuses).allSatisfy(s -> {
            assertThat(s.region()).isEqualTo(Sample.REGION);
            assertThat(s.provinceNo()).isEqualTo("S-" + sample.no());
        });
        assertThat(statuses.getLast().outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertThat(service.ids(Topics.PROVINCE_STATUS, sample.no()).getFirst())
                .isEqualTo("province/" + sample.no() + "/1");
        assertThat(service.sequences(Topics.PROVINCE_STATUS, sample.no())).isEqualTo(java.util.stream.LongStream
                .rangeClosed(1, statuses.size()).boxed().toList());
        assertThat(service.published(Topics.RESULT, sample.no(), CaseSettled.class)).singleElement()
                .satisfies(s -> assertThat(s.settledAt()).isEqualTo(T0.plusSeconds(300)));
    }

    private List<String> changes() {
        return service.published(Topics.PROVINCE_STATUS, sample.no(), CaseStatus.class).stream()
                .flatMap(s -> s.changes().stream())
                .map(c -> c.itemNo() == null ? String.valueOf(c.caseState()) : c.itemNo() + " " + c.itemState())
                .toList();
    }

    @Test
    void shouldChangeNothingWhenEventsAreDeliveredAgainAndParkWhatComesTooEarly() {
        service.publish(sample.decided("04", T0.plusSeconds(9), Outcome.APPROVED), 2);
        service.publish(sample.submitted(T0), 1);
        service.publish(sample.dispatched(T0, T0, "04"), 1);
        awaitState(CaseState.DISPATCHED);
        service.publish(sample.submitted(T0), 1);
        service.publish(sample.dispatched(T0, T0, "04"), 1);
        service.publish(sample.accepted("04", T0.plusSeconds(5)), 1);
        awaitState(CaseState.SETTLED);
        service.publish(sample.accepted("04", T0.plusSeconds(5)), 1);
        service.publish(sample.decided("04", T0.plusSeconds(9), Outcome.DENIED), 2);
        service.publish(sample.withdrawn(T0.plusSeconds(20)), 2);

        awaitWhat("CaseWithdrawn");

        assertThat(timeline()).containsOnlyOnce("CaseSubmitted", "ItemsDispatched", "ItemAccepted", "ItemDecided",
                "CaseSettled");
        assertThat(view().state()).isEqualTo(CaseState.SETTLED);
        assertThat(view().outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertThat(service.published(Topics.RESULT, sample.no(), CaseSettled.class)).hasSize(1);
    }

    private List<String> timeline() {
        var page = service.json().readTree(http.get().uri("/api/cases/{no}/timeline", sample.no()).exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
        var whats = new java.util.ArrayList<String>();
        page.get("items").forEach(turn -> turn.get("entries").forEach(e -> whats.add(e.get("what").asString())));
        return whats;
    }

    private void awaitWhat(String what) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(timeline()).contains(what));
    }

    @Test
    void shouldBreachAndDeemAcceptedWhenTheClockIsSetForward() {
        service.publish(sample.submitted(T0));
        service.publish(sample.dispatched(T0, T0, "01", "02"));
        awaitState(CaseState.DISPATCHED);

        service.setClock(Sample.at("2026-12-01T00:00"));

        awaitWhat("AcceptanceDeemed");
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(service.published(Topics.RESULT, sample.no(), AcceptanceDeemed.class)).containsExactly(
                    new AcceptanceDeemed(sample.no(), "01", T0, Sample.at("2026-12-01T00:00")));
            assertThat(service.published(Topics.RESULT, sample.no(), TimerBreached.class))
                    .extracting(b -> b.itemNo() + " " + b.timer())
                    .containsExactlyInAnyOrder("01 STATUTORY_NOTICE", "02 STATUTORY_NOTICE", "01 ACCEPTANCE",
                            "02 ACCEPTANCE");
        });
        // Supervision orders follow the breaches when their round comes.
        assertThat(service.sequences(Topics.RESULT, sample.no())).startsWith(1L, 2L, 3L, 4L, 5L);

        http.get().uri("/api/deadlines?state=breached&region=410721&department=410721-gongan").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.items[?(@.caseNo=='" + sample.no() + "')].deadline.timer")
                .value(timers -> assertThat(String.valueOf(timers)).contains("ACCEPTANCE", "STATUTORY_NOTICE"));

        service.publish(
                sample.accepted("01", service.json().convertValue("2026-12-01T00:00:00+08:00", Instant.class), T0,
                        true));
        awaitItem("01", ItemState.IN_REVIEW);
        assertThat(view().items().getFirst().deemed()).isTrue();
        var promise = deadlines().stream().filter(d -> d.timer() == Timer.PROMISE).findFirst().orElseThrow();
        assertThat(promise.start()).as("from the receipt").isEqualTo(T0);
        assertThat(promise.lastDay()).hasToString("2026-11-30");
    }

    private List<DeadlinesView.Explained> deadlines() {
        return java.util.Objects.requireNonNull(http.get().uri("/api/cases/{no}/deadlines", sample.no()).exchange()
                .expectStatus().isOk().expectBody(DeadlinesView.class).returnResult().getResponseBody()).deadlines();
    }

    @Test
    void shouldExplainEveryDeadlineInChinese() {
        service.publish(sample.submitted(T0));
        service.publish(sample.dispatched(T0, T0, "03"));
        service.publish(sample.accepted("03", T0));
        awaitItem("03", ItemState.IN_REVIEW);

        assertThat(deadlines()).extracting(DeadlinesView.Explained::timer).containsExactly(Timer.INTAKE,
                Timer.STATUTORY_NOTICE, Timer.ACCEPTANCE, Timer.PROMISE, Timer.STATUTORY);
        assertThat(deadlines()).allSatisfy(d -> {
            assertThat(d.steps()).isNotEmpty();
            assertThat(d.calendarVersion()).isEqualTo("CN@1");
            assertThat(d.steps().getLast().text()).startsWith("到期 ");
        });
    }

    @Test
    void shouldAnswerNotModifiedWhileTheVersionStands() {
        service.publish(sample.submitted(T0));
        awaitVersion(1);
        var tag = http.get().uri("/api/cases/{no}", sample.no()).exchange().expectStatus().isOk()
                .returnResult(Void.class)
                .getResponseHeaders().getETag();

        http.get().uri("/api/cases/{no}", sample.no()).header("If-None-Match", tag).exchange().expectStatus()
                .isEqualTo(HttpStatus.NOT_MODIFIED);
        service.publish(sample.corrected(0, T0));
        awaitState(CaseState.CORRECTION_NOTIFIED);
        http.get().uri("/api/cases/{no}", sample.no()).header("If-None-Match", tag).exchange().expectStatus().isOk();
    }

    @Test
    void shouldSetAsideWhatCanNeverBeAppliedAndGoOn() {
        service.publish(sample.dispatched(T0, T0), 1);
        service.publish(sample.submitted(T0));
        awaitState(CaseState.SUBMITTED);

        await().atMost(LIMIT)
                .untilAsserted(() -> http.get().uri("/api/operations/quarantine").exchange().expectStatus().isOk()
                        .expectBody(String.class)
                        .value(body -> assertThat(body).contains(sample.no()).contains("at least one task")));
    }

    @Test
    void shouldKeepNothingOfTheForm() throws Exception {
        service.publish(sample.submitted(T0));
        service.publish(sample.received(T0, T0, "04"));
        service.publish(sample.dispatched(T0, T0, "04"));
        awaitState(CaseState.DISPATCHED);

        var database = service.context().getBean(org.lianban.persistence.Database.class);
        var rows = database.withConnection(c -> org.lianban.persistence.Database.query(c,
                "select body from bundle where case_no = $1 union all select entries from history where case_no = $1",
                row -> row.get(0, String.class), sample.no())).block(LIMIT);
        assertThat(rows).isNotEmpty().noneMatch(
                text -> text.contains("张三") || text.contains("张小三") || text.contains("11010519491231002X"));
    }

    @Test
    void shouldListByKeyAndNameEveryBadParameterAtOnce() {
        var second = new Sample.Case("410721Z" + sample.no());
        for (var each : List.of(sample, second)) {
            service.publish(each.submitted(T0));
            service.publish(each.dispatched(T0, T0, "05"));
        }
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/api/cases/{no}", second.no()).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo("DISPATCHED"));
        awaitState(CaseState.DISPATCHED);

        http.get().uri("/api/cases?region=410721&state=DISPATCHED&department=410721-yibao&lead=410721-weijian&limit=1"
                + "&after=410721Y").exchange().expectStatus().isOk().expectBody().jsonPath("$.items[0].caseNo")
                .isEqualTo(second.no()).jsonPath("$.next").doesNotExist();
        http.get().uri("/api/cases?region=410721&department=410721-yibao&limit=1").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.next").exists();
        http.get().uri("/api/cases?region=999999").exchange().expectBody().jsonPath("$.items").isEmpty();
        http.get().uri("/api/cases?region=x&state=GONE&limit=0").exchange().expectStatus().isBadRequest().expectBody()
                .jsonPath("$.faults.length()").isEqualTo(3);
        http.get().uri("/api/deadlines").exchange().expectStatus().isBadRequest();
        http.get().uri("/api/cases/410721nobody").exchange().expectStatus().isNotFound();
    }

    @Test
    void shouldDescribeItselfAndItsMeters() {
        service.publish(sample.submitted(T0));
        service.publish(sample.withdrawn(T0.plusSeconds(1)));
        awaitState(CaseState.WITHDRAWN);

        await().atMost(LIMIT)
                .untilAsserted(() -> http.get().uri("/actuator/prometheus").exchange().expectStatus().isOk()
                        .expectBody(String.class)
                        .value(text -> assertThat(text)
                                .containsPattern("lianban_result_cases\\{[^}]*WITHDRAWN[^}]*} [1-9]")
                                .containsPattern("lianban_result_settled_total\\{[^}]*WITHDRAWN[^}]*} [1-9]")
                                .contains("lianban_result_timer_lateness_seconds_bucket",
                                        "lianban_result_deadlines_soon", "lianban_result_deadlines_breached",
                                        "lianban_result_breached_total", "lianban_result_sse_streams")));
        http.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody().jsonPath("$.openapi")
                .value(v -> assertThat(String.valueOf(v)).startsWith("3.1")).jsonPath("$.paths['/api/cases/{caseNo}']")
                .exists().jsonPath("$.paths['/api/cases/{caseNo}/events']").exists();
    }
}
