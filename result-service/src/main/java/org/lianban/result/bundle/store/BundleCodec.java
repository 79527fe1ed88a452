package org.lianban.result.bundle.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Course;
import org.lianban.result.bundle.Entry;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.Outlet;
import org.lianban.result.bundle.Spoken;
import org.lianban.result.bundle.change.CaseChange;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** A bundle and its history as compact text: instants are milliseconds, what is absent is not written. */
public final class BundleCodec {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {
    };

    /** What most cases and items are, which is not written. */
    private static final Set<Object> NOTHING = Set.of(Item.Handling.NONE, Item.Gate.OPEN, Item.Marks.NONE, Course.NONE,
            Item.Handout.NONE, Bundle.IntakeMore.NONE, Bundle.Intake.NONE, Bundle.Published.NONE, Outlet.NONE,
            Spoken.NONE);

    private final JsonMapper json = JsonMapper.builder().propertyNamingStrategy(new ShortNames())
            .addModule(SpokenCodec.module().setSerializerModifier(new LeavingOut()))
            .changeDefaultVisibility(v -> v.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_DEFAULT)
                    .withContentInclusion(JsonInclude.Include.NON_NULL))
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private final JsonMapper keeping = LeastData.keeping();

    /** As {@link org.lianban.result.bundle.journal.Journal.Row#facts} describes. */
    public String facts(List<CaseChange.RecordedEvent> events) {
        return keeping.writeValueAsString(events.stream().map(BundleCodec::fact).toList());
    }

    private static List<@Nullable Object> fact(CaseChange.RecordedEvent h) {
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

    /** Writes no property that says nothing. */
    private static final class LeavingOut extends ValueSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier bean,
                List<BeanPropertyWriter> properties) {
            return properties.stream().<BeanPropertyWriter>map(Written::new).toList();
        }
    }

    private static final class Written extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;

        Written(BeanPropertyWriter property) {
            super(property);
        }

        @Override
        public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
                throws Exception {
            var value = get(bean);
            if (value == null || !NOTHING.contains(value)) {
                super.serializeAsProperty(bean, json, context);
            }
        }
    }
}
