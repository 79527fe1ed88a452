package org.lianban.result.bundle.store;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lianban.result.bundle.Spoken;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * 已发声 as one text: {@code PROMISE STATUTORY! ~} for a promise that was warned of, a statutory limit that was breached,
 * and an acceptance that was deemed. Until timers were kept by their codes it was a number with a bit for each.
 */
final class SpokenCodec {
    private static final char BREACHED = '!';
    private static final String DEEMED = "~";
    /** The timers in the order of their bits; there will never be another here. */
    private static final List<String> OF_BITS = List.of("INTAKE", "STATUTORY_NOTICE", "ACCEPTANCE", "PROMISE",
            "STATUTORY",
            "SPECIAL_PROCEDURE", "CORRECTION", "TOLERANCE", "PRE_REVIEW", "IMMEDIATE_DECISION", "RESULT_FILING",
            "SAME_DAY_DELIVERY", "RATING", "SUPERVISION", "PROGRESS", "CERTIFICATE_EXPIRY");
    private static final int GROUP = 8;
    private static final int DEEMED_BIT = 16;

    private SpokenCodec() {}

    static SimpleModule module() {
        return new SimpleModule().addSerializer(new Writer()).addDeserializer(Spoken.class, new Reader());
    }

    static String write(Spoken spoken) {
        var text = spoken.words().entrySet().stream()
                .map(e -> e.getValue() == Spoken.Word.BREACHED ? e.getKey() + BREACHED : e.getKey())
                .collect(Collectors.joining(" "));
        return spoken.deemed() ? (text + " " + DEEMED).strip() : text;
    }

    static Spoken read(String text) {
        var words = new TreeMap<String, Spoken.Word>();
        var deemed = false;
        for (String word : text.split(" ")) {
            if (word.equals(DEEMED)) {
                deemed = true;
            } else if (word.indexOf(BREACHED) > 0) {
                words.put(word.substring(0, word.length() - 1), Spoken.Word.BREACHED);
            } else if (!word.isEmpty()) {
                words.put(word, Spoken.Word.WARNED);
            }
        }
        return new Spoken(words, deemed);
    }

    /** Eight timers warned, the same eight breached, deemed, the other eight warned, and those breached. */
    static Spoken ofBits(long bits) {
        var words = new TreeMap<String, Spoken.Word>();
        for (int n = 0; n < OF_BITS.size(); n++) {
            int warned = n < GROUP ? n : DEEMED_BIT + 1 + n - GROUP;
            if ((bits >>> warned + GROUP & 1) == 1) {
                words.put(OF_BITS.get(n), Spoken.Word.BREACHED);
            } else if ((bits >>> warned & 1) == 1) {
                words.put(OF_BITS.get(n), Spoken.Word.WARNED);
            }
        }
        return new Spoken(words, (bits >>> DEEMED_BIT & 1) == 1);
    }

    private static final class Writer extends StdSerializer<Spoken> {
        Writer() {
            super(Spoken.class);
        }

        @Override
        public void serialize(Spoken spoken, JsonGenerator json, SerializationContext context) {
            json.writeString(write(spoken));
        }
    }

    private static final class Reader extends StdDeserializer<Spoken> {
        Reader() {
            super(Spoken.class);
        }

        @Override
        public Spoken deserialize(JsonParser json, DeserializationContext context) {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? ofBits(json.getLongValue())
                    : read(json.getString());
        }
    }
}
