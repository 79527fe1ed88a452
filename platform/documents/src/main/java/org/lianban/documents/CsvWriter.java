package org.lianban.documents;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one table; {@link Formulas} guards what a spreadsheet would run. */
final class CsvWriter {
    private static final char MARK = '\uFEFF';

    private CsvWriter() {}

    static byte[] write(Table table) {
        StringBuilder csv = new StringBuilder().append(MARK);
        row(table.columns(), csv);
        table.rows().forEach(row -> row(row, csv));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(List<? extends @Nullable Object> cells, StringBuilder csv) {
        String separator = "";
        for (Object cell : cells) {
            csv.append(separator).append(quoted(text(cell)));
            separator = ",";
        }
        csv.append("\r\n");
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.guard(cell.toString());
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                && text.strip().length() == text.length();
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
