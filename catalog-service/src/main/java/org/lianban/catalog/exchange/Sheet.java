package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;

/**
 * One table of the exchange: a list somewhere in the content, one row per element.
 *
 * @param title of the sheet
 * @param path of the list in the content, {@code items}; empty: the content itself
 * @param parent where the list lies in an element of another sheet
 * @param columns after the first, which is always the one-thing's code
 */
record Sheet(String title, String path, @Nullable Parent parent, List<Column> columns) {
    static final String CODE = "一件事编码";

    /**
     * @param sheet title of the sheet whose rows have the list
     * @param heading of the column that names the row
     * @param key property of the parent's element that it names
     */
    record Parent(String sheet, String heading, String list, String key) {}

    /** @param path property of the element, dots between nested ones */
    record Column(String heading, String path, Cell cell) {}

    static Column column(String heading, String path, Cell cell) {
        return new Column(heading, path, cell);
    }

    /**
     * One reason why a file is not imported: {@code 事项/7/承诺期限}.
     *
     * @param row line of the sheet as a spreadsheet counts it: 1 is the heading; 0 concerns the whole sheet
     * @param column heading; empty where the whole row is meant
     */
    static Fault fault(String sheet, int row, String column, String code, String message) {
        return new Fault("%s/%d/%s".formatted(sheet, row, column), code,
                "%s%s%s：%s".formatted(sheet, row == 0 ? "" : "第%d行".formatted(row),
                        column.isEmpty() ? "" : "“%s”".formatted(column), message));
    }

    List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(CODE));
        if (parent != null) {
            headings.add(parent.heading());
        }
        columns.forEach(c -> headings.add(c.heading()));
        return headings;
    }
}
