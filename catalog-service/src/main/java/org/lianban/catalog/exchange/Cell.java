package org.lianban.catalog.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a value stands in a cell. */
sealed interface Cell {
    Cell TEXT = new Text();
    Cell LIST = new Lines();
    Cell NUMBER = new Number();
    Cell FLAG = new Flag();
    Cell TERM = new TermCell();

    static <E extends Enum<E>> Cell oneOf(Class<E> values) {
        return new OneOf(Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
    }

    /** @param value never absent */
    String write(JsonNode value);

    /**
     * @param text never empty
     * @return null where the text cannot be read as this
     */
    @Nullable
    JsonNode read(String text);

    /** What a person should write. */
    String expected();

    record Text() implements Cell {
        @Override
        public String write(JsonNode value) {
            return value.asString();
        }

        @Override
        public JsonNode read(String text) {
            return JsonNodeFactory.instance.stringNode(text);
        }

        @Override
        public String expected() {
            return "文字";
        }
    }

    /** One element a line. */
    record Lines() implements Cell {
        @Override
        public String write(JsonNode value) {
            return String.join("\n", value.valueStream().map(JsonNode::asString).toList());
        }

        @Override
        public JsonNode read(String text) {
            var list = JsonNodeFactory.instance.arrayNode();
            text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
            return list;
        }

        @Override
        public String expected() {
            return "每行一个";
        }
    }

    record Number() implements Cell {
        @Override
        public String write(JsonNode value) {
            return value.asString();
        }

        @Override
        public @Nullable JsonNode read(String text) {
            return text.strip().matches("[0-9]{1,15}")
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(text.strip()))
                    : null;
        }

        @Override
        public String expected() {
            return "整数";
        }
    }

    record Flag() implements Cell {
        @Override
        public String write(JsonNode value) {
            return value.asBoolean() ? "是" : "否";
        }

        @Override
        public @Nullable JsonNode read(String text) {
            return switch (text.strip()) {
                case "是", "true" -> JsonNodeFactory.instance.booleanNode(true);
                case "否", "false" -> JsonNodeFactory.instance.booleanNode(false);
                default -> null;
            };
        }

        @Override
        public String expected() {
            return "是或者否";
        }
    }

    record TermCell() implements Cell {
        private static final Pattern TERM = Pattern.compile("([0-9]{1,5})(工作日|服务分钟)");

        @Override
        public String write(JsonNode value) {
            boolean days = Term.Unit.WORKING_DAYS.name().equals(value.path("unit").asString());
            return value.path("amount").asString() + (days ? "工作日" : "服务分钟");
        }

        @Override
        public @Nullable JsonNode read(String text) {
            Matcher matcher = TERM.matcher(text.strip());
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 10_000) {
                return null;
            }
            ObjectNode term = JsonNodeFactory.instance.objectNode();
            Term.Unit unit = matcher.group(2).equals("工作日") ? Term.Unit.WORKING_DAYS : Term.Unit.SERVICE_MINUTES;
            return term.put("amount", Integer.parseInt(matcher.group(1))).put("unit", unit.name());
        }

        @Override
        public String expected() {
            return "如“5工作日”或“120服务分钟”";
        }
    }

    record OneOf(List<String> names) implements Cell {
        @Override
        public String write(JsonNode value) {
            return value.asString();
        }

        @Override
        public @Nullable JsonNode read(String text) {
            return names.contains(text.strip()) ? JsonNodeFactory.instance.stringNode(text.strip()) : null;
        }

        @Override
        public String expected() {
            return String.join("、", names) + "之一";
        }
    }
}
