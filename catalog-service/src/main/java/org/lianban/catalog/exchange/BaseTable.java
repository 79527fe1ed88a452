package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** 基本目录 as a table, one row per item. */
public final class BaseTable {
    private static final String SHEET = "基本目录";
    private static final List<Sheet.Column> COLUMNS = List.of(Sheet.column("基本编码", "code", Cell.TEXT),
            Sheet.column("事项名称", "name", Cell.TEXT), Sheet.column("事项类型", "kind", Cell.oneOf(ItemKind.class)),
            Sheet.column("设定依据", "legalBasis", Cell.LIST), Sheet.column("受理条件", "conditions", Cell.LIST),
            Sheet.column("服务对象", "subjects", Cell.LIST), Sheet.column("办理流程", "process", Cell.LIST),
            Sheet.column("申请材料", "materials", Cell.LIST), Sheet.column("法定办结时限", "statutory", Cell.TERM),
            Sheet.column("办理结果", "resultName", Cell.TEXT));

    private BaseTable() {}

    /** Faults with sheet, row and column; nothing is taken where there is one. */
    public static Form<BaseVersion> read(List<List<String>> rows, String version, String source) {
        List<Fault> faults = new ArrayList<>();
        List<BaseVersion.BaseItem> items = new ArrayList<>();
        List<String> headings = rows.isEmpty() ? List.of() : rows.getFirst().stream().map(String::strip).toList();
        COLUMNS.stream().limit(3).filter(c -> !headings.contains(c.heading())).forEach(
                c -> faults.add(Sheet.fault(SHEET, 1, c.heading(), "MISSING", "缺少此列")));
        for (int i = 1; i < rows.size() && !headings.isEmpty() && faults.stream().noneMatch(BaseTable::heading); i++) {
            List<String> cells = rows.get(i);
            if (cells.stream().anyMatch(c -> !c.isBlank())) {
                item(headings, cells, i + 1, faults, items);
            }
        }
        return faults.isEmpty()
                ? new Form.Whole<>(new BaseVersion(version, source, items))
                : new Form.Faulty<>(faults);
    }

    private static boolean heading(Fault fault) {
        return fault.pointer().startsWith(SHEET + "/1/");
    }

    private static void item(List<String> headings, List<String> cells, int row, List<Fault> faults,
            List<BaseVersion.BaseItem> items) {
        int before = faults.size();
        ObjectNode tree = Tree.JSON.createObjectNode();
        for (Sheet.Column column : COLUMNS) {
            int at = headings.indexOf(column.heading());
            String text = at < 0 || at >= cells.size() ? "" : cells.get(at);
            JsonNode value = text.isBlank() ? null : column.cell().read(text);
            if (value != null) {
                tree.set(column.path(), value);
            } else if (!text.isBlank()) {
                faults.add(Sheet.fault(SHEET, row, column.heading(), "MALFORMED",
                        "“%s”应为%s".formatted(text, column.cell().expected())));
            } else if (COLUMNS.indexOf(column) < 3) {
                faults.add(Sheet.fault(SHEET, row, column.heading(), "MISSING", "缺少" + column.heading()));
            }
        }
        Map<String, String> subjects = Map.of("自然人", "INDIVIDUAL", "法人", "ENTERPRISE");
        if (tree.get("subjects") instanceof ArrayNode names) {
            ArrayNode values = tree.putArray("subjects");
            names.forEach(n -> values.add(subjects.getOrDefault(n.asString(), n.asString())));
            if (values.valueStream().anyMatch(v -> !subjects.containsValue(v.asString()))) {
                faults.add(Sheet.fault(SHEET, row, "服务对象", "MALFORMED", "应为自然人、法人，每行一个"));
            }
        }
        switch (Forms.document(tree, BaseVersion.BaseItem.class, "")) {
            case Form.Whole<BaseVersion.BaseItem> whole -> items.add(whole.value());
            case Form.Faulty<BaseVersion.BaseItem> faulty -> {
                if (faults.size() == before) {
                    faulty.faults().forEach(f -> faults.add(Sheet.fault(SHEET, row, column(f), f.code(), f.message())));
                }
            }
        }
    }

    private static String column(Fault fault) {
        return COLUMNS.stream().filter(c -> ("/" + c.path()).equals(fault.pointer())
                || fault.pointer().startsWith("/" + c.path() + "/")).map(Sheet.Column::heading).findFirst().orElse("");
    }
}
