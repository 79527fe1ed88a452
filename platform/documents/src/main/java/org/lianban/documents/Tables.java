package org.lianban.documents;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Tables as files. What {@link #csv} and {@link #xlsx} wrote, the readers read back as the same text. */
public final class Tables {
    private Tables() {}

    /**
     * RFC 4180, UTF-8 with a mark so that Excel reads Chinese, lines end with CRLF. A text that a spreadsheet would run
     * as a formula is written behind an apostrophe.
     */
    public static byte[] csv(Table table) {
        return CsvWriter.write(table);
    }

    /**
     * One sheet per table, headings frozen and bold; texts are never formulas.
     *
     * @throws IllegalArgumentException where a text is longer than the 32,767 characters that a cell takes, or a table
     *     has more rows or columns than a sheet
     */
    public static byte[] xlsx(List<Table> tables) {
        return XlsxWriter.write(tables);
    }

    /**
     * Rows as they stand in the file, headings first; row n of the file is element n-1, trailing empty cells are left
     * out. UTF-8 with or without mark, else GB 18030 as Chinese Excel saves it.
     *
     * @throws UnreadableTableException beyond a limit, or where a quotation is not closed
     */
    public static List<List<String>> readCsv(InputStream file, TableLimits limits) {
        return CsvReader.read(file, limits);
    }

    /** The first sheet, see {@link #readSheets}. */
    public static List<List<String>> readXlsx(InputStream file, TableLimits limits) {
        return readSheets(file, limits).values().stream().findFirst().orElse(List.of());
    }

    /**
     * Sheets by name in the order of the file, rows as {@link #readCsv} gives them. Numbers come without exponent, dates
     * as {@code 2026-10-01}, formulas as their last computed value.
     *
     * @throws UnreadableTableException beyond a limit, or where it is no XLSX file
     */
    public static Map<String, List<List<String>>> readSheets(InputStream file, TableLimits limits) {
        return XlsxReader.read(file, limits);
    }
}
