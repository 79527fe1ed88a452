package org.lianban.intake.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    public record Transition(Status from, Step step, Status to) {}

    /** The transition table, once. */
    public static final List<Transition> TABLE = List.of(
            new Transition(Status.HELD_AT_WINDOW, Step.TRANSFER, Status.TRANSFERRED_TO_LEAD),
            new Transition(Status.HELD_AT_WINDOW, Step.RETURN, Status.RETURNED),
            new Transition(Status.TRANSFERRED_TO_LEAD, Step.RETAIN, Status.RETAINED),
            new Transition(Status.TRANSFERRED_TO_LEAD, Step.RETURN, Status.RETURNED),
            new Transition(Status.RETAINED, Step.RETURN, Status.RETURNED));

    static Optional<Status> next(Status from, Step step) {
        return TABLE.stream().filter(t -> t.from() == from && t.step() == step).map(Transition::to).findFirst();
    }

    Optional<Original> after(Step step, String newHolder, Instant at) {
        return next(status, step).map(to -> new Original(material, name, to, newHolder, at));
    }

    boolean permits(Step step) {
        return next(status, step).isPresent();
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
