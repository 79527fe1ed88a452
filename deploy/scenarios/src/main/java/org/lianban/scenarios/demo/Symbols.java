package org.lianban.scenarios.demo;

import org.lianban.contracts.ItemState;

/** 事项状态 as one coloured sign. */
final class Symbols {
    private static final int GREY = 90;
    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;
    private static final int BLUE = 34;
    private static final int MAGENTA = 35;
    private static final int CYAN = 36;

    static final String LEGEND = Text.coloured("·", GREY) + " 已推送  " + Text.coloured("▸", BLUE) + " 办理中  "
            + Text.coloured("◐", CYAN) + " 容缺预审  " + Text.coloured("▶", BLUE) + " 可决定  "
            + Text.coloured("✔", GREEN) + " 准予  " + Text.coloured("✘", RED) + " 不予  " + Text.coloured("‖", YELLOW)
            + " 暂停或前置未通过  " + Text.coloured("✎", YELLOW) + " 补正  " + Text.coloured("↩", MAGENTA) + " 已撤回  "
            + Text.coloured("■", GREY) + " 终止";

    private Symbols() {}

    static String of(ItemState state) {
        return switch (state) {
            case DISPATCHED, ACKNOWLEDGED -> Text.coloured("·", GREY);
            case IN_REVIEW, VERIFYING -> Text.coloured("▸", BLUE);
            case PRE_REVIEW, WAITING_PREREQUISITE -> Text.coloured("◐", CYAN);
            case READY -> Text.coloured("▶", BLUE);
            case SUSPENDED, UNAVAILABLE, BLOCKED -> Text.coloured("‖", YELLOW);
            case CORRECTION -> Text.coloured("✎", YELLOW);
            case APPROVED, MATCHED -> Text.coloured("✔", GREEN);
            case DENIED, MISMATCHED, NOT_ACCEPTED -> Text.coloured("✘", RED);
            case WITHDRAWN -> Text.coloured("↩", MAGENTA);
            case TERMINATED -> Text.coloured("■", GREY);
        };
    }
}
