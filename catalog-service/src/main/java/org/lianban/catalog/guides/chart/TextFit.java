package org.lianban.catalog.guides.chart;

import java.util.ArrayList;
import java.util.List;

/** How wide text is, from above, whatever Chinese sans-serif font the reader has, and where it may be broken. */
final class TextFit {
    private static final String NOT_FIRST = "，。、；：！？）》】〉”’％,.;:!?)]}%";
    private static final String NOT_LAST = "（《【〈“‘([{";
    private static final String WIDE_LATIN = "MWmw@%&—…";

    private TextFit() {}

    /** @param size of the font; the answer is in the same unit */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextFit::em).sum() * size;
    }

    private static double em(int c) {
        boolean wide = c > 0xFF || WIDE_LATIN.indexOf(c) >= 0;
        return wide ? 1 : Character.isUpperCase(c) ? 0.76 : 0.62;
    }

    /** Lines not wider than {@code most}; a closing mark does not begin a line, an opening one does not end it. */
    static List<String> wrap(String text, double size, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int c : text.strip().codePoints().toArray()) {
            if (width(line.toString(), size) + em(c) * size > most && !line.isEmpty()) {
                String carried = carried(line, c);
                lines.add(line.toString().strip());
                line = new StringBuilder(carried);
            }
            line.appendCodePoint(c);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** Takes from the end of a full line what has to stand with the next character. */
    private static String carried(StringBuilder line, int next) {
        int keep = line.length();
        if (NOT_FIRST.indexOf(next) >= 0) {
            keep = line.offsetByCodePoints(keep, -1);
        }
        while (keep > 0 && NOT_LAST.indexOf(line.codePointBefore(keep)) >= 0) {
            keep = line.offsetByCodePoints(keep, -1);
        }
        if (keep == 0) {
            return "";
        }
        String carried = line.substring(keep);
        line.setLength(keep);
        return carried;
    }
}
