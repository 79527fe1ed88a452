package org.lianban.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.OmitFalse;

/**
 * 办事要素 of a one-thing beyond list, graph and materials.
 *
 * @param contacts 负责人员和联络方式 of every joint department
 * @param places 办理地点
 * @param url 网办地址
 * @param baseline 改革前: what the separate items cost before they were joined; null where nobody stated it
 * @param steps 办理环节 as the applicant meets them now
 * @param commitments 承诺书 templates that materials refer to
 * @param jointHandling 联合办理 by decision of the government: 45 days and 15 more (行政许可法 42 第二款)
 * @param workingGroup 专班: who is told when supervision escalates
 * @param baseVersion 基本目录版本 of the province that the elements were taken from
 */
public record Particulars(@OmitEmpty List<Contact> contacts,
        @OmitEmpty List<Place> places,
        @Nullable String url,
        @Nullable Baseline baseline,
        @OmitEmpty List<String> steps,
        @OmitEmpty List<CommitmentText> commitments,
        @OmitFalse boolean jointHandling,
        @OmitEmpty List<Member> workingGroup,
        @Nullable String baseVersion) {
    /** Nothing is stated. */
    public static final Particulars NONE = new Particulars(List.of(), List.of(), null, null, List.of(), List.of(),
            false, List.of(), null);

    public Particulars {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        places = places == null ? List.of() : List.copyOf(places);
        steps = steps == null ? List.of() : List.copyOf(steps);
        commitments = commitments == null ? List.of() : List.copyOf(commitments);
        workingGroup = workingGroup == null ? List.of() : List.copyOf(workingGroup);
    }

    /** 联络人 of one department. */
    public record Contact(String department, @Nullable String person, @Nullable String phone) {}

    /** 办理地点. @param hours 办理时间 as shown */
    public record Place(String name, @Nullable String address, @Nullable String window, @Nullable String hours) {}

    /**
     * 改革前基线.
     *
     * @param materials handed in to all separate items together
     * @param fields filled in on all separate forms together
     * @param workingDays by {@code basis}
     * @param steps 办理环节 before
     */
    public record Baseline(int materials, int fields, int workingDays, List<String> steps, Basis basis) {
        /** What {@code workingDays} is. */
        public enum Basis {
            /** 法定期限之和. */
            STATUTORY_SUM,
            /** 原承诺期限之和. */
            OLD_PROMISE_SUM,
            /** 实测串联用时. */
            MEASURED_SERIAL
        }
    }

    /**
     * 承诺书 template.
     *
     * @param version from 1; a signature is for exactly one version
     * @param consequence 不履行承诺的后果
     */
    public record CommitmentText(String id, int version, String title, String text, String consequence) {}

    /** 专班成员. */
    public record Member(Role role, String name, @Nullable String title, @Nullable String department) {
        /** 专班职务. */
        public enum Role {
            /** 组长. */
            LEADER,
            /** 副组长. */
            DEPUTY,
            /** 成员. */
            MEMBER
        }
    }

    static final class None extends Unsaid {
        None() {
            super(NONE);
        }
    }
}
