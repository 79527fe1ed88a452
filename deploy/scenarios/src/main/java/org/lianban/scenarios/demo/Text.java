package org.lianban.scenarios.demo;

/** Chinese text in columns: an ideograph takes two of them. */
final class Text {
    private static final String ESCAPE = "\u001b[";

    private Text() {}

    /** Columns on a terminal, without colours. */
    static int width(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "").codePoints().map(Text::columns).sum();
    }

    private static int columns(int codePoint) {
        boolean wide = codePoint >= 0x1100 && codePoint <= 0x115f || codePoint >= 0x2e80 && codePoint <= 0xa4cf
                || codePoint >= 0xac00 && codePoint <= 0xd7a3 || codePoint >= 0xf900 && codePoint <= 0xfaff
                || codePoint >= 0xfe30 && codePoint <= 0xfe4f || codePoint >= 0xff00 && codePoint <= 0xff60
                || codePoint >= 0xffe0 && codePoint <= 0xffe6;
        return wide ? 2 : 1;
    }

    /** Exactly that many columns: cut with an ellipsis, or filled up. For text without colours. */
    static String fit(String text, int columns) {
        if (width(text) <= columns) {
            return text + " ".repeat(columns - width(text));
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (used + columns(codePoint) > columns - 1) {
                break;
            }
            cut.appendCodePoint(codePoint);
            used += columns(codePoint);
        }
        return cut.append('…').append(" ".repeat(columns - 1 - used)).toString();
    }

    /** @param code of ANSI, for example 32 for green */
    static String coloured(String text, int code) {
        return ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
