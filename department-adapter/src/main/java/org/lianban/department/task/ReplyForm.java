package org.lianban.department.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.event.Defect;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;
import org.lianban.form.Field;
import org.lianban.text.TextKind;
import tools.jackson.databind.JsonNode;

/** {@link Reply} as it is sent, with what each of its fields takes. */
public record ReplyForm(@Field(label = "replyId", max = 64, pattern = "\\S+", form = "不含空格的字符") String replyId,
        @Field(label = "taskId", max = 128, pattern = "\\S+", form = "不含空格的字符") String taskId,
        @Field(label = "type") Reply.Type type,
        @Field(label = "reasons", kind = TextKind.LINES, max = 1000, most = 50) @Nullable List<String> reasons,
        @Field(label = "findings", kind = TextKind.LINES, max = 1000, most = 50) @Nullable List<String> findings,
        @Field(label = "procedure", max = 100) @Nullable String procedure, @Nullable Boolean pausesPromise,
        @Nullable Boolean pausesStatutory,
        @Field(label = "noticeNo", kind = TextKind.DOCUMENT_NUMBER, max = 100) @Nullable String noticeNo,
        @Field(label = "decisionNo", kind = TextKind.DOCUMENT_NUMBER, max = 100) @Nullable String decisionNo,
        @Field(label = "result") @Nullable JsonNode result,
        @Field(label = "note", kind = TextKind.LINES, max = 2000) @Nullable String note,
        @Field(label = "officer", max = 64) @Nullable String officer, @Nullable DetailsForm details) {

    public record DetailsForm(@Field(label = "defects", most = 50) @Nullable List<DefectForm> defects,
            @Field(label = "workingDays", max = 365) @Nullable Integer workingDays,
            @Field(label = "approver", max = 64) @Nullable String approver, @Nullable ApproverRole approverRole,
            @Field(label = "activityId", max = 100) @Nullable String activityId,
            @Field(label = "officers", max = 64, most = 50) @Nullable List<String> officers,
            @Nullable Boolean physical, @Field(label = "certificateName", max = 200) @Nullable String certificateName,
            @Field(label = "certificateNo", kind = TextKind.DOCUMENT_NUMBER, max = 200) @Nullable String certificateNo,
            @Field(label = "fileDigest", kind = TextKind.DIGEST) @Nullable String fileDigest,
            @Field(label = "competentAuthority", max = 200) @Nullable String competentAuthority) {
        Reply.Details details() {
            return new Reply.Details(defects == null ? null : defects.stream().map(DefectForm::defect).toList(),
                    workingDays, approver, approverRole, activityId, officers, physical, certificateName,
                    certificateNo, fileDigest, competentAuthority);
        }
    }

    public record DefectForm(@Field(label = "target", max = 200) String target,
            @Field(label = "problem", kind = TextKind.LINES, max = 1000) String problem,
            @Field(label = "remedy", kind = TextKind.LINES, max = 1000) @Nullable String remedy,
            @Field(label = "reviewPoint", max = 1000) @Nullable String reviewPoint,
            @Field(label = "example", kind = TextKind.LINES, max = 1000) @Nullable String example) {
        Defect defect() {
            return new Defect(target, problem, remedy, reviewPoint, example);
        }
    }

    public Reply reply() {
        return new Reply(replyId, taskId, type, reasons, findings, procedure, pausesPromise, pausesStatutory,
                noticeNo, decisionNo, result, note, officer, details == null ? null : details.details());
    }
}
