package org.lianban.catalog.drafting.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

/**
 * 提议: 部门申报纳入 (新政文〔2024〕62号 附件3 一(二)), 事项要素调整申请 up the hierarchy (平政办发〔2023〕30号 二3), or 群众意见建议.
 *
 * @param id {@code 410721-P7}
 * @param department that proposes; null for the public
 * @param oneThing code it is about; null for a new one
 * @param basicCode 基本编码 of the item whose elements should change
 * @param heard newest last
 */
public record Proposal(String id, String region, Kind kind, String title, String text, @Nullable String department,
        @Nullable String oneThing, @Nullable String basicCode, State state, List<Step> heard) {
    public enum Kind {
        /** 申报纳入 of a one-thing. */
        ONE_THING,
        /** 调整 of an item of the base catalogue. */
        ITEM_CHANGE,
        /** 意见建议 of the public. */
        SUGGESTION
    }

    public enum State {
        PROPOSED,
        REVIEWING,
        /** 报上级: the level that owns the item decides. */
        FORWARDED,
        ADOPTED,
        REJECTED
    }

    public enum Move {
        REVIEW, FORWARD, ADOPT, REJECT
    }

    public static final Transitions<State, Move> LIFECYCLE = new Transitions<>(State.PROPOSED,
            Set.of(State.ADOPTED, State.REJECTED), List.of(
                    new Row<>(State.PROPOSED, Move.REVIEW, State.REVIEWING),
                    new Row<>(State.REVIEWING, Move.FORWARD, State.FORWARDED),
                    new Row<>(State.REVIEWING, Move.ADOPT, State.ADOPTED),
                    new Row<>(State.REVIEWING, Move.REJECT, State.REJECTED),
                    new Row<>(State.FORWARDED, Move.ADOPT, State.ADOPTED),
                    new Row<>(State.FORWARDED, Move.REJECT, State.REJECTED)));

    /** @param reply what the proposer is told */
    public record Step(Move move, @Nullable String reply, String by, Instant at) {}

    /** @param supports how many accounts support it */
    public record Listed(Proposal proposal, long supports) {}

    /** What is handed in. */
    public record Filing(@Field(label = "行政区划代码", kind = TextKind.REGION, example = "410721") String region,
            @Field(label = "提议种类", example = "SUGGESTION") Kind kind,
            @Field(label = "标题", max = 200, example = "加装电梯一件事") String title,
            @Field(label = "内容", kind = TextKind.LINES, max = 4_000, example = "建议纳入清单") String text,
            @Field(label = "一件事编码", kind = TextKind.CODE, example = "XX-09") @Nullable String oneThing,
            @Field(label = "基本编码", kind = TextKind.CODE, example = "000102003000") @Nullable String basicCode) {

        /** @param department that the account speaks for */
        public List<Fault> faults(@Nullable String department) {
            Faults faults = new Faults();
            Defect.where(kind == Kind.ITEM_CHANGE && basicCode == null, faults,
                    FaultCode.MISSING.saying("/basicCode", "缺少所要调整事项的基本编码"));
            Defect.where(kind != Kind.SUGGESTION && department == null, faults,
                    FaultCode.MISSING.saying("", "申报纳入和事项调整应由部门提出"));
            return faults.list();
        }

        /** Only after {@link #faults} found none. */
        public Proposal proposal(String id, @Nullable String department) {
            return new Proposal(id, region, kind, title, text, kind == Kind.SUGGESTION ? null : department, oneThing,
                    basicCode, State.PROPOSED, List.of());
        }
    }

    /** Empty where the move is not possible now. */
    public Optional<Proposal> moved(Step step) {
        boolean downward = step.move() == Move.FORWARD && kind != Kind.ITEM_CHANGE;
        return downward ? Optional.empty() : LIFECYCLE.next(state, step.move()).map(to -> {
            List<Step> all = new ArrayList<>(heard);
            all.add(step);
            return new Proposal(id, region, kind, title, text, department, oneThing, basicCode, to, List.copyOf(all));
        });
    }
}
