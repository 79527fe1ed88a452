package org.lianban.result.oversight.supervision;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;

/** 体外循环: whether a decision of a department's own system went through a case here. */
public final class Outside {
    private Outside() {}

    /** A decision as the department's system lists it. */
    public record Decision(String decisionNo, @Nullable String caseNo, @Nullable String itemNo) {}

    /** Why a decision is outside. */
    public enum Reason {
        /** It names no case. */
        NO_CASE_NUMBER("没有办件编号"),
        /** No such case. */
        UNKNOWN_CASE("没有此办件"),
        /** The case has no such item, or the item belongs to another department. */
        OTHER_ITEM("办件中没有该部门的此事项"),
        /** The item is not decided here. */
        NOT_DECIDED("平台上尚未作出决定"),
        /** The item was decided here with another number. */
        OTHER_DECISION("平台上的决定文号不同");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param bundle of the case that the decision names; null: there is none. Empty: it went through the case. */
    public static Optional<Reason> of(Decision decision, String department, @Nullable Bundle bundle) {
        if (decision.caseNo() == null) {
            return Optional.of(Reason.NO_CASE_NUMBER);
        }
        if (bundle == null) {
            return Optional.of(Reason.UNKNOWN_CASE);
        }
        var item = decision.itemNo() == null ? null : bundle.items().get(decision.itemNo());
        var task = item == null ? null : item.task();
        if (item == null || task == null || !task.department().equals(department)) {
            return Optional.of(Reason.OTHER_ITEM);
        }
        var end = item.end();
        if (end == null) {
            return Optional.of(Reason.NOT_DECIDED);
        }
        return Objects.equals(end.decisionNo(), decision.decisionNo())
                ? Optional.empty()
                : Optional.of(Reason.OTHER_DECISION);
    }
}
