package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
