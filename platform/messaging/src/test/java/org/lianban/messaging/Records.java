package org.lianban.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Batches as Spring hands them over; offsets count up from 0. */
final class Records {
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<@Nullable Object> keys = new ArrayList<>();
    private final List<Map<String, Object>> headers = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private long next;

    Records noted(String subject, long sequence, String word) {
        return raw(subject, "{\"text\":\"" + word + "\"}", Map.of(CloudEventHeaders.ID,
                "test/" + subject + "/" + sequence, CloudEventHeaders.TYPE, "org.lianban.test.Noted.v1",
                CloudEventHeaders.SUBJECT, subject, CloudEventHeaders.SEQUENCE, Long.toString(sequence),
                CloudEventHeaders.TIME, Rig.NOON.toString(), CloudEventHeaders.ACTOR, "CLERK:张"));
    }

    Records raw(@Nullable String key, @Nullable String value, Map<String, String> texts) {
        values.add(value == null ? new Object() : value.getBytes(StandardCharsets.UTF_8));
        keys.add(key);
        Map<String, Object> bytes = new HashMap<>();
        texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        headers.add(bytes);
        offsets.add(next++);
        return this;
    }

    @SuppressWarnings("unchecked") // a tombstone is in the list as something else, as Spring has it
    Message<List<byte[]>> message() {
        int n = values.size();
        return (Message<List<byte[]>>) (Message<?>) MessageBuilder.withPayload((Object) List.copyOf(values))
                .setHeader("kafka_receivedTopic", java.util.Collections.nCopies(n, "in"))
                .setHeader("kafka_receivedPartitionId", java.util.Collections.nCopies(n, 0))
                .setHeader("kafka_offset", List.copyOf(offsets))
                .setHeader("kafka_receivedMessageKey", new ArrayList<>(keys))
                .setHeader("kafka_batchConvertedHeaders", List.copyOf(headers)).build();
    }
}
