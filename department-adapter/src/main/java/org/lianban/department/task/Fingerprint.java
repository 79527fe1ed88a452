package org.lianban.department.task;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;
import org.lianban.security.Digests;

/** Twelve characters that tell whether two replies say the same. Fields that are absent do not count. */
final class Fingerprint {
    private static final int LENGTH = 12;
    /** Named apart, or what the fingerprint is of. */
    private static final Set<String> APART = Set.of("replyId", "taskId", "type");
    private static final List<RecordComponent> REPLY = Arrays.stream(Reply.class.getRecordComponents())
            .filter(component -> !APART.contains(component.getName())).toList();
    private static final List<RecordComponent> DETAILS = List.of(Reply.Details.class.getRecordComponents());

    private Fingerprint() {}

    static String of(Reply reply) {
        StringBuilder text = new StringBuilder(128).append(reply.type());
        append(text, reply, REPLY);
        return Digests.sha256Base64Url(text.toString()).substring(0, LENGTH);
    }

    /** In the order of the components: what was remembered is compared with what is said later. */
    private static void append(StringBuilder text, Record record, List<RecordComponent> components) {
        components.forEach(component -> append(text, component.getName(), value(record, component)));
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value instanceof Reply.Details details) {
            append(text, details, DETAILS);
        } else if (value != null) {
            text.append('\u001f').append(name).append('=').append(value);
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
