package org.lianban.result.records.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.province.CaseRecords;
import org.lianban.contracts.province.CaseRecords.Row;
import org.lianban.contracts.province.CaseRecords.Table;
import org.lianban.contracts.province.Reconciliation;
import org.lianban.contracts.province.Reconciliation.Difference;
import org.lianban.contracts.province.Reconciliation.Held;
import org.lianban.contracts.province.Reconciliation.Kind;
import org.lianban.contracts.province.RecordAnswer;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.RunningResult;
import org.lianban.result.Sample;
import org.lianban.result.province.RowDigest;
import org.lianban.servers.TestServers;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.test.web.reactive.server.WebTestClient;

/** File, report and rows of the province through the doors. */
@ExtendWith(RunningResult.Ending.class)
class RecordsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger(700);
    /** A day that no other test ends a case on. */
    private static final Instant DAY = Sample.at("2026-06-10T09:00");

    private final RunningResult service = RunningResult.get();
    private final WebTestClient http = WholeAnswers.client().baseUrl(service.url()).responseTimeout(LIMIT)
            .codecs(c -> c.defaultCodecs().maxInMemorySize(16 * 1024 * 1024)).build();
    private final Sample.Case sample = new Sample.Case("41072120260610YJS%06dX".formatted(NUMBERS.incrementAndGet()));

    @BeforeEach
    void morning() {
        service.setClock(DAY);
        service.context().getBean(CatalogCopy.class)
                .apply(new CatalogEvent.EffectiveVersions(Sample.CODE, Sample.REGION,
                        "新生儿出生", List.of(new CatalogEvent.Effective(1, Sample.HASH, Instant.EPOCH))));
    }

    private List<Row> settle() {
        service.publish(sample.submitted(DAY));
        service.publish(sample.received(DAY, DAY.plusSeconds(60), "01"));
        service.publish(sample.dispatched(DAY, DAY.plusSeconds(61), "01"));
        service.publish(sample.accepted("01", DAY.plusSeconds(100)));
        service.publish(sample.decided("01", DAY.plusSeconds(200), Outcome.APPROVED));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(rows()).extracting(Row::table).contains(Table.ACCEPT,
                Table.RESULT));
        return rows();
    }

    private List<Row> rows() {
        return service.published(Topics.PROVINCE_RECORDS, sample.no(), CaseRecords.class).stream()
                .flatMap(r -> r.rows().stream()).toList();
    }

    private String get(String uri, String role) {
        return new String(http.get().uri(uri).header("Lianban-Role", role).exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBodyContent(), StandardCharsets.UTF_8);
    }

    private void tell(String topic, Object message) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestServers.kafka().bootstrapServers(), "acks", "all"),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, Sample.REGION,
                    message instanceof String raw ? raw : service.json().writeValueAsString(message)));
        }
    }

    @Test
    void shouldReportRowsWithTheApplicantAndKeepPeopleSealed() {
        var accept = settle().stream().filter(r -> r.table() == Table.ACCEPT).findFirst().orElseThrow().accept();
        assertThat(accept.applicantIdNumber()).isEqualTo("11010519491231002X");
        assertThat(accept.promiseDate()).isEqualTo("2026-06-17");
        assertThat(service.column("select people as v from case_file where case_no = '" + sample.no() + "'"))
                .singleElement().satisfies(sealed -> assertThat(sealed).startsWith("sm4:").doesNotContain("张三"));
    }

    @Test
    void shouldSumEndedCasesAsJsonCsvAndXlsxAndNameEveryBadParameter() {
        settle();
        var period = "?region=410721&from=2026-06-10&to=2026-06-10";
        await().atMost(LIMIT).untilAsserted(
                () -> assertThat(get("/api/reports/volumes" + period, "SUPERVISOR")).contains("\"group\":\"XX-09\""));
        assertThat(get("/api/reports/volumes" + period + "&format=csv", "SUPERVISOR")).contains("承诺按时率")
                .contains("XX-09 新生儿出生").contains("100.0%");
        assertThat(get("/api/reports/quality" + period + "&by=lead&format=csv", "SUPERVISOR")).contains("一次通过率")
                .contains("卫健");
        assertThat(get("/api/reports/volumes" + period + "&format=xlsx", "SUPERVISOR")).startsWith("PK");
        http.get().uri("/api/reports/nothing?region=4107&by=moon&format=doc&from=2026-06-11&to=2026-06-10").exchange()
                .expectStatus().isBadRequest().expectBody().jsonPath("$.faults.length()").isEqualTo(5);
        assertThat(get("/api/closed-cases?oneThing=XX-09&from=2026-06-10", "CATALOG_ADMIN")).contains(sample.no())
                .contains("\"acceptedAt\"").doesNotContain("张三");
    }

    @Test
    void shouldReconcileADayBothWaysAndSendAgainWhatIsMissing() {
        var sent = settle();
        var day = service.column("select day::text as v from province_sent where '" + sample.no() + "' = any(cases)")
                .getFirst();
        var all = service.everyRow(CaseRecords.class).stream()
                .filter(r -> LocalDate.ofInstant(r.time(), ZoneId.of("Asia/Shanghai")).toString().equals(day))
                .flatMap(r -> r.rows().stream()).toList();
        var missing = sent.stream().filter(r -> r.table() == Table.RESULT).findFirst().orElseThrow().rowGuid();
        var held = all.stream().map(Row::rowGuid).distinct().filter(g -> !g.equals(missing)).map(g -> new Held(g, null))
                .toList();
        tell(Topics.PROVINCE_RECONCILIATIONS, new Reconciliation(Sample.REGION, LocalDate.parse(day), 0, true,
                java.util.stream.Stream.concat(held.stream(), java.util.stream.Stream.of(new Held("stranger", null)))
                        .toList()));

        await().atMost(LIMIT).untilAsserted(() -> {
            var found = service.published(Topics.PROVINCE_DIFFERENCES, Sample.REGION, Reconciliation.Differences.class);
            assertThat(found).isNotEmpty();
            assertThat(found.getLast().differences()).contains(
                    new Difference(Kind.MISSING_AT_PROVINCE, missing, sample.no()),
                    new Difference(Kind.UNKNOWN_HERE, "stranger", null));
        });
        await().atMost(LIMIT).untilAsserted(() -> {
            var again = rows().stream().filter(r -> r.rowGuid().equals(missing)).toList();
            assertThat(again).hasSizeGreaterThan(1);
            assertThat(again).extracting(RowDigest::of).containsOnly(RowDigest.of(again.getFirst()));
        });
        assertThat(get("/api/province/reconciliations?region=410721&day=" + day, "OPERATOR")).contains("stranger");
    }

    @Test
    void shouldKeepWhatTheProvinceRejectsUntilItIsSentAgain() {
        var guid = settle().stream().filter(r -> r.table() == Table.ACCEPT).findFirst().orElseThrow().rowGuid();
        tell(Topics.PROVINCE_RECORD_ANSWERS, "{not json");
        tell(Topics.PROVINCE_RECORD_ANSWERS, new RecordAnswer(sample.no() + "/4",
                List.of(new RecordAnswer.Rejected(guid, "task_code 不存在"))));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                get("/api/province/rejections?region=410721", "OPERATOR")).contains(guid).contains("task_code 不存在"));
        http.post().uri("/api/province/rejections/resend").header("Lianban-Role", "OPERATOR")
                .header("Content-Type", "application/json").bodyValue("{\"rowGuids\":[\"" + guid + "\",\"none\"]}")
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.resent").isEqualTo(1);
        await().atMost(LIMIT).untilAsserted(
                () -> assertThat(rows().stream().filter(r -> r.rowGuid().equals(guid))).hasSizeGreaterThan(1));
        assertThat(get("/api/province/rejections?region=410721", "OPERATOR")).doesNotContain(guid);
        assertThat(get("/api/operations/quarantine", "OPERATOR")).contains("Cannot be read");
        http.get().uri("/api/province/rejections?region=410721").header("Lianban-Role", "APPLICANT").exchange()
                .expectStatus().isForbidden();
    }
}
