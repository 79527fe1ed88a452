package org.lianban.dispatch.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.Refusal.Kind;
import org.lianban.command.Refusal;

/** Why a plan does not change. Ordinary: recorded with a counter, no error. Details are for clerks, in Chinese. */
public enum PlanRefusal implements Refusal.Code {
    /** No such case was dispatched. */
    UNKNOWN_CASE(Kind.NOT_FOUND, "办件 %s 不存在或尚未分发。"),
    UNKNOWN_ITEM(Kind.NOT_FOUND, "本办件没有编号为 %s 的事项。"),
    /** The item set contradicts the catalogue; the message can never be applied. */
    INVALID_ITEMS(Kind.CONFLICT, "%s"),
    ALREADY_DISPATCHED(Kind.CONFLICT, "办件 %s 已分发。"),
    /** Withdrawn before it was received. */
    FORESTALLED(Kind.CONFLICT, "办件 %s 在分发前已撤回。"),
    ALREADY_ENDED(Kind.CONFLICT, "事项 %s 已办结，先作出的结论有效。"),
    ALREADY_CANCELLED(Kind.CONFLICT, "事项 %s 正在撤回或终止。"),
    NOTHING_OPEN(Kind.CONFLICT, "要撤回的事项均已办结或正在终止。"),
    NOT_BLOCKED(Kind.CONFLICT, "事项 %s 的前置事项没有未通过的，材料也未逾期，无需牵头部门决定。"),
    NOT_OWED(Kind.CONFLICT, "事项 %s 没有待补的此项材料。"),
    UNKNOWN_ACTIVITY(Kind.NOT_FOUND, "本办件没有联合活动 %s。"),
    /** It is over or was cancelled, or the item has concluded. */
    ACTIVITY_OVER(Kind.CONFLICT, "联合活动 %s 已结束或已取消。"),
    NOT_A_PARTICIPANT(Kind.CONFLICT, "事项 %s 不参加此联合活动。"),
    TOO_FEW_ITEMS("/items", "联合活动至少有两个事项参加。"),
    NAMED_TWICE("/items", "同一事项只能列一次。"),
    TOO_MANY_ACTIVITIES(Kind.CONFLICT, "一个办件最多安排 %s 次联合活动。"),
    IN_THE_PAST("/at", "联合活动的时间须晚于现在。"),
    NOT_THE_LEAD(Kind.FORBIDDEN, "只有牵头部门 %s 可以作出此决定。"),
    DECIDED_OTHERWISE(Kind.CONFLICT, "牵头部门已对事项 %s 作出另一决定。");

    private final Kind kind;
    private final @Nullable String pointer;
    private final String detail;

    PlanRefusal(Kind kind, String detail) {
        this.kind = kind;
        this.pointer = null;
        this.detail = detail;
    }

    /** What the request, not the state of the case, is to blame for. */
    PlanRefusal(String pointer, String detail) {
        this.kind = Kind.UNACCEPTABLE;
        this.pointer = pointer;
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    public Refusal of(Object... values) {
        String text = detail.formatted(values);
        return pointer == null ? Refusal.of(this, text) : Refusal.at(pointer, this, text);
    }

    /** Whether the message itself is wrong, rather than late or repeated. */
    public static boolean isPoison(Refusal refusal) {
        return refusal.is(INVALID_ITEMS) || refusal.is(UNKNOWN_ITEM) || refusal.is(UNKNOWN_CASE);
    }

    /** Several reasons of one command are faults of its content; a single one is what it is. */
    static Refusal all(List<Refusal> reasons) {
        return reasons.size() == 1
                ? reasons.getFirst()
                : Refusal.unacceptable(reasons.stream().map(r -> r.faults().isEmpty()
                        ? new Fault("/items", r.code(), r.detail())
                        : r.faults().getFirst()).toList());
    }
}
