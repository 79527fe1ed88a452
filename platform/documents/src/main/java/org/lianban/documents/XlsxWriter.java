package org.lianban.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as sheets of one workbook. */
final class XlsxWriter {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_CHARACTERS = 32_767;
    private static final int MOST_NAME = 31;
    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;
    private static final int MEASURED_ROWS = 200;

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();

    private XlsxWriter(Workbook workbook) {
        this.workbook = workbook;
    }

    static byte[] write(List<Table> tables) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one table, but there is none");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Lianban", "1.0")) {
            XlsxWriter writer = new XlsxWriter(workbook);
            tables.forEach(writer::sheet);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file.toByteArray();
    }

    private void sheet(Table table) {
        if (table.rows().size() >= MOST_ROWS) {
            throw new IllegalArgumentException("Expected fewer than %,d rows, but %s has %,d".formatted(MOST_ROWS,
                    table.title(), table.rows().size()));
        }
        Worksheet sheet = workbook.newWorksheet(name(table.title()));
        row(sheet, 0, table.columns());
        sheet.range(0, 0, 0, Math.max(0, table.columns().size() - 1)).style().bold().fillColor("EEF2F7").set();
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            row(sheet, row + 1, table.rows().get(row));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.width(column, width(table, column));
        }
    }

    private static void row(Worksheet sheet, int row, List<? extends @Nullable Object> cells) {
        if (cells.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "Expected at most %,d columns, but row %d has %,d".formatted(MOST_COLUMNS, row, cells.size()));
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(sheet, row, column, cells.get(column));
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
            }
            case Number number -> sheet.value(row, column, number);
            case Boolean bool -> sheet.value(row, column, bool);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> text(sheet, row, column, value.toString());
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("Expected at most %,d characters in a cell, but row %d column %d has %,d"
                    .formatted(MOST_CHARACTERS, row, column, text.length()));
        }
        // What looks like an escape of XML's is none.
        sheet.value(row, column, Templates.printable(text).replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"));
    }

    /** A sheet's name has at most 31 characters, none of {@code []:*?/\}, and is unique. */
    private String name(String title) {
        String clean = Templates.printable(title).replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = clean.isEmpty() ? "Sheet" : head(clean, MOST_NAME);
        String name = base;
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            String suffix = "-" + n;
            name = head(base, MOST_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    /** At most so many UTF-16 units, as spreadsheets count, and no half of a character. */
    private static String head(String text, int units) {
        int end = Math.min(units, text.length());
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** An ideograph is as wide as two digits. */
    private static double width(Table table, int column) {
        int widest = units(table.columns().get(column));
        for (List<@Nullable Object> row : table.rows().subList(0, Math.min(MEASURED_ROWS, table.rows().size()))) {
            Object value = column < row.size() ? row.get(column) : null;
            widest = Math.max(widest, value == null ? 0 : units(value.toString()));
        }
        return Math.clamp(widest + 2L, NARROWEST, WIDEST);
    }

    private static int units(String text) {
        return text.chars().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }
}
