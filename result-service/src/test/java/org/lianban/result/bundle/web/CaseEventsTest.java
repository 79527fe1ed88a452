package org.lianban.result.bundle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.Outcome;
import org.lianban.result.RunningResult;
import org.lianban.result.Sample;
import org.lianban.result.bundle.view.TimelineView;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@ExtendWith(RunningResult.Ending.class)
class CaseEventsTest {
    private static final Instant T0 = RunningResult.START;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ParameterizedTypeReference<ServerSentEvent<TimelineView>> EVENT = new ParameterizedTypeReference<>() {
    };

    private final RunningResult service = RunningResult.get();

    @BeforeEach
    void morning() {
        service.setClock(T0);
    }

    private static WebTestClient client(String url) {
        return WholeAnswers.client().baseUrl(url).responseTimeout(LIMIT).build();
    }

    private Flux<ServerSentEvent<TimelineView>> project(String url, String caseNo, String last) {
        return client(url).get().uri("/api/cases/{no}/events", caseNo).header("Last-Event-ID", last)
                .accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk().returnResult(EVENT)
                .getResponseBody().filter(event -> event.data() != null);
    }

    private void awaitCase(String url, String caseNo) {
        org.awaitility.Awaitility.await().atMost(LIMIT).untilAsserted(
                () -> client(url).get().uri("/api/cases/{no}", caseNo).exchange().expectStatus().isOk());
    }

    private static List<String> whats(ServerSentEvent<TimelineView> event) {
        return java.util.Objects.requireNonNull(event.data()).entries().stream().map(TimelineView.Line::what).toList();
    }

    @Test
    void shouldFollowACaseUntilItEndsAndTellALateReaderToStop() {
        var sample = new Sample.Case("41072120261124YJS000001X");
        service.publish(sample.submitted(T0));
        awaitCase(service.url(), sample.no());

        StepVerifier.create(project(service.url(), sample.no(), "")).assertNext(event -> {
            assertThat(event.id()).isEqualTo("1");
            assertThat(whats(event)).containsExactly("CaseSubmitted");
        }).then(() -> service.publish(sample.dispatched(T0, T0, "04")))
                .assertNext(event -> assertThat(whats(event)).containsExactly("ItemsDispatched"))
                .then(() -> service.publish(sample.decided("04", T0, Outcome.APPROVED)))
                .assertNext(event -> assertThat(whats(event)).containsExactly("ItemDecided", "CaseSettled"))
                .expectComplete().verify(LIMIT);

        StepVerifier.create(project(service.url(), sample.no(), "1")).expectNextCount(2).expectComplete().verify(LIMIT);
        client(service.url()).get().uri("/api/cases/{no}/events", sample.no()).header("Last-Event-ID", "3").exchange()
                .expectStatus().isNoContent();
    }

    @Test
    void shouldFollowFromAnInstanceThatDidNotConsumeTheEvent() {
        var sample = new Sample.Case("41072120261124YJS000002X");
        service.publish(sample.submitted(T0));
        try (var other = service.application()) {
            var url = "http://127.0.0.1:" + other.getEnvironment().getProperty("local.server.port");
            awaitCase(url, sample.no());
            var seen = Flux.merge(project(service.url(), sample.no(), ""), project(url, sample.no(), ""))
                    .map(e -> e.id());

            StepVerifier.create(seen).expectNext("1", "1").then(() -> service.publish(sample.withdrawn(T0)))
                    .expectNext("2", "2").expectComplete().verify(LIMIT);
        }
    }

    @Test
    void shouldRefuseMoreStreamsThanTheLimit() {
        var feed = new CaseFeed(service.context().getBean(org.lianban.result.bundle.query.CaseQueries.class),
                new CaseFeed.Settings(1, Duration.ofMillis(10), 10));
        var first = feed.watch("nobody", 0).subscribe();

        StepVerifier.create(feed.watch("nobody", 0)).expectErrorMessage("实时推送连接过多，请稍后重试").verify(LIMIT);
        first.dispose();
        assertThat(feed.open()).isZero();
    }

    @Test
    void shouldAnswerUnknownCasesAndBadIdsAsProblems() {
        client(service.url()).get().uri("/api/cases/nobody/events").exchange().expectStatus().isNotFound();
        client(service.url()).get().uri("/api/cases/nobody/events").header("Last-Event-ID", "x").exchange()
                .expectStatus().isBadRequest();
    }
}
