package org.lianban.catalog.drafting.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.FaultCode;
import org.lianban.command.Fault;

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
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 4_000;

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

    public record Transition(State from, Move move, State to) {}

    public static final List<Transition> ALL = List.of(new Transition(State.PROPOSED, Move.REVIEW, State.REVIEWING),
            new Transition(State.REVIEWING, Move.FORWARD, State.FORWARDED),
            new Transition(State.REVIEWING, Move.ADOPT, State.ADOPTED),
            new Transition(State.REVIEWING, Move.REJECT, State.REJECTED),
            new Transition(State.FORWARDED, Move.ADOPT, State.ADOPTED),
            new Transition(State.FORWARDED, Move.REJECT, State.REJECTED));

    /** @param reply what the proposer is told */
    public record Step(Move move, @Nullable String reply, String by, Instant at) {}

    /** @param supports how many accounts support it */
    public record Listed(Proposal proposal, long supports) {}

    /** What is handed in. */
    public record Filing(@Nullable String region, @Nullable Kind kind, @Nullable String title, @Nullable String text,
            @Nullable String oneThing, @Nullable String basicCode) {

        /** @param department that the account speaks for */
        public List<Fault> faults(@Nullable String department) {
            List<Fault> faults = new ArrayList<>();
            if (region == null || !region.matches("[0-9]{6}")) {
                faults.add(FaultCode.MALFORMED.at("/region", "行政区划代码应为六位数字"));
            }
            if (kind == null) {
                faults.add(FaultCode.MISSING.at("/kind", "缺少提议种类"));
            }
            needed(title, LONGEST_TITLE, "/title", "标题", faults);
            needed(text, LONGEST, "/text", "内容", faults);
            if (kind == Kind.ITEM_CHANGE && (basicCode == null || basicCode.isBlank())) {
                faults.add(FaultCode.MISSING.at("/basicCode", "缺少所要调整事项的基本编码"));
            }
            if (kind != null && kind != Kind.SUGGESTION && department == null) {
                faults.add(FaultCode.MISSING.at("", "申报纳入和事项调整应由部门提出"));
            }
            return faults;
        }

        /** Only after {@link #faults} found none. */
        public Proposal proposal(String id, @Nullable String department) {
            return new Proposal(id, String.valueOf(region), kind == null ? Kind.SUGGESTION : kind,
                    String.valueOf(title), String.valueOf(text), kind == Kind.SUGGESTION ? null : department, oneThing,
                    basicCode, State.PROPOSED, List.of());
        }
    }

    /** Empty where the move is not possible now. */
    public Optional<Proposal> moved(Step step) {
        boolean upward = step.move() != Move.FORWARD || kind == Kind.ITEM_CHANGE;
        return ALL.stream().filter(t -> upward && t.from() == state && t.move() == step.move()).findFirst().map(t -> {
            List<Step> all = new ArrayList<>(heard);
            all.add(step);
            return new Proposal(id, region, kind, title, text, department, oneThing, basicCode, t.to(),
                    List.copyOf(all));
        });
    }

    private static void needed(@Nullable String value, int longest, String pointer, String what, List<Fault> faults) {
        if (value == null || value.isBlank() || value.length() > longest) {
            faults.add(FaultCode.MISSING.at(pointer, "缺少%s，或超过%d字".formatted(what, longest)));
        }
    }
}
