package org.lianban.department.task;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;

/**
 * What catalogue, calendar and this place say about a task at the moment of a reply. Looked up only for replies that
 * depend on it.
 *
 * @param item of the version the case was filed under; null: the catalogue is not here yet
 * @param jointHandling 联合办理 by decision of the government (行政许可法 42 第二款)
 * @param insideNotice whether the five working days of the statutory notice (行政许可法 32) still run; null: no calendar
 */
public record ReplyContext(OneThing.@Nullable Item item, boolean jointHandling, @Nullable Boolean insideNotice,
        Switches switches) {
    public static final ReplyContext UNKNOWN = new ReplyContext(null, false, null, Switches.DEFAULT);

    /** What a place decides where the rules leave it open. */
    public record Switches(Correction correction, Extension extension) {
        public static final Switches DEFAULT = new Switches(Correction.ONCE, Extension.ALSO_PROMISED);
    }

    /** 部门补正: whether a department may ask for anything after a clean receipt. */
    public enum Correction {
        ONCE, NEVER
    }

    /** 延期: which items know it. */
    public enum Extension {
        /** 行政许可 only. */
        LICENSE_ONLY,
        /** Other items as well, where the list promises a limit. */
        ALSO_PROMISED
    }

    boolean instant() {
        return item != null && item.rules().instant();
    }
}
