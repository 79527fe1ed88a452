package org.lianban.dispatch.plan;

/**
 * Why nothing changed. Ordinary: recorded with a counter, no error.
 *
 * @param detail for clerks, in Chinese
 */
public record Rejection(Kind kind, String detail) {
    public enum Kind {
        /** No such case was dispatched. */
        UNKNOWN_CASE,
        /** The case has no such item. */
        UNKNOWN_ITEM,
        /** The item set contradicts the catalogue; the message can never be applied. */
        INVALID_ITEMS, ALREADY_DISPATCHED,
        /** Withdrawn before it was received. */
        FORESTALLED,
        /** The item's end is recorded; what was first stands. */
        ALREADY_ENDED,
        /** The item is being ended. */
        ALREADY_CANCELLED,
        /** Nothing of what was to be withdrawn is still open. */
        NOTHING_OPEN,
        /** No prerequisite of the item failed. */
        NOT_BLOCKED,
        /** Only the lead department decides. */
        NOT_THE_LEAD,
        /** The lead has decided the other way. */
        DECIDED_OTHERWISE;

        /** Whether the message itself is wrong, rather than late or repeated. */
        public boolean isPoison() {
            return this == INVALID_ITEMS || this == UNKNOWN_ITEM || this == UNKNOWN_CASE;
        }
    }

    static Rejection unknownCase(String caseNo) {
        return new Rejection(Kind.UNKNOWN_CASE, "办件 " + caseNo + " 不存在或尚未分发。");
    }

    static Rejection unknownItem(String itemNo) {
        return new Rejection(Kind.UNKNOWN_ITEM, "本办件没有编号为 " + itemNo + " 的事项。");
    }

    static Rejection alreadyEnded(String itemNo) {
        return new Rejection(Kind.ALREADY_ENDED, "事项 " + itemNo + " 已办结，先作出的结论有效。");
    }

    static Rejection alreadyCancelled(String itemNo) {
        return new Rejection(Kind.ALREADY_CANCELLED, "事项 " + itemNo + " 正在撤回或终止。");
    }

    static Rejection notBlocked(String itemNo) {
        return new Rejection(Kind.NOT_BLOCKED, "事项 " + itemNo + " 的前置事项没有未通过的，无需牵头部门决定。");
    }

    static Rejection notTheLead(String lead) {
        return new Rejection(Kind.NOT_THE_LEAD, "只有牵头部门 " + lead + " 可以作出此决定。");
    }

    static Rejection decidedOtherwise(String itemNo) {
        return new Rejection(Kind.DECIDED_OTHERWISE, "牵头部门已对事项 " + itemNo + " 作出另一决定。");
    }
}
