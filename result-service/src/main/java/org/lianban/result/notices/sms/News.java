package org.lianban.result.notices.sms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.notices.Content;
import org.lianban.result.notices.Notice;

/** 进展: what one transaction means to the applicant, a sentence per event, what he has to act on first. */
public final class News {
    /** What has to be acted on, what was decided, what is good to know, what merely moved on. */
    private enum Rank {
        ACT, DECIDED, KNOW, MOVED
    }

    private record Sentence(Rank rank, String text) {}

    private final Function<String, String> itemName;
    private final List<Notice> notices;

    private News(Function<String, String> itemName, List<Notice> notices) {
        this.itemName = itemName;
        this.notices = notices;
    }

    /**
     * @param itemName of an item number
     * @param notices that the same transaction issued: they know the dates
     */
    public static List<String> of(List<CaseEvent> events, Function<String, String> itemName, List<Notice> notices,
            Scope scope) {
        var news = new News(itemName, notices);
        var sentences = new ArrayList<Sentence>();
        for (CaseEvent event : events) {
            var sentence = switch (event) {
                case IntakeEvent e -> news.intake(e);
                case DispatchEvent e -> news.dispatch(e);
                case DepartmentEvent e -> news.department(e);
                case ResultEvent e -> news.result(e);
            };
            if (sentence != null
                    && (scope == Scope.EVERY_CHANGE || scope == Scope.MILESTONES && sentence.rank != Rank.MOVED)) {
                sentences.add(sentence);
            }
        }
        return sentences.stream().sorted(Comparator.comparing(Sentence::rank)).map(Sentence::text).distinct().toList();
    }

    private @Nullable Sentence intake(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.CaseSubmitted e ->
                new Sentence(Rank.KNOW, e.round() == 0 ? "申请已提交，正在审查" : "补正材料已提交，重新审查");
            case IntakeEvent.CorrectionNotified e ->
                new Sentence(Rank.ACT, "有" + e.defects().size() + "处需要补正" + until(correction(null)));
            case IntakeEvent.CaseReceived e -> new Sentence(Rank.KNOW, "申请已收件，回执号" + e.receiptNo()
                    + (e.said().commitments().isEmpty()
                            ? ""
                            : "，" + e.said().commitments().size() + "项材料容缺或者承诺，请按期履行"));
            case IntakeEvent.MaterialsSupplemented e -> new Sentence(Rank.KNOW, "补交的材料已收到");
            case IntakeEvent.CommitmentOverdue e -> new Sentence(Rank.ACT, "容缺材料逾期未补齐，相关事项暂不能决定");
            case IntakeEvent.CaseLapsed e -> new Sentence(Rank.DECIDED, "逾期未补正，本件已办结，可以重新申请");
            case IntakeEvent.CaseWithdrawn e -> new Sentence(Rank.KNOW, "撤回申请已收到，正在终止办理");
            case IntakeEvent.OriginalsReturned e -> new Sentence(Rank.MOVED, "申报材料原件已退还");
            case IntakeEvent.OriginalsTransferred e -> null;
        };
    }

    private @Nullable Sentence dispatch(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.ItemsDispatched e ->
                new Sentence(Rank.MOVED, e.tasks().size() + "个事项已同步推送承办部门");
            case DispatchEvent.ItemsReleased e -> {
                var ready = e.releases().stream().filter(DispatchEvent.Release::mayDecide)
                        .map(r -> named(r.itemNo())).toList();
                yield ready.isEmpty() ? null : new Sentence(Rank.MOVED, String.join("", ready) + "可以作出决定");
            }
            case DispatchEvent.ItemsBlocked e -> new Sentence(Rank.KNOW, named(e.blocks().getFirst().itemNo())
                    + "因前置事项未通过，待牵头部门决定");
            case DispatchEvent.MaterialsOverdue e ->
                new Sentence(Rank.ACT, named(e.overdue().getFirst().itemNo()) + "所缺材料逾期，待牵头部门决定");
            case DispatchEvent.JointActivityScheduled e -> new Sentence(Rank.ACT, "将组织" + switch (e.activity().kind()) {
                case REVIEW -> "联合评审";
                case INSPECTION -> "联合勘验";
                case ACCEPTANCE -> "联合验收";
            } + "，地点：" + e.activity().place());
            case DispatchEvent.JointActivityConcluded e -> new Sentence(Rank.MOVED, "联合活动已有结论");
            case DispatchEvent.JointActivityCancelled e -> new Sentence(Rank.ACT, "原定联合活动已取消");
            case DispatchEvent.ItemReassigned e -> new Sentence(Rank.MOVED, named(e.itemNo()) + "承办部门已调整");
            case DispatchEvent.ItemsCancelled e -> null;
        };
    }

    private @Nullable Sentence department(DepartmentEvent event) {
        var item = named(event.itemNo());
        return switch (event) {
            case DepartmentEvent.ItemAcknowledged e -> new Sentence(Rank.MOVED, item + "承办部门已接收");
            case DepartmentEvent.ItemAccepted e -> new Sentence(Rank.KNOW, item + "已受理" + promised(e.itemNo()));
            case DepartmentEvent.ItemNotAccepted e -> new Sentence(Rank.DECIDED, item + "不予受理，理由见决定书");
            case DepartmentEvent.CorrectionSupplied e -> new Sentence(Rank.MOVED, item + "补正材料已转承办部门");
            case DepartmentEvent.PreReviewConcluded e ->
                new Sentence(Rank.MOVED, item + (e.passed() ? "预审通过，待前置事项办结" : "预审发现问题，将在决定中说明"));
            case DepartmentEvent.ItemSuspended e -> new Sentence(Rank.KNOW, item + "进入" + e.procedure() + "，期限见告知书");
            case DepartmentEvent.ItemResumed e -> new Sentence(Rank.MOVED, item + "特别程序结束，继续办理");
            case DepartmentEvent.ItemExtended e ->
                new Sentence(Rank.KNOW, item + "办理期限延长" + e.workingDays() + "个工作日，理由见告知书");
            case DepartmentEvent.VerificationUnavailable e -> new Sentence(Rank.MOVED, item + "转人工核验");
            case DepartmentEvent.ItemDecided e -> new Sentence(Rank.DECIDED, item + switch (e.outcome()) {
                case APPROVED -> "已准予";
                case DENIED -> "不予办理，理由见决定书";
                case MATCHED -> "核验一致";
                case MISMATCHED -> "核验不一致";
                case NOT_ACCEPTED, WITHDRAWN, TERMINATED -> "已办结";
            });
            case DepartmentEvent.ItemCancelled e -> new Sentence(Rank.DECIDED, item + "已终止办理");
            case DepartmentEvent.CorrectionRequested e -> null;
            case DepartmentEvent.ResultFiled e -> new Sentence(Rank.MOVED, item + "结果已反馈");
            case DepartmentEvent.JointConclusionGiven e -> null;
            case DepartmentEvent.ItemProgressed e -> null;
        };
    }

    private @Nullable Sentence result(ResultEvent event) {
        return switch (event) {
            case ResultEvent.CaseSettled e -> new Sentence(Rank.DECIDED, "本件已全部办结");
            case ResultEvent.CorrectionAsked e -> new Sentence(Rank.ACT,
                    named(e.itemNo()) + "有" + e.defects().size() + "处需要补正" + until(correction(e.itemNo())));
            case ResultEvent.ResultReceived e -> notices.stream()
                    .map(n -> n.content() instanceof Content.Collection c ? c : null)
                    .filter(Objects::nonNull).findFirst()
                    .map(c -> new Sentence(Rank.ACT, c.together()
                            ? "全部" + c.items().size() + "项结果可以领取：" + c.place()
                            : named(e.itemNo()) + "结果可以领取：" + c.place()))
                    .orElse(new Sentence(Rank.MOVED, named(e.itemNo()) + "结果已到发证窗口"));
            case ResultEvent.DeliveryCompleted e ->
                new Sentence(Rank.KNOW, e.items().size() + "项结果已" + switch (e.way()) {
                    case WINDOW -> "领取";
                    case COURIER -> "寄出，快递单号" + e.proof();
                    case ELECTRONIC -> "电子送达";
                });
            case ResultEvent.LicenceIssued e -> new Sentence(Rank.KNOW, "电子证照“" + e.name() + "”已生成");
            case ResultEvent.CaseArchived e -> new Sentence(Rank.MOVED, "本件已归档");
            case ResultEvent.DeliveryChosen e -> new Sentence(Rank.MOVED, "领取方式已登记");
            case ResultEvent.TimerWarned e -> null;
            case ResultEvent.TimerBreached e -> null;
            case ResultEvent.AcceptanceDeemed e -> null;
            case ResultEvent.SupervisionIssued e -> null;
            case ResultEvent.SupervisionCleared e -> null;
        };
    }

    private String named(String itemNo) {
        return "“" + itemName.apply(itemNo) + "”";
    }

    private Optional<LocalDateTime> correction(@Nullable String itemNo) {
        return notices.stream().filter(n -> Objects.equals(n.head().itemNo(), itemNo))
                .map(n -> n.content() instanceof Content.Correction c ? c.due() : null)
                .filter(Objects::nonNull).findFirst();
    }

    private static String until(Optional<LocalDateTime> due) {
        return due.map(d -> "，请于" + day(d.minusNanos(1).toLocalDate()) + "前补正").orElse("，请尽快补正");
    }

    private String promised(String itemNo) {
        return notices.stream().filter(n -> itemNo.equals(n.head().itemNo()))
                .map(n -> n.content() instanceof Content.Acceptance a && a.promise() != null
                        ? a.promise().lastDay()
                        : null)
                .filter(Objects::nonNull).findFirst().map(d -> "，承诺" + day(d) + "前办结").orElse("");
    }

    private static String day(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 通知范围: of what the applicant is told. */
    public enum Scope {
        /** Nothing. */
        NONE,
        /** What he has to know or to do: receipt, notices, decisions, collection. */
        MILESTONES,
        /** Every change of state of the case and of each item. */
        EVERY_CHANGE
    }
}
