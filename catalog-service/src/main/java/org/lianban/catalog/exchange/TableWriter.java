package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.catalog.listing.publication.Content;
import tools.jackson.databind.JsonNode;

/** Contents as sheets of texts. */
public final class TableWriter {
    private TableWriter() {}

    /** @return rows by title of the sheet, headings first; an empty cell is an empty text */
    public static Map<String, List<List<String>>> write(List<Content> contents) {
        List<JsonNode> trees = contents.stream().map(c -> (JsonNode) Tree.JSON.valueToTree(c)).toList();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        for (Sheet sheet : Sheets.ALL) {
            List<List<String>> rows = new ArrayList<>(List.of(sheet.headings()));
            trees.forEach(tree -> rows(sheet, tree, rows));
            tables.put(sheet.title(), rows);
        }
        return tables;
    }

    private static void rows(Sheet sheet, JsonNode tree, List<List<String>> rows) {
        String code = tree.path("code").asString();
        Sheet.Parent parent = sheet.parent();
        if (parent == null) {
            elements(tree, sheet.path()).forEach(e -> rows.add(row(sheet, List.of(code), e)));
            return;
        }
        for (JsonNode holder : tree.path(parent.list())) {
            String key = holder.path(parent.key()).asString();
            elements(holder, sheet.path()).forEach(e -> rows.add(row(sheet, List.of(code, key), e)));
        }
    }

    private static List<JsonNode> elements(JsonNode holder, String path) {
        JsonNode found = Tree.at(holder, path);
        if (found == null) {
            return List.of();
        }
        return path.isEmpty() ? List.of(found) : found.valueStream().toList();
    }

    private static List<String> row(Sheet sheet, List<String> keys, JsonNode element) {
        List<String> row = new ArrayList<>(keys);
        for (Sheet.Column column : sheet.columns()) {
            JsonNode value = Tree.at(element, column.path());
            row.add(value == null ? "" : column.cell().write(value));
        }
        return row;
    }

    /** All sheets in one table, for files that have but one: the first column names the sheet. */
    public static final class UnionTable {
        private static final String SHEET = "工作表";

        private UnionTable() {}

        /** @return headings first */
        public static List<List<String>> join(Map<String, List<List<String>>> tables) {
            Set<String> headings = new LinkedHashSet<>();
            tables.values().forEach(rows -> headings.addAll(rows.getFirst()));
            List<String> all = new ArrayList<>(List.of(SHEET));
            all.addAll(headings);
            List<List<String>> joined = new ArrayList<>(List.of(all));
            tables.forEach((title, rows) -> rows.stream().skip(1).forEach(row -> {
                List<String> own = rows.getFirst();
                List<String> line = new ArrayList<>(List.of(title));
                headings.forEach(h -> line.add(own.contains(h) ? row.get(own.indexOf(h)) : ""));
                joined.add(line);
            }));
            return joined;
        }

        /**
         * Every sheet with the lines of the file in their places, so that a row is counted as in the file; lines of other
         * sheets are empty there.
         */
        public static Map<String, List<List<String>>> split(List<List<String>> joined) {
            Map<String, List<List<String>>> tables = new LinkedHashMap<>();
            if (joined.isEmpty() || joined.getFirst().isEmpty()) {
                return tables;
            }
            List<String> headings = joined.getFirst();
            for (int i = 1; i < joined.size(); i++) {
                List<String> line = joined.get(i);
                if (line.stream().allMatch(String::isBlank)) {
                    continue;
                }
                String title = line.getFirst().strip();
                List<List<String>> rows = tables.computeIfAbsent(title,
                        t -> new ArrayList<>(List.of(heading(t, headings))));
                while (rows.size() < i) {
                    rows.add(List.of());
                }
                rows.add(line);
            }
            return tables;
        }

        /** The headings that the sheet has; the others are those of other sheets. */
        private static List<String> heading(String title, List<String> headings) {
            List<String> own = Sheets.ALL.stream().filter(s -> s.title().equals(title)).findFirst().map(Sheet::headings)
                    .orElse(List.of());
            return headings.stream().map(h -> own.contains(h.strip()) ? h : "").toList();
        }
    }
}
