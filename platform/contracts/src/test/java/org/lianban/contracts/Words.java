package org.lianban.contracts;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What reflection cannot see: descriptions and limits of records and their components, from {@code words.yaml}. */
final class Words {
    private static final String COMMON = "common";

    private final JsonNode all;
    private final Set<String> unused = new TreeSet<>();

    Words() {
        all = YAMLMapper.shared().readTree(Words.class.getResourceAsStream("/words.yaml"));
        all.propertyNames()
                .forEach(type -> all.get(type).propertyNames().forEach(word -> unused.add(type + "." + word)));
    }

    String about(String record) {
        return find(record, "about").stringValue();
    }

    String value(String enumeration, String constant) {
        JsonNode word = find(enumeration, constant);
        return word.isNull() ? constant : constant + " " + word.stringValue();
    }

    /** Schema keywords of one component, description among them; {@code each} holds those of a list's elements. */
    ObjectNode component(String record, String name) {
        JsonNode own = all.path(record).path(name);
        JsonNode word = own.isMissingNode() ? find(COMMON, name, record + "." + name) : find(record, name);
        return word.isObject()
                ? ((ObjectNode) word).deepCopy()
                : JsonNodeFactory.instance.objectNode().put("description", word.stringValue());
    }

    /** Entries nobody asked for: left over from something that is gone. */
    Set<String> unused() {
        return unused;
    }

    private JsonNode find(String type, String word) {
        return find(type, word, null);
    }

    private JsonNode find(String type, String word, @Nullable String wanted) {
        JsonNode found = all.path(type).path(word);
        if (found.isMissingNode()) {
            throw new IllegalStateException("No words for " + (wanted == null ? type + "." + word : wanted)
                    + ": say in src/test/resources/words.yaml what it means, with its limits");
        }
        unused.remove(type + "." + word);
        return found;
    }
}
