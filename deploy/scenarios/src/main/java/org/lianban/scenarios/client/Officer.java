package org.lianban.scenarios.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.Reply.Details;
import org.lianban.contracts.api.Reply.Type;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * 部门经办人: answers single tasks by hand, where the department's own system was told to keep silent. Every answer may
 * be a refusal.
 *
 * @param department id, for example {@code 410721-gongan}
 */
public record Officer(Addresses places, HttpDoor doors, String department) {
    private record Answers(List<ReplyAnswer> answers) {}

    /** 受理. */
    public ReplyAnswer accept(String taskId) {
        return reply(taskId, Type.ACCEPTED, null, null, null);
    }

    /** 准予, or 核验一致 for a data check. */
    public ReplyAnswer approve(String taskId, String itemName) {
        return send(new Reply(id(Type.APPROVED), taskId, Type.APPROVED, null, null, null, null, null, null,
                "决定-" + taskId, JsonNodeFactory.instance.objectNode().put("item", itemName), null, "经办人甲"));
    }

    /** 特别程序 of the item's published list. */
    public ReplyAnswer suspend(String taskId, String key, String reason) {
        return reply(taskId, Type.SUSPENDED, key, reason, null);
    }

    public ReplyAnswer resume(String taskId) {
        return reply(taskId, Type.RESUMED, null, null, null);
    }

    /** 延期 (行政许可法 42), approved by the head of the agency. */
    public ReplyAnswer extend(String taskId, int workingDays, String reason) {
        return reply(taskId, Type.EXTENDED, null, reason, new Details(null, workingDays, "局长", ApproverRole.AGENCY_HEAD,
                null, null, null, null, null, null, null));
    }

    /** 联合勘验结论. */
    public ReplyAnswer passes(String taskId, String activity, List<String> officers) {
        return reply(taskId, Type.JOINT_PASSED, null, null, new Details(null, null, null, null, activity, officers,
                null, null, null, null, null));
    }

    /** 结果反馈: the paper certificate is on its way to the certificate window. */
    public ReplyAnswer fileResult(String taskId, String certificate) {
        return reply(taskId, Type.RESULT_FILED, null, null, new Details(null, null, null, null, null, null, true,
                certificate, "证-" + taskId, null, null));
    }

    private ReplyAnswer reply(String taskId, Type type, @Nullable String procedure, @Nullable String reason,
            @Nullable Details details) {
        return send(new Reply(id(type), taskId, type, reason == null ? null : List.of(reason), null, procedure, null,
                null, null, null, null, null, "经办人甲", details));
    }

    private static String id(Type type) {
        return type.name().charAt(0) + "-" + UUID.randomUUID();
    }

    private ReplyAnswer send(Reply reply) {
        return doors.post(places.department() + "/api/departments/" + department + "/replies",
                Map.of("Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Actor", department),
                Map.of("replies", List.of(reply))).as(Answers.class).answers().getFirst();
    }
}
