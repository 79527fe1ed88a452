package org.lianban.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kafka record as it came, for doors where outsiders write: nothing about it has been checked. */
public record RawRecord(String topic, int partition, long offset, @Nullable String key, Map<String, String> headers,
        byte[] value) {

    /** The value as text; invalid UTF-8 becomes replacement characters. */
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
