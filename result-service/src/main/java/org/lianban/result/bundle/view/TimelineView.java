package org.lianban.result.bundle.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Entry;

/**
 * 办理轨迹 of one transaction.
 *
 * @param version of the case after it; the id of the server-sent event
 */
public record TimelineView(String caseNo, long version, List<Line> entries) {
    /** What every event is called, by its name. */
    static final Map<String, String> TEXTS = Map.ofEntries(
            text(IntakeEvent.CaseSubmitted.class, "提交申请"),
            text(IntakeEvent.CorrectionNotified.class, "一次告知"),
            text(IntakeEvent.CaseReceived.class, "收件"),
            text(IntakeEvent.CaseWithdrawn.class, "申请人撤回"),
            text(DispatchEvent.ItemsDispatched.class, "分发到各部门"),
            text(DispatchEvent.ItemsReleased.class, "前置结果送达"),
            text(DispatchEvent.ItemsBlocked.class, "前置未通过"),
            text(DispatchEvent.ItemsCancelled.class, "通知终止办理"),
            text(DispatchEvent.ItemReassigned.class, "改派"),
            text(DepartmentEvent.ItemAcknowledged.class, "部门接收"),
            text(DepartmentEvent.ItemAccepted.class, "受理"),
            text(DepartmentEvent.ItemNotAccepted.class, "不予受理"),
            text(DepartmentEvent.PreReviewConcluded.class, "预审结论"),
            text(DepartmentEvent.ItemSuspended.class, "特别程序开始"),
            text(DepartmentEvent.ItemResumed.class, "特别程序结束"),
            text(DepartmentEvent.ItemProgressed.class, "办理进度"),
            text(DepartmentEvent.VerificationUnavailable.class, "核验不可用"),
            text(DepartmentEvent.ItemDecided.class, "作出决定"),
            text(DepartmentEvent.ItemCancelled.class, "终止办理"),
            text(ResultEvent.CaseSettled.class, "全部办结"),
            text(ResultEvent.TimerWarned.class, "时限预警"),
            text(ResultEvent.TimerBreached.class, "超时"),
            text(ResultEvent.AcceptanceDeemed.class, "视为受理"),
            text(IntakeEvent.MaterialsSupplemented.class, "补交材料"),
            text(IntakeEvent.CommitmentOverdue.class, "容缺逾期"),
            text(IntakeEvent.CaseLapsed.class, "补正不来办结"),
            text(IntakeEvent.OriginalsTransferred.class, "原件移交"),
            text(IntakeEvent.OriginalsReturned.class, "原件退还"),
            text(DispatchEvent.MaterialsOverdue.class, "容缺逾期，待牵头部门决定"),
            text(DispatchEvent.JointActivityScheduled.class, "安排联合活动"),
            text(DispatchEvent.JointActivityConcluded.class, "联合活动结论"),
            text(DispatchEvent.JointActivityCancelled.class, "取消联合活动"),
            text(DepartmentEvent.CorrectionRequested.class, "部门要求补正"),
            text(DepartmentEvent.CorrectionSupplied.class, "补正到齐"),
            text(DepartmentEvent.ItemExtended.class, "延期"),
            text(DepartmentEvent.ResultFiled.class, "结果反馈"),
            text(DepartmentEvent.JointConclusionGiven.class, "部门给出联合活动结论"),
            text(ResultEvent.CorrectionAsked.class, "发出补正告知书"),
            text(ResultEvent.DeliveryChosen.class, "选择领取方式"),
            text(ResultEvent.ResultReceived.class, "结果到窗"),
            text(ResultEvent.DeliveryCompleted.class, "送达"),
            text(ResultEvent.LicenceIssued.class, "签发电子证照"),
            text(ResultEvent.CaseArchived.class, "归档"),
            text(ResultEvent.SupervisionIssued.class, "督办"),
            text(ResultEvent.SupervisionCleared.class, "督办销号"));

    private static Map.Entry<String, String> text(Class<? extends CaseEvent> event, String text) {
        return Map.entry(event.getSimpleName(), text);
    }

    /**
     * @param what name of the event, {@code ItemDecided}; {@code text} says it in Chinese
     * @param items item numbers it is about; empty: the whole case
     * @param department id of who acted or is responsible
     * @param detail outcome, notice or decision number, reason, deadline
     */
    public record Line(String what, String text, Instant at, List<String> items, @Nullable String department,
            @Nullable String detail, @Nullable String actor) {}

    public static TimelineView of(String caseNo, long version, List<Entry> entries) {
        return new TimelineView(caseNo, version, entries.stream().map(e -> new Line(e.what(), text(e.what()), e.at(),
                e.items(), e.department(), e.detail(), e.actor())).toList());
    }

    /** An event of a later release is shown by its name. */
    private static String text(String what) {
        return TEXTS.getOrDefault(what, what);
    }
}
