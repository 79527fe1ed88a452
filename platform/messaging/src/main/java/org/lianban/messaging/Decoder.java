package org.lianban.messaging;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record of ours: headers, then the value as the record its type names. */
final class Decoder {
    private final EventTypes types;
    private final JsonMapper json;

    Decoder(EventTypes types, JsonMapper json) {
        this.types = types;
        this.json = json;
    }

    /**
     * @return empty for a type this service does not know, which is none of its business
     * @throws Refused for a record that is not what its headers say
     */
    Optional<Incoming<?>> decode(RawRecord raw) {
        String name = required(raw, CloudEventHeaders.TYPE);
        Optional<EventTypes.Type> type = types.byName(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String source = type.get().source();
        String subject = required(raw, CloudEventHeaders.SUBJECT);
        try {
            String sequence = raw.header(CloudEventHeaders.SEQUENCE);
            Object data = json.readValue(raw.value(), type.get().carrier());
            if (data == null) {
                throw new Refused("Expected a " + name + ", but it is null");
            }
            return Optional.of(new Incoming<>(required(raw, CloudEventHeaders.ID), name, source, subject,
                    sequence == null ? 0 : Long.parseLong(sequence),
                    Instant.parse(required(raw, CloudEventHeaders.TIME)),
                    key(raw, subject), raw.header(CloudEventHeaders.ACTOR), raw.header(CloudEventHeaders.TRACE_PARENT),
                    data));
        } catch (JacksonException | NumberFormatException | DateTimeParseException unreadable) {
            throw new Refused("Expected a " + name + ", but " + Failures.reason(unreadable));
        }
    }

    private static String key(RawRecord raw, String subject) {
        @Nullable
        String key = raw.key();
        return key == null ? subject : key;
    }

    private static String required(RawRecord raw, String header) {
        String value = raw.header(header);
        if (value == null || value.isEmpty()) {
            throw new Refused("Expected the header " + header + ", but it is missing");
        }
        return value;
    }
}
