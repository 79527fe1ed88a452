package org.lianban.documents;

/**
 * Guards text that a spreadsheet would run as a formula: it begins with one of {@code = + - @}, their full-width forms,
 * tab or line end, perhaps after apostrophes. One apostrophe is put before it and taken away on reading, so that any
 * text survives.
 */
final class Formulas {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    static String guard(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    static String plain(String cell) {
        return cell.startsWith("'") && dangerous(cell) ? cell.substring(1) : cell;
    }

    private static boolean dangerous(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
    }
}
