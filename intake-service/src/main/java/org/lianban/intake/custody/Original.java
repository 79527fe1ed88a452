package org.lianban.intake.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;

/**
 * 原件 of one material: where it is. Kept by the lead department in the end (新政文〔2024〕62号 附件3: 原件由牵头部门统一留存), or
 * given back.
 *
 * @param material code of the list
 * @param holder window or department that has it, or had it last; null: the window where it was received is not named
 * @param since null: since the application was received
 */
public record Original(String material, String name, Status status, @Nullable String holder,
        @Nullable Instant since) {

    /** 原件状态. */
    public enum Status {
        /** 窗口暂存. */
        HELD_AT_WINDOW,
        /** 已移交牵头部门. */
        TRANSFERRED_TO_LEAD,
        /** 牵头部门留存. */
        RETAINED,
        /** 已退还. */
        RETURNED
    }

    /** What can be done with it. */
    public enum Step {
        /** 移交. */
        TRANSFER,
        /** 清点留存: the lead confirms that it came. */
        RETAIN,
        /** 退还. */
        RETURN
    }

    /** The transition table, once. */
    public static final Transitions<Status, Step> TABLE = new Transitions<>(Status.HELD_AT_WINDOW,
            Set.of(Status.RETURNED), List.of(
                    new Row<>(Status.HELD_AT_WINDOW, Step.TRANSFER, Status.TRANSFERRED_TO_LEAD),
                    new Row<>(Status.HELD_AT_WINDOW, Step.RETURN, Status.RETURNED),
                    new Row<>(Status.TRANSFERRED_TO_LEAD, Step.RETAIN, Status.RETAINED),
                    new Row<>(Status.TRANSFERRED_TO_LEAD, Step.RETURN, Status.RETURNED),
                    new Row<>(Status.RETAINED, Step.RETURN, Status.RETURNED)));

    Optional<Original> after(Step step, String newHolder, Instant at) {
        return TABLE.next(status, step).map(to -> new Original(material, name, to, newHolder, at));
    }

    boolean permits(Step step) {
        return TABLE.allows(status, step);
    }

    static String name(Status status) {
        return switch (status) {
            case HELD_AT_WINDOW -> "窗口暂存";
            case TRANSFERRED_TO_LEAD -> "已移交牵头部门";
            case RETAINED -> "由牵头部门留存";
            case RETURNED -> "已退还";
        };
    }
}
