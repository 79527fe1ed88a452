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
        INVALID_ITEMS,
        ALREADY_DISPATCHED,
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
        /** The item owes no such material. */
        NOT_OWED,
        /** The case has no such joint activity. */
        UNKNOWN_ACTIVITY,
        /** The joint activity is over or was cancelled, or the item has concluded. */
        ACTIVITY_OVER,
        /** The item does not take part in the joint activity. */
        NOT_A_PARTICIPANT,
        TOO_FEW_ITEMS,
        NAMED_TWICE,
        TOO_MANY_ACTIVITIES,
        IN_THE_PAST,
        /** Only the lead department decides. */
        NOT_THE_LEAD,
        /** The lead has decided the other way. */
        DECIDED_OTHERWISE;

        /** Whether the message itself is wrong, rather than late or repeated. */
        public boolean isPoison() {
            return this == INVALID_ITEMS || this == UNKNOWN_ITEM || this == UNKNOWN_CASE;
        }
    }

    /** Whether the request, not the state of the case, is to blame. */
    public boolean ofRequest() {
        return switch (kind) {
            case TOO_FEW_ITEMS, NAMED_TWICE, IN_THE_PAST -> true;
            case UNKNOWN_CASE, UNKNOWN_ITEM, INVALID_ITEMS, ALREADY_DISPATCHED, FORESTALLED, ALREADY_ENDED,
                    ALREADY_CANCELLED, NOTHING_OPEN, NOT_BLOCKED, NOT_OWED, UNKNOWN_ACTIVITY, ACTIVITY_OVER,
                    NOT_A_PARTICIPANT, TOO_MANY_ACTIVITIES, NOT_THE_LEAD, DECIDED_OTHERWISE ->
                false;
        };
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

    static Rejection notOwed(String itemNo) {
        return new Rejection(Kind.NOT_OWED, "事项 " + itemNo + " 没有待补的此项材料。");
    }

    static Rejection unknownActivity(String id) {
        return new Rejection(Kind.UNKNOWN_ACTIVITY, "本办件没有联合活动 " + id + "。");
    }

    static Rejection activityOver(String id) {
        return new Rejection(Kind.ACTIVITY_OVER, "联合活动 " + id + " 已结束或已取消。");
    }

    static Rejection notBlocked(String itemNo) {
        return new Rejection(Kind.NOT_BLOCKED, "事项 " + itemNo + " 的前置事项没有未通过的，材料也未逾期，无需牵头部门决定。");
    }

    static Rejection notTheLead(String lead) {
        return new Rejection(Kind.NOT_THE_LEAD, "只有牵头部门 " + lead + " 可以作出此决定。");
    }

    static Rejection decidedOtherwise(String itemNo) {
        return new Rejection(Kind.DECIDED_OTHERWISE, "牵头部门已对事项 " + itemNo + " 作出另一决定。");
    }
}
