package org.lianban.result.bundle.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Channel;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Course;
import org.lianban.result.bundle.clock.Clock;

/**
 * 办件总览: the whole bundle at one look.
 *
 * @param version one more with every transaction that changed the case; also the ETag
 * @param applicantName masked
 * @param next what happens next, in Chinese
 * @param due the nearest deadline that is open
 * @param items 联办事项 in list order; empty until dispatched
 * @param skipped 不适用: items that the applicant's answers left out
 * @param extra what most cases never have; null for one that has nothing of it
 */
public record CaseView(String caseNo, long version, @Nullable String region, @Nullable String regionName,
        @Nullable OneThingRef oneThing, @Nullable DepartmentRef lead, @Nullable Channel channel,
        @Nullable String window, @Nullable String applicantName, @Nullable String provinceNo,
        @Nullable String receiptNo, CaseState state, String stateText, ResultEvent.@Nullable CaseOutcome outcome,
        @Nullable String outcomeText, String next, @Nullable DueView due, Progress progress, Times times,
        List<ItemView> items, List<ItemRef> skipped, @Nullable Extra extra) {

    /**
     * @param test 测试办件: out of every statistic
     * @param priority 绿色通道
     * @param correction 一次告知 of the current round, while it is with the applicant
     * @param owed 容缺 and 承诺, kept ones included
     * @param originals 原件移交和退还, oldest first
     * @param withdrawal 撤回: what was stopped, what stays, what was returned
     * @param orders 督办 that are not cleared
     */
    public record Extra(boolean test, boolean priority, @Nullable CorrectionView correction, List<OwedView> owed,
            List<OriginalsView> originals, List<JointView> joints, @Nullable WithdrawalView withdrawal,
            List<OrderView> orders, @Nullable DeliveryView delivery, @Nullable Instant lapsedAt) {}

    public record MaterialName(String code, String name) {}

    /** @param dueAt null: no term */
    public record CorrectionView(@Nullable String noticeNo, Instant askedAt, @Nullable Instant dueAt,
            @Nullable Instant suppliedAt) {}

    /** @param open the applicant still has to bring it */
    public record OwedView(MaterialName material, Commitment.Type type, @Nullable Instant dueAt, List<String> items,
            @Nullable Instant suppliedAt, @Nullable Instant overdueAt, boolean open) {}

    /** @param returned to the applicant; otherwise to the lead department */
    public record OriginalsView(boolean returned, List<MaterialName> materials, String receiver, Instant at) {}

    /** @param passed null while it is to come, and where it was cancelled */
    public record JointView(String id, JointActivity.Kind kind, String kindText, DepartmentRef organiser,
            List<ItemRef> items, Instant at, String place, @Nullable Boolean passed, List<ItemRef> failed,
            @Nullable Instant endedAt, boolean cancelled) {}

    /**
     * @param whole the whole case was withdrawn
     * @param stopped items that ended by it
     * @param kept items that had been decided before: their results stand
     * @param pending items whose department has not confirmed yet
     * @param returned materials that were given back
     */
    public record WithdrawalView(Instant at, boolean whole, List<ItemRef> stopped, List<ItemRef> kept,
            List<ItemRef> pending, List<MaterialName> returned) {}

    public record OrderView(String id, ResultEvent.Level level, String levelText, @Nullable String itemNo,
            DepartmentRef department, String rule, @Nullable Instant replyDue, Instant at) {}

    /**
     * @param choice 领取方式; null while the applicant has not chosen
     * @param items that yield a result, with how far each is
     */
    public record DeliveryView(ResultEvent.@Nullable Choice choice, ResultEvent.@Nullable Way way, int delivered,
            int items, @Nullable Instant archivedAt, @Nullable String archiveDigest) {}

    /** @param hash the catalogue version the case keeps */
    public record OneThingRef(String code, @Nullable String name, String hash) {}

    public record DepartmentRef(String id, String name) {}

    public record ItemRef(String itemNo, String name) {}

    public record Progress(int ended, int total) {}

    /** @param round 0, then one more with every resubmission */
    public record Times(int round, @Nullable Instant handedInAt, @Nullable Instant correctionNotifiedAt,
            @Nullable Instant receivedAt, @Nullable Instant dispatchedAt, @Nullable Instant withdrawnAt,
            @Nullable Instant settledAt) {}

    /**
     * A deadline in short.
     *
     * @param due null while paused
     * @param provisional days were counted whose calendar is not published yet
     */
    public record DueView(ResultEvent.Timer timer, String timerText, @Nullable String itemNo, @Nullable Instant due,
            @Nullable LocalDate lastDay, @Nullable Instant amber, Clock.Status status, boolean dueSoon,
            boolean provisional) {}

    /**
     * @param since when it came into this state
     * @param due the nearest open deadline of the item
     * @param waitsFor 前置未结: prerequisites that are open
     * @param why why it does not go on, in Chinese; null when nothing holds it up
     * @param next what happens next, in Chinese
     * @param deemed 视为受理
     * @param progressNote 办理进度 as the department told it
     * @param extra what most items never have; null for one that has nothing of it
     */
    public record ItemView(String itemNo, String name, ItemKind kind, ItemState state, String stateText,
            DepartmentRef department, List<DepartmentRef> others, @Nullable Instant since, @Nullable DueView due,
            List<Waiting> waitsFor, @Nullable String why, String next, @Nullable Instant acceptedAt, boolean deemed,
            @Nullable Instant endedAt, @Nullable String decisionNo, @Nullable String progressNote,
            @Nullable ItemExtra extra) {}

    /**
     * @param correction 部门补正
     * @param extension 延期
     * @param acceptedByWindow 收件即受理: the window that accepted in the department's name
     * @param conclusions 联合活动结论 of its department
     */
    public record ItemExtra(@Nullable CorrectionView correction, Course.@Nullable Extension extension,
            @Nullable String acceptedByWindow, List<Course.Conclusion> conclusions, @Nullable ResultView result) {}

    /**
     * 结果去向.
     *
     * @param filedAt 结果反馈
     * @param receivedAt 结果到窗
     */
    public record ResultView(@Nullable Instant filedAt, boolean physical, @Nullable String certificateNo,
            @Nullable Instant receivedAt, @Nullable String window, @Nullable Instant deliveredAt,
            ResultEvent.@Nullable Way way, @Nullable String proof, @Nullable String licenceId,
            @Nullable String licenceName, @Nullable LocalDate validUntil) {}

    /** A prerequisite that is waited for, with who has it and how far it is. */
    public record Waiting(String itemNo, String name, ItemState state, String stateText, DepartmentRef department) {}
}
