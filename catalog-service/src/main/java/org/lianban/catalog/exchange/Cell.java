package org.lianban.catalog.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How a value stands in a cell.
 *
 * @param expected what a person should write
 * @param writing of a value that is there
 * @param reading of a text that is not empty; null where it cannot be read as this
 */
record Cell(String expected, Function<JsonNode, String> writing, Function<String, @Nullable JsonNode> reading) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,5})(工作日|服务分钟)");

    static final Cell TEXT = new Cell("文字", JsonNode::asString, JSON::stringNode);
    /** One element a line. */
    static final Cell LIST = new Cell("每行一个",
            value -> String.join("\n", value.valueStream().map(JsonNode::asString).toList()), Cell::lines);
    static final Cell NUMBER = new Cell("整数", JsonNode::asString,
            text -> text.strip().matches("[0-9]{1,15}") ? JSON.numberNode(Long.parseLong(text.strip())) : null);
    static final Cell FLAG = new Cell("是或者否", value -> value.asBoolean() ? "是" : "否", text -> switch (text.strip()) {
        case "是", "true" -> JSON.booleanNode(true);
        case "否", "false" -> JSON.booleanNode(false);
        default -> null;
    });
    static final Cell TERM = new Cell("如“5工作日”或“120服务分钟”", Cell::period, Cell::term);

    static <E extends Enum<E>> Cell oneOf(Class<E> values) {
        List<String> names = Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        return new Cell(String.join("、", names) + "之一", JsonNode::asString,
                text -> names.contains(text.strip()) ? JSON.stringNode(text.strip()) : null);
    }

    String write(JsonNode value) {
        return writing.apply(value);
    }

    @Nullable
    JsonNode read(String text) {
        return reading.apply(text);
    }

    private static JsonNode lines(String text) {
        ArrayNode list = JSON.arrayNode();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
        return list;
    }

    private static String period(JsonNode value) {
        boolean days = Term.Unit.WORKING_DAYS.name().equals(value.path("unit").asString());
        return value.path("amount").asString() + (days ? "工作日" : "服务分钟");
    }

    private static @Nullable JsonNode term(String text) {
        Matcher matcher = PERIOD.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 10_000) {
            return null;
        }
        Term.Unit unit = matcher.group(2).equals("工作日") ? Term.Unit.WORKING_DAYS : Term.Unit.SERVICE_MINUTES;
        return JSON.objectNode().put("amount", Integer.parseInt(matcher.group(1))).put("unit", unit.name());
    }
}
