package org.lianban.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.springframework.messaging.Message;

/**
 * The door for topics on which outsiders write: hands records over as they came. Bind it in batch mode with byte array
 * deserialization; header names are those of spring-kafka's batch messages.
 */
public final class RawBatchInbox implements Consumer<Message<List<byte[]>>> {
    private final BatchDoor<RawRecord> door;

    public RawBatchInbox(Database database, Quarantine quarantine, BatchHandler<RawRecord> handler) {
        this.door = new BatchDoor<>(database, handler, quarantine::put);
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        door.accept(records(batch));
    }

    static List<RawRecord> records(Message<List<byte[]>> batch) {
        List<byte[]> values = batch.getPayload();
        List<?> topics = list(batch, "kafka_receivedTopic");
        List<?> partitions = list(batch, "kafka_receivedPartitionId");
        List<?> offsets = list(batch, "kafka_offset");
        List<?> keys = list(batch, "kafka_receivedMessageKey");
        List<?> headers = list(batch, "kafka_batchConvertedHeaders");
        List<RawRecord> records = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            records.add(new RawRecord(String.valueOf(topics.get(i)), ((Number) partitions.get(i)).intValue(),
                    ((Number) offsets.get(i)).longValue(), i < keys.size() ? text(keys.get(i)) : null,
                    i < headers.size() ? texts((Map<?, ?>) headers.get(i)) : Map.of(), bytes(values.get(i))));
        }
        return records;
    }

    private static List<?> list(Message<?> batch, String header) {
        return batch.getHeaders().get(header) instanceof List<?> list ? list : List.of();
    }

    /** A tombstone arrives as something that is not a byte array. */
    private static byte[] bytes(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value.toString();
    }

    private static Map<String, String> texts(Map<?, ?> headers) {
        Map<String, String> texts = new HashMap<>();
        headers.forEach((name, value) -> {
            String text = text(value);
            if (text != null) {
                texts.put(String.valueOf(name), text);
            }
        });
        return texts;
    }
}
