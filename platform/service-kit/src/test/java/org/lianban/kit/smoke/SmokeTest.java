package org.lianban.kit.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.kit.smoke.Smoke.Applied;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.persistence.Database;
import org.lianban.servers.tests.CapturedLog;
import org.springframework.integration.handler.LoggingHandler;
import tools.jackson.databind.JsonNode;

/** The whole way of a command, in two services at once, on a real database and broker. */
@ExtendWith(Smoke.Services.class)
class SmokeTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static void withdraw(String caseNo) {
        HttpResponse<String> answer = Smoke.ONE.post("/api/withdrawals", "application/json",
                "{\"caseNo\":\"" + caseNo
                        + "\",\"reason\":\"申请人“撤回”\",\"at\":\"2026-03-02T01:00:00Z\",\"count\":1}",
                "Lianban-Actor", "w1-3", "traceparent", TRACE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void shouldCarryACommandThroughOutboxRelayKafkaAndFunctionIntoBothServices() {
        withdraw("C1");
        for (Smoke service : List.of(Smoke.ONE, Smoke.TWO)) {
            await().atMost(SOON).until(() -> !service.applied("C1").isEmpty());
            assertThat(service.applied("C1")).containsExactly(
                    new Applied("intake/C1/1", "intake", 1, "WINDOW_CLERK:w1-3", TRACE, "申请人“撤回”\n\u0001"));
        }
    }

    @Test
    void shouldHandOverTheHeadersOfABatch() {
        withdraw("C2");
        await().atMost(SOON).until(() -> !Smoke.ONE.applied("C2").isEmpty());
        Map<String, Object> batch = Smoke.ONE.headersSeen().getLast();
        assertThat(batch).containsKeys("kafka_receivedTopic", "kafka_receivedPartitionId", "kafka_offset",
                "kafka_receivedMessageKey", "kafka_batchConvertedHeaders");
        Map<?, ?> headers = (Map<?, ?>) ((List<?>) batch.get("kafka_batchConvertedHeaders")).getLast();
        assertThat(text(headers.get("ce_type"))).isEqualTo("org.lianban.intake.CaseWithdrawn.v1");
        assertThat(text(headers.get("ce_specversion"))).isEqualTo("1.0");
        assertThat(text(headers.get("content-type"))).isEqualTo("application/json");
        assertThat(text(headers.get("traceparent"))).as("never as quoted JSON").isEqualTo(TRACE);
    }

    /** Spring hands over most headers as bytes and some as text; the inbox takes both. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) value;
    }

    @Test
    void shouldReceiveSeveralTopicsThroughOneFunction() {
        Instant at = Instant.parse("2026-03-02T01:00:00Z");
        Outgoing deemed = new Outgoing(Topics.RESULT, "C3", "C3-01", 1, at, null, null,
                new AcceptanceDeemed("C3", "01", at, at));
        Smoke.ONE.database().inTransaction(
                tx -> Smoke.ONE.context.getBean(Outbox.class).append(tx, List.of(deemed)).thenReturn(true)).block(SOON);
        await().atMost(SOON).until(() -> !Smoke.ONE.applied("C3-01").isEmpty());
        assertThat(Smoke.ONE.applied("C3-01")).extracting(Applied::source).containsExactly("result");
    }

    @Test
    void shouldDeliverABatchAgainUntilItPassesAndThenCommitItsOffsets() throws Exception {
        Smoke.TWO.application().failuresLeft.set(3);
        try (CapturedLog log = CapturedLog.of(LoggingHandler.class)) {
            withdraw("C4");
            await().atMost(SOON).until(() -> !Smoke.TWO.applied("C4").isEmpty());
            assertThat(log.errors()).hasSize(3).allMatch(said -> said.contains("The surroundings fail"));
        }
        assertThat(Smoke.TWO.application().failuresLeft).hasValue(0);
        Admin admin = Smoke.TWO.context.getBean(Admin.class);
        await().atMost(SOON).untilAsserted(() -> {
            var committed = admin.listConsumerGroupOffsets("smoke2").partitionsToOffsetAndMetadata().get();
            for (TopicPartition partition : List.of(new TopicPartition(Topics.INTAKE, 0),
                    new TopicPartition(Topics.INTAKE, 1))) {
                long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get()
                        .offset();
                long done = committed.get(partition) == null ? 0 : committed.get(partition).offset();
                assertThat(done).as(partition.toString()).isEqualTo(end);
            }
        });
    }

    @Test
    void shouldMigrateIntoTheSchemaOfTheServiceAndLeaveNoMigrationConnection() {
        assertThat(column(Smoke.ONE, "select table_schema || '.' || table_name as v from information_schema.tables "
                + "where table_name in ('outbox', 'parked', 'quarantine', 'applied', 'flyway_schema_history')"))
                .containsExactlyInAnyOrder("smoke.outbox", "smoke.parked", "smoke.quarantine", "smoke.applied",
                        "smoke.flyway_schema_history");
        assertThat(column(Smoke.TWO, "select current_schema() as v")).containsExactly("smoke2");
        assertThat(column(Smoke.ONE, "select application_name as v from pg_stat_activity "
                + "where datname = current_database()"))
                .contains("smoke", "smoke-signals").doesNotContain("smoke-migration");
    }

    private static List<String> column(Smoke service, String sql) {
        return service.database().withConnection(c -> Database.query(c, sql, row -> row.get("v", String.class)))
                .block(SOON);
    }

    @Test
    void shouldShowItsMetersWithTheNameOfTheService() {
        withdraw("C5");
        await().atMost(SOON).until(() -> !Smoke.TWO.applied("C5").isEmpty());
        assertThat(Smoke.ONE.get("/actuator/prometheus").body())
                .contains("lianban_outbox_published_total{application=\"smoke\"}")
                .contains("lianban_outbox_age_seconds{application=\"smoke\"}")
                .doesNotContain("application=\"smoke2\"");
        await().atMost(SOON).untilAsserted(() -> assertThat(Smoke.TWO.get("/actuator/prometheus").body())
                .contains("lianban_inbox_consumed_total{application=\"smoke2\"}")
                .contains("lianban_consumer_lag{application=\"smoke2\",topic=\"" + Topics.INTAKE + "\"} 0.0")
                .doesNotContain("application=\"smoke\""));
    }

    @Test
    void shouldDescribeItsDoorsInOpenApi31() {
        JsonNode api = Smoke.json(Smoke.ONE.get("/v3/api-docs"));
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("info").path("title").asString()).isEqualTo("Lianban smoke");
        JsonNode door = api.path("paths").path("/api/withdrawals").path("post");
        assertThat(door.path("parameters").isMissingNode()).as("headers are no parameters: %s", door).isTrue();
        assertThat(door.path("responses").path("200").path("content").has("application/json")).isTrue();
        HttpResponse<String> ui = Smoke.ONE.get("/swagger-ui.html");
        assertThat(ui.statusCode()).isEqualTo(302);
        assertThat(Smoke.ONE.get(ui.headers().firstValue("location").orElseThrow()).body()).contains("swagger-ui");
    }

    @Test
    void shouldReportHealthOfDatabaseBrokerAndCatalogueCopy() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode health = Smoke.json(Smoke.ONE.get("/actuator/health"));
            assertThat(health.path("status").asString()).isEqualTo("UP");
            assertThat(health.path("components").propertyNames()).contains("r2dbc", "binders", "catalogCopyHealth");
        });
        assertThat(Smoke.ONE.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
}
