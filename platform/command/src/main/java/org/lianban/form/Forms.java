package org.lianban.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.form.Form.Faulty;
import org.lianban.form.Form.Whole;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Binds JSON to records. Reads a form in one pass and tells all that is wrong with it. */
public final class Forms {
    /** A member twice would silently lose one; decimals stay exact; what follows the value is no part of it. */
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Forms() {}

    /** Whether requests of this type are read here: a record with {@link OwnRules} or at least one {@link Field}. */
    public static boolean binds(Class<?> type) {
        return type.isRecord() && (Shape.marked(type) || ownRules(type));
    }

    public static boolean ownRules(Class<?> type) {
        return type.isAnnotationPresent(OwnRules.class);
    }

    /** The tree of a body, or the one fault that there is no tree. */
    public static Form<JsonNode> tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null || tree.isMissingNode()
                    ? new Faulty<>(List.of(FaultCode.MISSING.at("", "请求内容")))
                    : new Whole<>(tree);
        } catch (JacksonException unreadable) {
            return new Faulty<>(List.of(FaultCode.NOT_JSON.at("", place(unreadable.getLocation()))));
        }
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : "（第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列）";
    }

    /** @param type a record */
    public static <T> Form<T> read(JsonNode tree, Class<T> type) {
        return read(tree, type, "");
    }

    /** @param at pointer of the tree in what was sent, before every pointer of a fault */
    public static <T> Form<T> read(JsonNode tree, Class<T> type, String at) {
        return read(tree, type, at, false);
    }

    /** As if the type had {@link OwnRules}, for one that cannot say so itself. */
    public static <T> Form<T> document(JsonNode tree, Class<T> type, String at) {
        return read(tree, type, at, true);
    }

    private static <T> Form<T> read(JsonNode tree, Class<T> type, String at, boolean ownRules) {
        Faults faults = new Faults();
        Object value = new Reader(faults, ownRules).record(tree, Shape.of(type), at, "");
        return value == null || !faults.none() ? new Faulty<>(faults.list()) : new Whole<>(type.cast(value));
    }

    /** Whether the fault is that there is no form at all, rather than something in it. */
    public static boolean unreadable(List<Fault> faults) {
        return faults.size() == 1 && faults.getFirst().pointer().isEmpty()
                && List.of(FaultCode.NOT_JSON.name(), FaultCode.WRONG_TYPE.name(), FaultCode.MISSING.name())
                        .contains(faults.getFirst().code());
    }
}
