package org.lianban.department.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianban.contracts.dispatch.JointActivity;

/**
 * What only few tasks have; most have {@link #NONE}.
 *
 * @param priority 绿色通道: handed out before others
 * @param corrected the department has used its one correction
 * @param preReviewFailed the last pre-review did not pass
 * @param extended the department has used its one extension
 * @param filed the result was fed back
 * @param resultHeard last event of result-service's sequence that was handed on; 0: none
 * @param joints 联合活动 it takes part in
 */
public record Extras(boolean priority, boolean corrected, boolean preReviewFailed, boolean extended, boolean filed,
        long resultHeard, List<Joint> joints) {
    public static final Extras NONE = new Extras(false, false, false, false, false, 0, List.of());

    public Extras {
        joints = List.copyOf(joints);
    }

    /** @param concluded whether the department has concluded */
    public record Joint(String id, JointActivity.Kind kind, boolean concluded) {}

    Optional<Joint> joint(String id) {
        return joints.stream().filter(j -> j.id().equals(id)).findFirst();
    }

    Extras prioritised() {
        return new Extras(true, corrected, preReviewFailed, extended, filed, resultHeard, joints);
    }

    Extras correctionUsed() {
        return new Extras(priority, true, preReviewFailed, extended, filed, resultHeard, joints);
    }

    Extras preReviewed(boolean passed) {
        return new Extras(priority, corrected, !passed, extended, filed, resultHeard, joints);
    }

    Extras extensionUsed() {
        return new Extras(priority, corrected, preReviewFailed, true, filed, resultHeard, joints);
    }

    Extras resultFiled() {
        return new Extras(priority, corrected, preReviewFailed, extended, true, resultHeard, joints);
    }

    Extras heard(long sequence) {
        return new Extras(priority, corrected, preReviewFailed, extended, filed, sequence, joints);
    }

    /** The activity of the same id is replaced; what was concluded stays concluded. */
    Extras taking(JointActivity activity) {
        boolean concluded = joint(activity.id()).map(Joint::concluded).orElse(false);
        return without(activity.id()).with(new Joint(activity.id(), activity.kind(), concluded));
    }

    Extras concluding(String id) {
        return joint(id).map(j -> without(id).with(new Joint(id, j.kind(), true))).orElse(this);
    }

    Extras without(String id) {
        return with(joints.stream().filter(j -> !j.id().equals(id)).toList());
    }

    private Extras with(Joint joint) {
        List<Joint> all = new ArrayList<>(joints);
        all.add(joint);
        return with(all);
    }

    private Extras with(List<Joint> all) {
        return new Extras(priority, corrected, preReviewFailed, extended, filed, resultHeard, all);
    }
}
