package org.lianban.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Counts, cuts and masks text by what people see as characters. Nothing else may cut a text: half of a character beyond
 * the first 65,536 (𠮷) is no character, cannot be stored, and stops whoever writes it.
 */
public final class Characters {
    private static final String ELLIPSIS = "…";

    private Characters() {}

    /** In code points, as PostgreSQL and JSON Schema count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What people see as characters: a letter with its marks is one. */
    public static int graphemes(String text) {
        BreakIterator breaks = breaks(text);
        int count = 0;
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /** At most so many code points; where something had to go, an ellipsis is the last of them. */
    public static String cut(String text, int max) {
        if (length(text) <= max) {
            return text;
        }
        return max < 1 ? "" : text.substring(0, end(text, text.offsetByCodePoints(0, max - 1))) + ELLIPSIS;
    }

    /** The longest beginning of whole characters with at most so many UTF-16 units, as short messages are counted. */
    public static String head(String text, int units) {
        return text.length() <= units ? text : text.substring(0, end(text, Math.max(units, 0)));
    }

    /** The last boundary between characters that is not behind the offset. */
    private static int end(String text, int offset) {
        BreakIterator breaks = breaks(text);
        return offset >= text.length() || breaks.isBoundary(offset) ? offset : Math.max(breaks.preceding(offset), 0);
    }

    /** 姓名 with its first character only: {@code 𠮷小明} is {@code 𠮷**}; what has one character stays. */
    public static String maskName(String name) {
        return keep(name, 1, 0);
    }

    /** 证件号码 with its first three and last four: {@code 110***********002X}; a short one whole. */
    public static String maskNumber(String number) {
        int count = graphemes(number);
        return count > 7 ? keep(number, 3, 4) : "*".repeat(count);
    }

    /** 电话 with its first three and last four: {@code 138****0000}. */
    public static String maskPhone(String phone) {
        return maskNumber(phone);
    }

    private static String keep(String text, int first, int last) {
        BreakIterator breaks = breaks(text);
        int count = graphemes(text);
        if (count <= first + last) {
            return text;
        }
        int from = first == 0 ? 0 : breaks.next(first);
        breaks.last();
        int to = last == 0 ? text.length() : breaks.next(-last);
        return text.substring(0, from) + "*".repeat(count - first - last) + text.substring(to);
    }

    private static BreakIterator breaks(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }
}
