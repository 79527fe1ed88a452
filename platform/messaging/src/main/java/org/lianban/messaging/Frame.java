package org.lianban.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How several messages lie in one outbox row: as text that an operator can read. Messages end with the record
 * separator, fields are parted by the unit separator; neither occurs in JSON text, which escapes control characters,
 * and identifiers with them are refused.
 */
final class Frame {
    private static final char UNIT = '\u001f';
    private static final char RECORD = '\u001e';
    /** Between topic and key, and the value. */
    private static final List<String> HEADERS = List.of(CloudEventHeaders.ID, CloudEventHeaders.TYPE,
            CloudEventHeaders.SOURCE, CloudEventHeaders.SUBJECT, CloudEventHeaders.TIME, CloudEventHeaders.SEQUENCE,
            CloudEventHeaders.ACTOR, CloudEventHeaders.TRACE_PARENT);
    private static final int FIELDS = HEADERS.size() + 3;
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f]");

    private Frame() {}

    static void append(StringBuilder frame, Outgoing event, EventTypes types, JsonMapper json) {
        EventTypes.Type type = types.of(event.data());
        String source = CloudEventHeaders.SOURCE_PREFIX + type.source();
        field(frame, event.topic());
        field(frame, event.key());
        field(frame, type.source() + "/" + event.subject() + "/" + event.sequence());
        field(frame, type.name());
        field(frame, source);
        field(frame, event.subject());
        field(frame, event.time().toString());
        field(frame, event.sequence() <= 0 ? "" : Long.toString(event.sequence()));
        field(frame, event.actor());
        field(frame, event.traceparent());
        frame.append(json.writeValueAsString(event.data())).append(RECORD);
    }

    /**
     * A record that is published again as it was, but for control characters outside of JSON text; CloudEvents headers
     * are kept, others are not.
     */
    static String of(RawRecord record) {
        StringBuilder frame = new StringBuilder();
        field(frame, record.topic());
        field(frame, clean(record.key()));
        for (String name : HEADERS) {
            field(frame, clean(record.header(name)));
        }
        return frame.append(record.text().replace(RECORD, ' ').replace(UNIT, ' ')).append(RECORD).toString();
    }

    /** Text of an outsider with its control characters replaced, so that it can lie in a frame or a text column. */
    static @Nullable String clean(@Nullable String text) {
        return text == null ? null : CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    private static void field(StringBuilder frame, @Nullable String text) {
        if (text != null) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < ' ') {
                    throw new IllegalArgumentException(
                            "Control character in an event header: " + text.length() + " characters");
                }
            }
            frame.append(text);
        }
        frame.append(UNIT);
    }

    static List<ProducerRecord<String, byte[]>> read(String frame) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        int at = 0;
        while (at < frame.length()) {
            int end = frame.indexOf(RECORD, at);
            if (end < 0) {
                throw new IllegalStateException("An outbox frame ends without its separator");
            }
            records.add(record(frame, at, end));
            at = end + 1;
        }
        return records;
    }

    private static ProducerRecord<String, byte[]> record(String frame, int from, int to) {
        String[] fields = new String[FIELDS];
        int at = from;
        for (int i = 0; i < FIELDS - 1; i++) {
            int end = frame.indexOf(UNIT, at);
            fields[i] = frame.substring(at, end);
            at = end + 1;
        }
        fields[FIELDS - 1] = frame.substring(at, to);
        RecordHeaders headers = new RecordHeaders();
        header(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        for (int i = 0; i < HEADERS.size(); i++) {
            header(headers, HEADERS.get(i), fields[i + 2]);
        }
        header(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        return new ProducerRecord<>(fields[0], null, fields[1].isEmpty() ? null : fields[1],
                fields[FIELDS - 1].getBytes(StandardCharsets.UTF_8), headers);
    }

    private static void header(RecordHeaders headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
