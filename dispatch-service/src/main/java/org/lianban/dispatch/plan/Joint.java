package org.lianban.dispatch.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.JointActivity;

/**
 * 联合活动 of one case (新政文〔2024〕62号 附件3 四: organised by the lead department).
 *
 * @param state what became of it
 * @param conclusions in the order they were given, at most one per participant
 * @param reason why it was cancelled
 */
public record Joint(JointActivity activity, State state, List<Conclusion> conclusions, @Nullable String reason) {
    /** 活动状态. */
    public enum State {
        /** 已安排. */
        SCHEDULED,
        /** 已完成: everybody who had not ended has concluded. */
        CONCLUDED,
        /** 已取消. */
        CANCELLED
    }

    public Joint {
        conclusions = List.copyOf(conclusions);
    }

    static Joint scheduled(JointActivity activity) {
        return new Joint(activity, State.SCHEDULED, List.of(), null);
    }

    public String id() {
        return activity.id();
    }

    public boolean open() {
        return state == State.SCHEDULED;
    }

    public boolean concerns(String itemNo) {
        return activity.participants().stream().map(JointActivity.Participant::itemNo).anyMatch(itemNo::equals);
    }

    public boolean concludedBy(String itemNo) {
        return conclusions.stream().map(Conclusion::itemNo).anyMatch(itemNo::equals);
    }

    List<String> items() {
        return activity.participants().stream().map(JointActivity.Participant::itemNo).toList();
    }

    Joint arrangedAnew(JointActivity changed) {
        return new Joint(changed, state, conclusions, reason);
    }

    Joint with(Conclusion conclusion) {
        List<Conclusion> all = new ArrayList<>(conclusions);
        all.add(conclusion);
        return new Joint(activity, state, all, reason);
    }

    Joint concluded() {
        return new Joint(activity, State.CONCLUDED, conclusions, reason);
    }

    Joint cancelled(String why) {
        return new Joint(activity, State.CANCELLED, conclusions, why);
    }
}
