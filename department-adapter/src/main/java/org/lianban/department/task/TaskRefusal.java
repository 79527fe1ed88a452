package org.lianban.department.task;

import org.lianban.command.Decision;
import org.lianban.command.Refusal.Kind;
import org.lianban.command.Refusal;

/**
 * Why a reply or a command is refused. The names are the stable codes of the wire.
 *
 * @see org.lianban.contracts.api.ReplyAnswer#code
 */
public enum TaskRefusal implements Refusal.Code {
    UNKNOWN_TASK("没有此任务", "there is no such task", false),
    NOT_YOURS("此任务由其他部门办理", "another department handles this task", false),
    REPLY_ID_MISSING("replyId 须为 1 至 64 个可见字符", "replyId has 1 to 64 printable characters", false),
    TASK_ID_MISSING("缺少 taskId", "taskId is missing", false),
    TYPE_MISSING("缺少或无法识别答复类型 type", "type is missing or unknown", false),
    UNREADABLE("无法识别此条答复", "this reply cannot be read", false),
    REASONS_MISSING("须写明理由，每条不超过 1000 字，最多 50 条", "reasons are required: at most 50 of at most 1000 characters", false),
    FINDINGS_MISSING("预审不通过须写明问题", "a failed pre-review needs findings", false),
    PROCEDURE_MISSING("须写明所依据的特别程序", "the special procedure must be named", false),
    NOTE_MISSING("须写明办理进度，不超过 2000 字", "note is required, at most 2000 characters", false),
    TOO_LONG("内容超过长度限制", "a value is longer than its limit", false),
    REPLY_ID_REUSED("同一 replyId 已用于不同内容", "this replyId was used for another content", false),
    TOO_MANY_REPLIES("此任务的答复次数已达上限", "this task has reached its limit of replies", false),
    ALREADY_ENDED("事项已办结或已终止", "the task has ended", true),
    ALREADY_ACKNOWLEDGED("已接收", "the task was acknowledged before", true),
    ALREADY_ACCEPTED("已受理", "the task was accepted before", true),
    NOT_ACCEPTED_YET("尚未受理", "the task must be accepted first", true),
    NOT_RELEASED("前置事项尚未办结或容缺材料尚未补齐，现在只能容缺预审",
            "a prerequisite is open or a material is owed: only pre-review is possible", true),
    BLOCKED("前置事项未通过或容缺材料逾期，等待牵头部门决定", "a prerequisite failed or a material is overdue: the lead department decides",
            true),
    SUSPENDED("特别程序期间不能办理，请先恢复", "suspended: resume first", true),
    NOT_SUSPENDED("未处于特别程序", "the task is not suspended", true),
    NO_PREREQUISITE("此事项没有前置事项，不需要预审", "the task has no prerequisite to review ahead of", true),
    WRONG_KIND("此类事项不适用该答复", "this kind of item has no such reply", true),
    IMPOSSIBLE("当前状态不允许", "not possible in the present state", true),
    STALE_EPOCH("办件纪元已更新", "the command is of an older epoch", false),
    DEFECTS_MISSING("须一次列明全部补正内容（details.defects，1 至 50 项，各含 target 与 problem）",
            "all defects must be listed at once: 1 to 50, each with target and problem", false),
    WORKING_DAYS_MISSING("须写明延长的工作日数（details.workingDays，1 以上）", "details.workingDays is required, 1 or more", false),
    APPROVER_MISSING("须写明批准人及其职务（details.approver、details.approverRole）",
            "details.approver and details.approverRole are required", false),
    RESULT_MISSING("须有纸质结果（details.physical）或电子结果摘要（details.fileDigest）",
            "there is neither a physical result nor the digest of an electronic one", false),
    BAD_DIGEST("摘要须为 sha256: 或 sm3: 加 64 位十六进制", "a digest is sha256: or sm3: and 64 hex digits", false),
    ACTIVITY_MISSING("须写明联合活动编号（details.activityId）", "details.activityId is required", false),
    OFFICERS_MISSING("须写明到场人员（details.officers，1 至 20 人，不得重复）", "details.officers is required: 1 to 20, no one twice",
            false),
    CATALOG_MISSING("目录尚未就绪，请稍后再试", "the catalogue has not arrived yet: try again later", false),
    CALENDAR_MISSING("工作日历尚未就绪，请稍后再试", "the working calendar is missing: try again later", false),
    CORRECTION_OPEN("补正期间不能办理，待申请人补正", "a correction is open: wait for the applicant", true),
    CORRECTION_USED("只能要求补正一次", "a correction may be asked for only once", true),
    CORRECTION_NOT_ALLOWED("收件后不再要求补正", "this place allows no correction after the receipt", true),
    NOTICE_TERM_OVER("已过五个工作日的法定告知期限（行政许可法第三十二条）", "the five working days of the statutory notice are over", true),
    NOT_LISTED("所述特别程序不在公布的清单中", "this special procedure is not on the published list", true),
    FLAGS_DIFFER("暂停计时与公布的清单不一致", "the flags differ from the published list", true),
    ALREADY_EXTENDED("只能延期一次（行政许可法第四十二条）", "an item may be extended only once", true),
    EXTENSION_TOO_LONG("延期超过上限：本机关负责人批准不超过 10 个工作日，本级政府负责人批准不超过 15 个工作日",
            "at most 10 working days by the head of the agency, 15 by the head of the government", true),
    NOT_JOINT_HANDLING("本一件事未定为联合办理，本级政府负责人批准的延期不适用",
            "only joint handling may be extended by the head of the government", true),
    NOT_EXTENSIBLE("此事项不适用延期", "this item knows no extension", true),
    NOT_APPROVED("只有准予的事项才有结果反馈", "only an approved item has a result to file", true),
    ALREADY_FILED("结果已反馈", "the result was filed before", true),
    UNKNOWN_ACTIVITY("此事项没有这项联合活动，或活动已取消", "the task has no such joint activity, or it was cancelled", true),
    ALREADY_CONCLUDED("已对此联合活动作出结论", "the department has concluded on this activity", true),
    TWO_OFFICERS_NEEDED("现场勘验须有两名以上工作人员（行政许可法第三十四条）", "an inspection needs at least two officers", true);

    private final String chinese;
    private final String english;
    private final boolean ofState;

    TaskRefusal(String chinese, String english, boolean ofState) {
        this.chinese = chinese;
        this.english = english;
        this.ofState = ofState;
    }

    @Override
    public Kind kind() {
        return this == UNKNOWN_TASK
                ? Kind.NOT_FOUND
                : this == NOT_YOURS ? Kind.FORBIDDEN : ofState ? Kind.CONFLICT : Kind.UNACCEPTABLE;
    }

    static TaskRefusal of(Refusal refusal) {
        return valueOf(refusal.code());
    }

    Decision<TaskEvent> refuse() {
        return Decision.refused(this, message());
    }

    /** For people: Chinese, then English. */
    public String message() {
        return chinese + " (" + english + ")";
    }

    /** Whether the answer depends on when the reply came, and so must be remembered to be repeated. */
    boolean ofState() {
        return ofState;
    }
}
