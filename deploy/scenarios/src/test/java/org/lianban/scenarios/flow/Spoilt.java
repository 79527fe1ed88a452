package org.lianban.scenarios.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What people and machines have sent elsewhere and regretted, and where it can be put. */
final class Spoilt {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEPTH = 4;
    private static final String HALF = "\\ud842";
    static final List<String> IN_ADDRESSES = List.of("%00", "%07", "%ED%A1%82", "%E2%80%AE", "%E2%80%8B%20",
            "%25", "%zz", "'%22%3B--", "x".repeat(3_000), "9".repeat(99), "-1", "1E999999999", "%EF%BC%91%EF%BC%92",
            "+12026-01-01", "2026-02-30", "%F0%A0%AE%B7", "..%2F", "");
    static final List<String> IN_HEADERS = List.of("\u0000", "\u0001", "\u00ff", "\u00e2\u0080\u00ae", "\t",
            "x".repeat(2_000), "9".repeat(99), "");
    /** As they stand in JSON. */
    private static final List<String> IN_JSON = List.of("\"\\u0000\"", "\"甲" + HALF + "\"", "\"\\u202e甲\"",
            "\"\\u200b\"", "\"" + "字".repeat(20_000) + "\"", "\"'; --\"", "1E+999999999", "-1E-999999999",
            "9".repeat(99), "-1", "1.5", "true", "[]", "{}", "[null]", "null", "\"\"", "\"+12026-01-01\"",
            "\"+999999999-12-31T23:59:59+18:00\"", "\"１２\"", "\"9999-12-31\"");
    /** As they stand in a cell or behind the colon of a YAML. */
    private static final List<String> IN_TEXT = List.of("甲\u0000", "\"\\0\"", "\"甲\\ud842\"", "\u202e甲", "\u200b",
            "字".repeat(20_000), "'; --", "1E+999999999", "9".repeat(99), "-1", "1.5", "１２", "١٢", "+12026-01-01", "off",
            "[", "&a", "*a", "=1+1", "~");

    private Spoilt() {}

    /** Who is given each of them. */
    interface Each {
        /** @param place a pointer, a column, a line */
        void accept(String place, String value, String changed);
    }

    /** Every member of a document, and everything that is put there. */
    static void json(JsonNode whole, Each each) {
        places(whole, "", DEPTH, (pointer, value) -> each.accept(pointer, value, changed(whole, pointer, value)));
    }

    /** Every cell of a table that holds something, once per sheet and column. */
    static void csv(String table, Each each) {
        List<String> lines = table.lines().toList();
        String[] columns = lines.getFirst().split(",", -1);
        List<String> tried = new ArrayList<>();
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int at = 1; at < cells.length && cells.length == columns.length; at++) {
                String place = cells[0] + "." + columns[at];
                if (!cells[at].isEmpty() && !tried.contains(place)) {
                    tried.add(place);
                    for (String value : IN_TEXT) {
                        String[] changed = cells.clone();
                        changed[at] = "\"" + value.replace("\"", "\"\"") + "\"";
                        each.accept(place, value, with(lines, row, String.join(",", changed)));
                    }
                }
            }
        }
    }

    /** Every scalar of a YAML, once per key. */
    static void yaml(String document, Each each) {
        List<String> lines = document.lines().toList();
        List<String> tried = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row);
            int colon = line.indexOf(": ");
            String place = colon < 0 ? line.strip().startsWith("- ") ? "item" : "" : line.substring(0, colon).strip();
            if (!place.isEmpty() && !tried.contains(place)) {
                tried.add(place);
                String head = colon < 0 ? line.substring(0, line.indexOf("- ") + 2) : line.substring(0, colon + 2);
                for (String value : IN_TEXT) {
                    each.accept(place, value, with(lines, row, head + value));
                }
            }
        }
    }

    private static String with(List<String> lines, int row, String changed) {
        List<String> all = new ArrayList<>(lines);
        all.set(row, changed);
        return String.join("\n", all) + "\n";
    }

    /** Every member of the example, and everything that is put there. */
    private static void places(JsonNode node, String at, int depth, BiConsumer<String, String> each) {
        if (!at.isEmpty()) {
            IN_JSON.forEach(value -> each.accept(at, value));
        }
        if (depth == 0) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(p -> places(p.getValue(), at + "/" + p.getKey().replace("~", "~0")
                    .replace("/", "~1"), depth - 1, each));
        } else if (node.isArray() && node.size() > 0) {
            places(node.get(0), at + "/0", depth - 1, each);
        }
    }

    private static String changed(JsonNode whole, String pointer, String value) {
        JsonNode copy = whole.deepCopy();
        JsonNode holder = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        String mark = "here it goes";
        if (holder instanceof ObjectNode object) {
            object.put(last, mark);
        } else if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), new StringNode(mark));
        }
        return JSON.writeValueAsString(copy).replace("\"" + mark + "\"", value);
    }
}
