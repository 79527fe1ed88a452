package org.lianban.result.bundle.view;

import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent;

/** The Chinese words for states and clocks, once. */
final class Texts {
    private Texts() {}

    static String of(CaseState state) {
        return switch (state) {
            case SUBMITTED -> "已提交，待收件";
            case CORRECTION_NOTIFIED -> "已一次告知，待补正";
            case RECEIVED -> "已收件";
            case DISPATCHED -> "已分发";
            case IN_PROGRESS -> "办理中";
            case SETTLED -> "全部办结";
            case DELIVERING -> "送达中";
            case DELIVERED -> "已送达";
            case ARCHIVED -> "已归档";
            case LAPSED -> "补正不来办结";
            case WITHDRAWN -> "已撤回";
        };
    }

    static String of(ItemState state) {
        return switch (state) {
            case DISPATCHED -> "已推送";
            case ACKNOWLEDGED -> "已接收";
            case CORRECTION -> "部门补正告知";
            case IN_REVIEW -> "审查中";
            case PRE_REVIEW -> "容缺预审";
            case WAITING_PREREQUISITE -> "待前置结果";
            case READY -> "可决定";
            case SUSPENDED -> "特别程序";
            case VERIFYING -> "核验中";
            case UNAVAILABLE -> "核验不可用";
            case BLOCKED -> "前置未通过";
            case APPROVED -> "准予";
            case DENIED -> "不予";
            case MATCHED -> "核验一致";
            case MISMATCHED -> "核验不一致";
            case NOT_ACCEPTED -> "不予受理";
            case WITHDRAWN -> "已撤回";
            case TERMINATED -> "前置未通过终止";
        };
    }

    static String of(ResultEvent.CaseOutcome outcome) {
        return switch (outcome) {
            case APPROVED -> "全部准予";
            case PARTLY -> "部分准予";
            case DENIED -> "不予";
            case WITHDRAWN -> "已撤回";
            case TERMINATED -> "已终止";
            case NOT_ACCEPTED -> "不予受理";
        };
    }

    static String of(ResultEvent.Timer timer) {
        return switch (timer) {
            case INTAKE -> "收件时限";
            case STATUTORY_NOTICE -> "法定告知时限";
            case ACCEPTANCE -> "部门受理时限";
            case PROMISE -> "承诺办结时限";
            case STATUTORY -> "法定办结时限";
            case SPECIAL_PROCEDURE -> "特别程序时限";
            case CORRECTION -> "补正期限";
            case TOLERANCE -> "容缺补齐期限";
            case PRE_REVIEW -> "容缺预审时限";
            case IMMEDIATE_DECISION -> "即时决定时限";
            case RESULT_FILING -> "结果反馈时限";
            case SAME_DAY_DELIVERY -> "当日送达时限";
            case RATING -> "差评整改时限";
            case SUPERVISION -> "督办回复时限";
            case PROGRESS -> "进度更新时限";
            case CERTIFICATE_EXPIRY -> "证照到期提醒";
        };
    }

    static String of(ResultEvent.Level level) {
        return switch (level) {
            case REMIND -> "提醒";
            case ORDER -> "督办";
            case CIRCULATE -> "通报";
            case ACCOUNTABILITY -> "问责建议";
        };
    }

    static String of(JointActivity.Kind kind) {
        return switch (kind) {
            case REVIEW -> "联合评审";
            case INSPECTION -> "联合勘验";
            case ACCEPTANCE -> "联合验收";
        };
    }

    /** What happens next, and who does it. */
    static String next(ItemState state, String department) {
        return switch (state) {
            case DISPATCHED -> "等待" + department + "接收并作出受理决定";
            case CORRECTION -> "等待申请人按补正告知书补正，补正后由" + department + "作出受理或者不予受理决定";
            case ACKNOWLEDGED -> "等待" + department + "作出受理或者不予受理决定";
            case IN_REVIEW, READY -> "等待" + department + "作出审批决定";
            case PRE_REVIEW -> department + "先行预审，前置事项办结后作出决定";
            case WAITING_PREREQUISITE -> "前置事项办结后由" + department + "即时作出决定";
            case SUSPENDED -> "特别程序结束后由" + department + "继续办理";
            case VERIFYING -> "等待" + department + "反馈核验结果";
            case UNAVAILABLE -> "由" + department + "转人工核验";
            case BLOCKED -> "等待牵头部门决定继续办理或者终止";
            case APPROVED, DENIED, MATCHED, MISMATCHED, NOT_ACCEPTED, WITHDRAWN, TERMINATED -> "已办结";
        };
    }

    static String next(CaseState state) {
        return switch (state) {
            case SUBMITTED -> "等待窗口收件或者一次告知";
            case CORRECTION_NOTIFIED -> "等待申请人补正";
            case RECEIVED -> "等待分发到各部门";
            case DISPATCHED -> "等待各部门受理";
            case IN_PROGRESS -> "等待各部门办结";
            case SETTLED -> "已办结，结果待反馈、送达";
            case DELIVERING -> "等待申请人领取或者签收";
            case DELIVERED -> "等待归档";
            case LAPSED -> "已终结，可重新提交申请";
            case WITHDRAWN, ARCHIVED -> "已办结";
        };
    }
}
