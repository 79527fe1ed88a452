package org.lianban.result.bundle.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Entry;

/**
 * 办理轨迹 of one transaction.
 *
 * @param version of the case after it; the id of the server-sent event
 */
public record TimelineView(String caseNo, long version, List<Line> entries) {

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
        return switch (what) {
            case "CaseSubmitted" -> "提交申请";
            case "CorrectionNotified" -> "一次告知";
            case "CaseReceived" -> "收件";
            case "CaseWithdrawn" -> "申请人撤回";
            case "ItemsDispatched" -> "分发到各部门";
            case "ItemsReleased" -> "前置结果送达";
            case "ItemsBlocked" -> "前置未通过";
            case "ItemsCancelled" -> "通知终止办理";
            case "ItemReassigned" -> "改派";
            case "ItemAcknowledged" -> "部门接收";
            case "ItemAccepted" -> "受理";
            case "ItemNotAccepted" -> "不予受理";
            case "PreReviewConcluded" -> "预审结论";
            case "ItemSuspended" -> "特别程序开始";
            case "ItemResumed" -> "特别程序结束";
            case "ItemProgressed" -> "办理进度";
            case "VerificationUnavailable" -> "核验不可用";
            case "ItemDecided" -> "作出决定";
            case "ItemCancelled" -> "终止办理";
            case "CaseSettled" -> "全部办结";
            case "TimerWarned" -> "时限预警";
            case "TimerBreached" -> "超时";
            case "AcceptanceDeemed" -> "视为受理";
            case "MaterialsSupplemented" -> "补交材料";
            case "CommitmentOverdue" -> "容缺逾期";
            case "CaseLapsed" -> "补正不来办结";
            case "OriginalsTransferred" -> "原件移交";
            case "OriginalsReturned" -> "原件退还";
            case "MaterialsOverdue" -> "容缺逾期，待牵头部门决定";
            case "JointActivityScheduled" -> "安排联合活动";
            case "JointActivityConcluded" -> "联合活动结论";
            case "JointActivityCancelled" -> "取消联合活动";
            case "CorrectionRequested" -> "部门要求补正";
            case "CorrectionSupplied" -> "补正到齐";
            case "ItemExtended" -> "延期";
            case "ResultFiled" -> "结果反馈";
            case "JointConclusionGiven" -> "部门给出联合活动结论";
            case "CorrectionAsked" -> "发出补正告知书";
            case "DeliveryChosen" -> "选择领取方式";
            case "ResultReceived" -> "结果到窗";
            case "DeliveryCompleted" -> "送达";
            case "LicenceIssued" -> "签发电子证照";
            case "CaseArchived" -> "归档";
            case "SupervisionIssued" -> "督办";
            case "SupervisionCleared" -> "督办销号";
            default -> what;
        };
    }
}
