package org.lianban.department.task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.event.JointActivity;
import tools.jackson.databind.JsonNode;

/**
 * What only few tasks have; most have {@link #NONE}.
 *
 * @param resultHeard last event of result-service's sequence that was handed on; 0: none
 * @param joints 联合活动 it takes part in
 * @param supplements materials that came after the receipt
 * @param form fields that were corrected, by name; null: none
 */
public record Extras(Set<Mark> marks, long resultHeard, List<Joint> joints, List<MaterialRef> supplements,
        @Nullable JsonNode form) {
    public static final Extras NONE = new Extras(Set.of(), 0, List.of(), List.of(), null);

    public Extras {
        marks = Set.copyOf(marks);
        joints = List.copyOf(joints);
        supplements = List.copyOf(supplements);
    }

    /** What is true of a task for good, or until it is not. */
    public enum Mark {
        /** 绿色通道: handed out before others. */
        PRIORITY,
        /** The department has used its one correction. */
        CORRECTED,
        /** The last pre-review did not pass. */
        PRE_REVIEW_FAILED,
        /** The department has used its one extension. */
        EXTENDED,
        /** The result was fed back. */
        FILED
    }

    /** @param concluded whether the department has concluded */
    public record Joint(JointActivity activity, boolean concluded) {
        public String id() {
            return activity.id();
        }
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    public Optional<Joint> joint(String id) {
        return joints.stream().filter(j -> j.id().equals(id)).findFirst();
    }

    Extras marked(Mark mark, boolean on) {
        if (has(mark) == on) {
            return this;
        }
        Set<Mark> changed = EnumSet.noneOf(Mark.class);
        changed.addAll(marks);
        if (on) {
            changed.add(mark);
        } else {
            changed.remove(mark);
        }
        return new Extras(changed, resultHeard, joints, supplements, form);
    }

    Extras heard(long sequence) {
        return new Extras(marks, sequence, joints, supplements, form);
    }

    /** The last of each code stands, so that no more is kept than the list has materials. */
    Extras supplied(List<MaterialRef> more, @Nullable JsonNode corrected) {
        if (more.isEmpty() && corrected == null) {
            return this;
        }
        List<String> codes = more.stream().map(MaterialRef::code).toList();
        List<MaterialRef> all = new ArrayList<>(supplements);
        all.removeIf(old -> codes.contains(old.code()));
        all.addAll(more);
        return new Extras(marks, resultHeard, joints, all, corrected == null ? form : corrected);
    }

    /** The activity of the same id is replaced; what was concluded stays concluded. */
    Extras taking(JointActivity activity) {
        boolean concluded = joint(activity.id()).map(Joint::concluded).orElse(false);
        return without(activity.id()).with(new Joint(activity, concluded));
    }

    Extras concluding(String id) {
        return joint(id).map(j -> without(id).with(new Joint(j.activity(), true))).orElse(this);
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
        return new Extras(marks, resultHeard, all, supplements, form);
    }
}
