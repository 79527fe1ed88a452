package org.lianban.scenarios.demo;

import org.lianban.contracts.ItemState;

/** Coloured signs and Chinese text in columns of a terminal: an ideograph takes two of them. */
final class Ansi {
    static final int BOLD = 1;
    static final int GREY = 90;
    static final int RED = 31;
    static final int GREEN = 32;
    static final int YELLOW = 33;
    static final int BLUE = 34;
    static final int MAGENTA = 35;
    static final int CYAN = 36;

    static final String LEGEND = coloured("·", GREY) + " 已推送  " + coloured("▸", BLUE) + " 办理中  "
            + coloured("◐", CYAN) + " 容缺预审  " + coloured("▶", BLUE) + " 可决定  "
            + coloured("✔", GREEN) + " 准予  " + coloured("✘", RED) + " 不予  " + coloured("‖", YELLOW)
            + " 暂停或前置未通过  " + coloured("✎", YELLOW) + " 补正  " + coloured("↩", MAGENTA) + " 已撤回  "
            + coloured("■", GREY) + " 终止";

    private static final String ESCAPE = "\u001b[";

    private Ansi() {}

    /** 事项状态 as one sign. */
    static String sign(ItemState state) {
        return switch (state) {
            case DISPATCHED, ACKNOWLEDGED -> coloured("·", GREY);
            case IN_REVIEW, VERIFYING -> coloured("▸", BLUE);
            case PRE_REVIEW, WAITING_PREREQUISITE -> coloured("◐", CYAN);
            case READY -> coloured("▶", BLUE);
            case SUSPENDED, UNAVAILABLE, BLOCKED -> coloured("‖", YELLOW);
            case CORRECTION -> coloured("✎", YELLOW);
            case APPROVED, MATCHED -> coloured("✔", GREEN);
            case DENIED, MISMATCHED, NOT_ACCEPTED -> coloured("✘", RED);
            case WITHDRAWN -> coloured("↩", MAGENTA);
            case TERMINATED -> coloured("■", GREY);
        };
    }

    /** Columns on a terminal, without colours. */
    static int width(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "").codePoints().map(Ansi::columns).sum();
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
