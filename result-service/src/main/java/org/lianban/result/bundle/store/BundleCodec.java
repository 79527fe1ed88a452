package org.lianban.result.bundle.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Entry;
import org.lianban.result.bundle.change.RecordedEvent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A bundle and its history as compact text: instants are milliseconds, what is absent is not written. */
public final class BundleCodec {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {
    };

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_DEFAULT)
                    .withContentInclusion(JsonInclude.Include.NON_NULL))
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private final JsonMapper keeping = LeastData.keeping();

    /** As {@link org.lianban.result.bundle.journal.JournalRow#facts} describes. */
    public String facts(List<RecordedEvent> heard) {
        return keeping.writeValueAsString(heard.stream().map(BundleCodec::fact).toList());
    }

    private static List<@Nullable Object> fact(RecordedEvent h) {
        return Arrays.asList(h.source(), h.sequence(), h.event().getClass().getSimpleName(), h.time().toEpochMilli(),
                h.actor(), h.event());
    }

    public String write(Bundle bundle) {
        return json.writeValueAsString(bundle);
    }

    public Bundle read(String text) {
        return json.readValue(text, Bundle.class);
    }

    public String write(List<Entry> entries) {
        return json.writeValueAsString(entries);
    }

    public List<Entry> entries(String text) {
        return json.readValue(text, ENTRIES);
    }
}
