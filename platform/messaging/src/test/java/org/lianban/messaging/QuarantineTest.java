package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class QuarantineTest {
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = new Rig();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void clean() {
        rig.sql("truncate quarantine, outbox");
    }

    private static void put(long offset, String value, Map<String, String> headers) {
        rig.quarantine.put(new RawRecord("in", 2, offset, "案件1", headers, value.getBytes(StandardCharsets.UTF_8)),
                "because " + offset);
    }

    private static List<Quarantine.Entry> open(long after, int limit) {
        return rig.quarantine.list(true, after, limit).block();
    }

    @Test
    void shouldListOpenEntriesPageByPage() {
        for (int n = 0; n < 5; n++) {
            put(n, "x".repeat(5_000), Map.of());
        }
        put(3, "the same record again", Map.of());
        List<Quarantine.Entry> first = open(0, 3);
        assertThat(first).extracting(Quarantine.Entry::offset).containsExactly(0L, 1L, 2L);
        assertThat(first.getFirst().reason()).isEqualTo("because 0");
        assertThat(first.getFirst().text()).hasSize(4_000);
        assertThat(first.getFirst().closedAt()).isNull();
        assertThat(open(first.getLast().id(), 3)).extracting(Quarantine.Entry::offset).containsExactly(3L, 4L);
        assertThat(rig.quarantine.list(true, 0, 100).block()).hasSize(5);
    }

    @Test
    void shouldNotCutACharacterOfAReasonInHalf() {
        String reason = Failures.reason(new IllegalStateException("a" + "𠮷".repeat(600)));
        rig.quarantine.put(new RawRecord("in", 2, 1, "案件1", Map.of(), new byte[0]), reason);

        assertThat(reason.codePointCount(0, reason.length())).isEqualTo(500);
        assertThat(open(0, 1)).extracting(Quarantine.Entry::reason).containsExactly(reason);
    }

    @Test
    void shouldPutARecordBackThroughTheOutboxWithItsHeaders() {
        put(1, "{\"text\":\"甲=乙\"}", Map.of(CloudEventHeaders.ID, "test/a/1", CloudEventHeaders.TYPE,
                "org.lianban.test.Noted.v1", CloudEventHeaders.ACTOR, "CLERK:a=b"));
        long id = open(0, 1).getFirst().id();
        assertThat(rig.quarantine.replay(id, "OPERATOR:o1").block()).isTrue();
        ProducerRecord<String, byte[]> record = Frame.read(rig.column("select frame from outbox").getFirst())
                .getFirst();
        assertThat(record.topic()).isEqualTo("in");
        assertThat(record.key()).isEqualTo("案件1");
        assertThat(record.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"text\":\"甲=乙\"}");
        assertThat(record.headers().lastHeader(CloudEventHeaders.ACTOR).value()).asString(StandardCharsets.UTF_8)
                .isEqualTo("CLERK:a=b");
        assertThat(rig.column("select shard from outbox"))
                .containsExactly(Short.toString(PostgresOutbox.shard("案件1")));
        assertThat(rig.quarantine.list(false, 0, 10).block()).singleElement()
                .satisfies(e -> assertThat(e.closedBy()).isEqualTo("OPERATOR:o1"));
        assertThat(open(0, 10)).isEmpty();
    }

    @Test
    void shouldPutARecordBackOnceHoweverManyAskAtOnce() {
        put(1, "{}", Map.of("strange\u001f", "a\u0000"));
        long id = open(0, 1).getFirst().id();
        List<Boolean> answers = Flux.range(0, 8).flatMap(n -> rig.quarantine.replay(id, "o" + n), 8).collectList()
                .block();
        assertThat(answers).containsOnlyOnce(true).hasSize(8);
        assertThat(rig.count("outbox")).isEqualTo(1);
        assertThat(rig.quarantine.replay(id + 1_000, "o").block()).isFalse();
    }
}
