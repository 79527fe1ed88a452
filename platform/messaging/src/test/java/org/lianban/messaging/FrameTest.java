package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FrameTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final EventTypes TYPES = EventTypes.builder().sealed("test", TestEvent.class).build();
    private static final String HARD = "新乡县“一件事”\u0000\u001e\u001f\n\t\"\\{}=𠮷🏠�é ";

    @Test
    void shouldReadBackWhateverWasAppended() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Outgoing> events = new ArrayList<>();
            StringBuilder frame = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                Outgoing event = anyEvent(random);
                events.add(event);
                Frame.append(frame, event, TYPES, JSON);
            }
            List<ProducerRecord<String, byte[]>> records = Frame.read(frame.toString());
            assertThat(records).as("seed %d round %d", seed, round).hasSameSizeAs(events);
            for (int i = 0; i < events.size(); i++) {
                same(events.get(i), records.get(i), "seed " + seed + " round " + round + " event " + i);
            }
        }
    }

    private static Outgoing anyEvent(Random random) {
        return new Outgoing("topic-" + random.nextInt(3), "案件" + random.nextInt(9), "案件-" + random.nextInt(99),
                1 + random.nextInt(1_000_000), Rig.NOON.plusNanos(random.nextLong(1_000_000_000_000L)),
                random.nextBoolean() ? null : "WINDOW_CLERK:w1 for 张三",
                random.nextBoolean() ? null : "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                new TestEvent.Noted(text(random)));
    }

    private static String text(Random random) {
        int[] characters = HARD.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    private static void same(Outgoing event, ProducerRecord<String, byte[]> record, String where) {
        assertThat(record.topic()).as(where).isEqualTo(event.topic());
        assertThat(record.key()).as(where).isEqualTo(event.key());
        assertThat(JSON.readValue(record.value(), TestEvent.Noted.class)).as(where).isEqualTo(event.data());
        assertThat(header(record, CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(header(record, CloudEventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(header(record, CloudEventHeaders.TYPE)).isEqualTo("org.lianban.test.Noted.v1");
        assertThat(header(record, CloudEventHeaders.SOURCE)).isEqualTo("/lianban/test");
        assertThat(header(record, CloudEventHeaders.SUBJECT)).as(where).isEqualTo(event.subject());
        assertThat(header(record, CloudEventHeaders.ID)).as(where)
                .isEqualTo("test/" + event.subject() + "/" + event.sequence());
        assertThat(header(record, CloudEventHeaders.SEQUENCE)).as(where).isEqualTo(Long.toString(event.sequence()));
        assertThat(header(record, CloudEventHeaders.TIME)).as(where).isEqualTo(event.time().toString());
        assertThat(header(record, CloudEventHeaders.ACTOR)).as(where).isEqualTo(event.actor());
        assertThat(header(record, CloudEventHeaders.TRACE_PARENT)).as(where).isEqualTo(event.traceparent());
    }

    private static @Nullable String header(ProducerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001e", "\u001f", "a\nb"})
    void shouldRefuseControlCharactersInIdentifiersWithoutRepeatingThem(String bad) {
        for (Outgoing event : List.of(new Outgoing("t", bad, "s", 1, Rig.NOON, null, null, new TestEvent.Noted("")),
                new Outgoing("t", "k", bad, 1, Rig.NOON, null, null, new TestEvent.Noted("")),
                new Outgoing("t", "k", "s", 1, Rig.NOON, bad, null, new TestEvent.Noted("")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Frame.append(new StringBuilder(), event, TYPES, JSON))
                    .withMessageContaining("Control character").withMessageNotContaining(bad);
        }
    }

    @Test
    void shouldRefuseAFrameThatWasCutOff() {
        StringBuilder frame = new StringBuilder();
        Frame.append(frame, Rig.noted("t", "k", 1), TYPES, JSON);
        frame.setLength(frame.length() - 1);
        assertThatIllegalStateException().isThrownBy(() -> Frame.read(frame.toString()));
    }

    @Test
    void shouldLetAnOutsidersRecordBePublishedAgainWhateverItsHeadersHold() {
        RawRecord raw = new RawRecord("t", 0, 7, "k\u001f1", Map.of(CloudEventHeaders.ID, "a\u001eb", "other", "x"),
                "not\u001ejson".getBytes(StandardCharsets.UTF_8));
        List<ProducerRecord<String, byte[]>> records = Frame.read(Frame.of(raw));
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().key()).isEqualTo("k\uFFFD1");
        assertThat(header(records.getFirst(), CloudEventHeaders.ID)).isEqualTo("a\uFFFDb");
        assertThat(records.getFirst().value()).asString(StandardCharsets.UTF_8).isEqualTo("not json");
    }

    @Test
    void shouldKeepARecordWithoutKeyWithoutKey() {
        RawRecord raw = new RawRecord("t", 0, 7, null, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(Frame.read(Frame.of(raw)).getFirst().key()).isNull();
    }
}
