package org.lianban.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** W3C trace context: taken over where a caller sent one, handed on with every event. */
public final class TraceParent {
    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** Null where there is none or it is not well-formed, as the standard demands. */
    public static @Nullable String of(HttpHeaders headers) {
        return of(headers.getFirst("traceparent"));
    }

    /** As {@link #of(HttpHeaders)}, of one that came another way. */
    public static @Nullable String of(@Nullable String value) {
        return value != null && FORM.matcher(value).matches() ? value : null;
    }
}
