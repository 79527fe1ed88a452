package org.lianban.result.bundle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.Outcome;
import org.lianban.result.RunningResult;
import org.lianban.result.Sample;
import org.lianban.result.bundle.attribution.Attribution;
import org.lianban.result.bundle.view.AttributionView;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RunningResult.Ending.class)
class AttributionTest {
    private static final Instant T0 = RunningResult.START;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final RunningResult service = RunningResult.get();
    private final WebTestClient http = WholeAnswers.client().baseUrl(service.url()).responseTimeout(LIMIT)
            .build();
    private final Sample.Case sample = new Sample.Case("41072120261123YJS777001X");

    @BeforeEach
    void evening() {
        service.setClock(Sample.at("2026-11-23T18:00"));
    }

    @AfterEach
    void morning() {
        service.setClock(T0);
    }

    private WebTestClient.ResponseSpec register(Map<String, String> body, String role) {
        return http.post().uri("/api/outages").header("Lianban-Role", role).header("Lianban-Actor", "op-1")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private static Map<String, String> outage(String to) {
        return Map.of("region", "410721", "department", "410721-renshe", "from", T0.plusSeconds(3_600).toString(), "to",
                to, "reason", "专网中断", "approver", "王主任");
    }

    @Test
    void shouldChargeARegisteredOutageAndTakeItBackWhenItIsVoid() {
        service.publish(sample.submitted(T0));
        service.publish(sample.dispatched(T0, T0.plusSeconds(600), "04"));
        service.publish(sample.decided("04", T0.plusSeconds(7_200), Outcome.APPROVED));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(view().open()).isFalse());
        assertThat(minutes(Attribution.Account.Kind.INTAKE)).isEqualTo(10);
        assertThat(minutes(Attribution.Account.Kind.DEPARTMENT)).isEqualTo(110);

        var body = outage(T0.plusSeconds(5_400).toString());
        var id = id(register(body, "OPERATOR"));
        assertThat(id(register(body, "OPERATOR"))).as("the same entry again").isEqualTo(id);

        assertThat(minutes(Attribution.Account.Kind.OUTAGE)).isEqualTo(30);
        assertThat(minutes(Attribution.Account.Kind.DEPARTMENT)).isEqualTo(80);
        assertThat(view().minutes()).isEqualTo(120);
        http.get().uri("/api/outages?region=410721").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].reason").isEqualTo("专网中断").jsonPath("$.items[0].registeredBy")
                .isEqualTo("OPERATOR:op-1");

        http.post().uri("/api/outages/{id}/void", id).header("Lianban-Role", "OPERATOR").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.voidedAt").exists();
        assertThat(minutes(Attribution.Account.Kind.OUTAGE)).isZero();
    }

    private static long id(WebTestClient.ResponseSpec response) {
        var body = java.util.Objects.requireNonNull(response.expectStatus().isCreated().expectBody(String.class)
                .returnResult().getResponseBody());
        return JsonMapper.builder().build().readTree(body).get("id").asLong();
    }

    private AttributionView view() {
        return java.util.Objects.requireNonNull(http.get().uri("/api/cases/{no}/attribution", sample.no()).exchange()
                .expectStatus().isOk().expectBody(AttributionView.class).returnResult().getResponseBody());
    }

    private long minutes(Attribution.Account.Kind account) {
        return view().shares().stream().filter(s -> s.account() == account)
                .mapToLong(AttributionView.ShareView::minutes).sum();
    }

    @Test
    void shouldNameEveryFaultOfARegistrationAtOnce() {
        register(Map.of("region", "41", "department", "140502-x", "from", "yesterday", "reason", " "), "OPERATOR")
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(pointers -> assertThat((java.util.List<?>) pointers).extracting(String::valueOf)
                        .containsExactlyInAnyOrder(
                                "/region", "/from", "/to", "/reason", "/approver"));
        var elsewhere = new java.util.HashMap<>(outage(T0.plusSeconds(5_400).toString()));
        elsewhere.put("department", "140502-x");
        register(elsewhere, "OPERATOR").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[0].code").isEqualTo("OTHER_REGION");
        register(outage("2027-01-01T00:00:00Z"), "OPERATOR").expectStatus().isEqualTo(422);
        register(outage(T0.toString()), "OPERATOR").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[0].code").isEqualTo("BEFORE_START");
        register(outage(T0.plusSeconds(5_400).toString()), "WINDOW_CLERK").expectStatus().isForbidden();
        http.post().uri("/api/outages/999999/void").header("Lianban-Role", "OPERATOR").exchange().expectStatus()
                .isNotFound();
        http.get().uri("/api/outages").exchange().expectStatus().isBadRequest();
    }

    @Test
    void shouldAnswerNotFoundForACaseNobodySpokeOf() {
        http.get().uri("/api/cases/{no}/attribution", "41072120261123YJS999999X").exchange().expectStatus()
                .isNotFound();
    }
}
