package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Validation;
import org.lianban.command.Fault;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sheets of texts as contents: cells first, then the rules of publishing, all faults told by row and column. */
public final class TableReader {
    /** A sheet and a row of it, 1 is the heading. */
    private record Place(Sheet sheet, int row) {}

    private static final int MOST = 200;

    private final Map<String, ObjectNode> trees = new LinkedHashMap<>();
    /** Rows by the pointer of the element that they are, per one-thing. */
    private final Map<String, Map<String, Place>> places = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    /** One-things of which a cell could not be read. */
    private final Set<String> unread = new HashSet<>();

    private TableReader() {}

    /**
     * @param tables rows by title of the sheet, headings first; sheets may be missing, but for 一件事 and 事项
     * @param departments ids on record
     */
    public static Form<List<Content>> read(Map<String, List<List<String>>> tables, Set<String> departments) {
        TableReader reader = new TableReader();
        for (Sheet sheet : Sheets.ALL) {
            List<List<String>> rows = tables.get(sheet.title());
            boolean needed = sheet == Sheets.ONE_THINGS || sheet == Sheets.ITEMS;
            if (rows == null || rows.isEmpty()) {
                if (needed) {
                    reader.fault(sheet, 0, "", "MISSING", "缺少工作表“%s”".formatted(sheet.title()));
                }
                continue;
            }
            reader.sheet(sheet, rows);
        }
        tables.keySet().stream().filter(title -> Sheets.ALL.stream().noneMatch(s -> s.title().equals(title)))
                .forEach(title -> reader.faults
                        .add(Sheet.fault(title, 0, "", "UNKNOWN", "没有名为“%s”的工作表".formatted(title))));
        if (reader.trees.size() > MOST) {
            reader.fault(Sheets.ONE_THINGS, 0, "", "OUT_OF_RANGE", "一次最多导入%d个一件事".formatted(MOST));
        }
        return reader.finish(departments);
    }

    private void sheet(Sheet sheet, List<List<String>> rows) {
        List<String> headings = sheet.headings();
        List<String> found = rows.getFirst().stream().map(String::strip).toList();
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty() && !headings.contains(found.get(i))) {
                fault(sheet, 1, found.get(i), "UNKNOWN", "没有此列");
            } else if (at.putIfAbsent(found.get(i), i) != null && !found.get(i).isEmpty()) {
                fault(sheet, 1, found.get(i), "DUPLICATE", "列重复");
            }
        }
        if (!at.containsKey(Sheet.CODE)) {
            fault(sheet, 1, Sheet.CODE, "MISSING", "缺少此列");
            return;
        }
        for (int i = 1; i < rows.size(); i++) {
            List<String> cells = rows.get(i);
            if (cells.stream().anyMatch(c -> !c.isBlank())) {
                row(sheet, i + 1, heading -> {
                    Integer column = at.get(heading);
                    return column == null || column >= cells.size() ? "" : cells.get(column);
                });
            }
        }
    }

    private void row(Sheet sheet, int row, UnaryOperator<String> cells) {
        String code = cells.apply(Sheet.CODE).strip();
        if (code.isEmpty()) {
            fault(sheet, row, Sheet.CODE, "MISSING", "缺少一件事编码");
            return;
        }
        if (sheet == Sheets.ONE_THINGS) {
            if (trees.containsKey(code)) {
                fault(sheet, row, Sheet.CODE, "DUPLICATE", "一件事%s重复".formatted(code));
                return;
            }
            ObjectNode tree = Tree.JSON.createObjectNode().put("code", code);
            trees.put(code, tree);
            places.put(code, new HashMap<>(Map.of("", new Place(sheet, row))));
            fill(sheet, row, code, cells, tree);
            return;
        }
        ObjectNode tree = trees.get(code);
        if (tree == null) {
            fault(sheet, row, Sheet.CODE, "UNKNOWN", "工作表“一件事”中没有%s".formatted(code));
            return;
        }
        element(sheet, row, cells, code, tree);
    }

    private void element(Sheet sheet, int row, UnaryOperator<String> cells, String code, ObjectNode tree) {
        Sheet.Parent parent = sheet.parent();
        ObjectNode holder = tree;
        String pointer = "/" + sheet.path().replace('.', '/');
        if (parent != null) {
            String key = cells.apply(parent.heading()).strip();
            ArrayNode list = Tree.list(tree, parent.list());
            int index = indexOf(list, parent.key(), key);
            if (index < 0 || !(list.get(index) instanceof ObjectNode found)) {
                fault(sheet, row, parent.heading(), "UNKNOWN", "工作表“%s”中没有%s".formatted(parent.sheet(), key));
                return;
            }
            holder = found;
            pointer = "/" + parent.list() + "/" + index + pointer;
        }
        ArrayNode list = Tree.list(holder, sheet.path());
        Map<String, Place> known = places.get(code);
        if (known != null) {
            known.put(pointer + "/" + list.size(), new Place(sheet, row));
        }
        fill(sheet, row, code, cells, list.addObject());
    }

    private static int indexOf(ArrayNode list, String key, String value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).asString("").equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private void fill(Sheet sheet, int row, String code, UnaryOperator<String> cells, ObjectNode element) {
        for (Sheet.Column column : sheet.columns()) {
            String text = cells.apply(column.heading());
            if (text.isBlank()) {
                continue;
            }
            JsonNode value = column.cell().read(text);
            if (value == null) {
                unread.add(code);
                fault(sheet, row, column.heading(), "MALFORMED", "“%s”应为%s".formatted(text, column.cell().expected()));
            } else {
                Tree.put(element, column.path(), value);
            }
        }
    }

    private Form<List<Content>> finish(Set<String> departments) {
        List<Content> contents = new ArrayList<>();
        Set<String> names = new HashSet<>();
        trees.forEach((code, tree) -> {
            switch (Forms.read(tree, Content.class)) {
                case Form.Faulty<Content> faulty -> faulty.faults().forEach(f -> told(code, f));
                case Form.Whole<Content> whole -> {
                    contents.add(whole.value());
                    if (!unread.contains(code)) {
                        Validation.check(whole.value(), departments, names).forEach(f -> told(code, f));
                    }
                }
            }
        });
        if (trees.isEmpty()) {
            fault(Sheets.ONE_THINGS, 0, "", "MISSING", "没有一件事");
        }
        return faults.isEmpty() ? new Form.Whole<>(contents) : new Form.Faulty<>(faults);
    }

    /** Finds the row that a pointer means, and the column that its rest names. */
    private void told(String code, Fault fault) {
        Map<String, Place> known = places.getOrDefault(code, Map.of());
        String pointer = fault.pointer();
        String rest = "";
        Place place = known.get(pointer);
        while (place == null && !pointer.isEmpty()) {
            int last = pointer.lastIndexOf('/');
            rest = pointer.substring(last + 1) + (rest.isEmpty() ? "" : "." + rest);
            pointer = last < 0 ? "" : pointer.substring(0, last);
            place = known.get(pointer);
        }
        Place at = place == null ? new Place(Sheets.ONE_THINGS, 0) : place;
        fault(at.sheet(), at.row(), heading(at.sheet(), rest), fault.code(), fault.message());
    }

    private static String heading(Sheet sheet, String path) {
        return sheet.columns().stream().filter(c -> path.equals(c.path()) || path.startsWith(c.path() + "."))
                .map(Sheet.Column::heading).findFirst().orElse(path.equals("code") ? Sheet.CODE : "");
    }

    private void fault(Sheet sheet, int row, @Nullable String column, String code, String message) {
        faults.add(Sheet.fault(sheet.title(), row, column == null ? "" : column, code, message));
    }
}
