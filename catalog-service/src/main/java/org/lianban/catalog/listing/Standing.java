package org.lianban.catalog.listing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.FaultCode;
import org.lianban.command.Refusal;
import org.lianban.command.Transitions;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

/** 暂停、恢复、废止 of a one-thing that is on the list. */
public final class Standing {
    private Standing() {}

    /** Where a one-thing stands as a whole. */
    public enum State {
        /** On trial or live. */
        OPEN,
        /** 暂停: no applications; running cases go on under their version. */
        SUSPENDED,
        /** 废止: no applications any more, for ever. */
        RETIRED
    }

    public enum Move {
        SUSPEND, RESUME, RETIRE
    }

    public static final Transitions<State, Move> LIFECYCLE = new Transitions<>(State.OPEN,
            Set.of(State.RETIRED), List.of(new Transitions.Row<>(State.OPEN, Move.SUSPEND, State.SUSPENDED),
                    new Transitions.Row<>(State.SUSPENDED, Move.RESUME, State.OPEN),
                    new Transitions.Row<>(State.OPEN, Move.RETIRE, State.RETIRED),
                    new Transitions.Row<>(State.SUSPENDED, Move.RETIRE, State.RETIRED)));

    /**
     * @param reason 立改废释、机构调整, 优化 or an outage
     * @param detail for the public
     */
    public record Order(@Field(label = "操作", example = "SUSPEND") Move move,
            @Field(label = "调整原因", example = "OUTAGE") ChangeReason reason,
            @Field(label = "说明", kind = TextKind.LINES, max = 1_000, example = "系统升级，暂停受理") String detail,
            @Field(label = "文件") @Nullable Document document) {}

    /** Where a one-thing stands, and every stage it went through, newest first. */
    public record Stage(String code, State standing, List<Logged> logged) {}

    /** One line of the record of every stage a one-thing went through. */
    public record Logged(@Nullable Integer version, String stage, @Nullable String reason, @Nullable String detail,
            @Nullable Document document, Instant at, String by) {}

    /** @return where it stands afterwards */
    public static Decision<State> decide(State state, Order order) {
        if (order.move() == Move.RETIRE && order.document() == null) {
            return Decision.refused(Refusal.unacceptable(FaultCode.MISSING.saying("/document", "废止应有文号和日期")));
        }
        return LIFECYCLE.next(state, order.move()).map(Decision::accepted).orElseGet(() -> Decision
                .refused(Refusal.conflict("WRONG_STAGE", "一件事处于%s，不能%s".formatted(state, order.move()))));
    }
}
