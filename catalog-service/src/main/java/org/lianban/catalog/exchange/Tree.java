package org.lianban.catalog.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Contents as trees; what is absent is left out. */
final class Tree {
    static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY,
                    JsonInclude.Include.NON_NULL))
            .withConfigOverride(List.class,
                    list -> list.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .build();

    private Tree() {}

    static @Nullable JsonNode at(JsonNode node, String path) {
        JsonNode here = node;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            here = here.path(name);
        }
        return here.isMissingNode() || here.isNull() ? null : here;
    }

    /** Puts a value, making the objects on the way. */
    static void put(ObjectNode node, String path, JsonNode value) {
        int last = path.lastIndexOf('.');
        (last < 0 ? node : object(node, path.substring(0, last))).set(path.substring(last + 1), value);
    }

    /** The list at a path, made where it is missing. */
    static ArrayNode list(ObjectNode node, String path) {
        int last = path.lastIndexOf('.');
        ObjectNode holder = last < 0 ? node : object(node, path.substring(0, last));
        String name = path.substring(last + 1);
        return holder.get(name) instanceof ArrayNode there ? there : holder.putArray(name);
    }

    private static ObjectNode object(ObjectNode node, String path) {
        ObjectNode here = node;
        for (String name : path.split("\\.")) {
            here = here.get(name) instanceof ObjectNode there ? there : here.putObject(name);
        }
        return here;
    }
}
