package org.lianban.result.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;

/**
 * 办理过程 beyond the ordinary, as the department told it.
 *
 * @param correction 部门补正, once
 * @param extension 延期, once: the first stands
 * @param filed 结果反馈: the first stands
 * @param conclusions 联合活动结论, by activity
 */
public record Course(@Nullable Correction correction, @Nullable Extension extension, @Nullable Filed filed,
        List<Conclusion> conclusions) {
    public static final Course NONE = new Course(null, null, null, List.of());

    /**
     * @param defects how many
     * @param suppliedAt 补正到齐
     * @param notice what this service made of it; null until it was published
     */
    public record Correction(Instant requestedAt, int defects, @Nullable Instant suppliedAt, @Nullable Notice notice) {
        public boolean isOpen() {
            return suppliedAt == null;
        }
    }

    /** 补正告知书. @param dueAt null: no term */
    public record Notice(String no, Instant at, @Nullable Instant dueAt) {}

    /** 延期 (行政许可法 42). */
    public record Extension(Instant at, int workingDays, ApproverRole approver) {}

    /** @param physical a certificate of paper or plastic is on its way to the window */
    public record Filed(Instant at, boolean physical, @Nullable String certificateNo) {}

    public record Conclusion(String activity, boolean passed, Instant at) {}

    public Course {
        conclusions = conclusions == null ? List.of() : List.copyOf(conclusions);
    }

    Course with(Correction changed) {
        return new Course(changed, extension, filed, conclusions);
    }

    Course supplied(Instant at) {
        return correction == null
                ? this
                : with(new Correction(correction.requestedAt(), correction.defects(), at, correction.notice()));
    }

    Course notified(Notice notice) {
        return correction == null
                ? this
                : with(new Correction(correction.requestedAt(), correction.defects(), correction.suppliedAt(), notice));
    }

    Course with(Extension granted) {
        return extension != null ? this : new Course(correction, granted, filed, conclusions);
    }

    Course with(Filed result) {
        return filed != null ? this : new Course(correction, extension, result, conclusions);
    }

    Course with(Conclusion given) {
        var all = new ArrayList<>(conclusions);
        all.removeIf(c -> c.activity().equals(given.activity()));
        all.add(given);
        return new Course(correction, extension, filed, all);
    }
}
