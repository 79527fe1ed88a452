package org.lianban.department.task;

/**
 * Why a reply or a command is refused. The names are the stable codes of the wire.
 *
 * @see org.lianban.contracts.api.ReplyAnswer#code
 */
public enum Refusal {
    UNKNOWN_TASK("没有此任务", "there is no such task", false), NOT_YOURS("此任务由其他部门办理",
            "another department handles this task", false), REPLY_ID_MISSING("replyId 须为 1 至 64 个可见字符",
                    "replyId has 1 to 64 printable characters",
                    false), TASK_ID_MISSING("缺少 taskId", "taskId is missing", false), TYPE_MISSING("缺少或无法识别答复类型 type",
                            "type is missing or unknown",
                            false), UNREADABLE("无法识别此条答复", "this reply cannot be read", false), REASONS_MISSING(
                                    "须写明理由，每条不超过 1000 字，最多 50 条",
                                    "reasons are required: at most 50 of at most 1000 characters",
                                    false), FINDINGS_MISSING("预审不通过须写明问题", "a failed pre-review needs findings",
                                            false), PROCEDURE_MISSING("须写明所依据的特别程序",
                                                    "the special procedure must be named",
                                                    false), NOTE_MISSING("须写明办理进度，不超过 2000 字",
                                                            "note is required, at most 2000 characters",
                                                            false), TOO_LONG("内容超过长度限制",
                                                                    "a value is longer than its limit",
                                                                    false), REPLY_ID_REUSED("同一 replyId 已用于不同内容",
                                                                            "this replyId was used for another content",
                                                                            false), TOO_MANY_REPLIES("此任务的答复次数已达上限",
                                                                                    "this task has reached its limit of replies",
                                                                                    false), ALREADY_ENDED("事项已办结或已终止",
                                                                                            "the task has ended",
                                                                                            true), ALREADY_ACKNOWLEDGED(
                                                                                                    "已接收",
                                                                                                    "the task was acknowledged before",
                                                                                                    true), ALREADY_ACCEPTED(
                                                                                                            "已受理",
                                                                                                            "the task was accepted before",
                                                                                                            true), NOT_ACCEPTED_YET(
                                                                                                                    "尚未受理",
                                                                                                                    "the task must be accepted first",
                                                                                                                    true), NOT_RELEASED(
                                                                                                                            "前置事项尚未办结，现在只能容缺预审",
                                                                                                                            "a prerequisite is open: only pre-review is possible",
                                                                                                                            true), BLOCKED(
                                                                                                                                    "前置事项未通过，等待牵头部门决定",
                                                                                                                                    "a prerequisite failed: the lead department decides",
                                                                                                                                    true), SUSPENDED(
                                                                                                                                            "特别程序期间不能办理，请先恢复",
                                                                                                                                            "suspended: resume first",
                                                                                                                                            true), NOT_SUSPENDED(
                                                                                                                                                    "未处于特别程序",
                                                                                                                                                    "the task is not suspended",
                                                                                                                                                    true), NO_PREREQUISITE(
                                                                                                                                                            "此事项没有前置事项，不需要预审",
                                                                                                                                                            "the task has no prerequisite to review ahead of",
                                                                                                                                                            true), WRONG_KIND(
                                                                                                                                                                    "此类事项不适用该答复",
                                                                                                                                                                    "this kind of item has no such reply",
                                                                                                                                                                    true), IMPOSSIBLE(
                                                                                                                                                                            "当前状态不允许",
                                                                                                                                                                            "not possible in the present state",
                                                                                                                                                                            true), STALE_EPOCH(
                                                                                                                                                                                    "办件纪元已更新",
                                                                                                                                                                                    "the command is of an older epoch",
                                                                                                                                                                                    false);

    private final String chinese;
    private final String english;
    private final boolean ofState;

    Refusal(String chinese, String english, boolean ofState) {
        this.chinese = chinese;
        this.english = english;
        this.ofState = ofState;
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
