package org.lianban.department.handler;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.task.AnswerDecider;
import org.lianban.department.task.ReplyForm;
import org.lianban.department.task.TaskRefusal;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import tools.jackson.databind.JsonNode;

/**
 * A batch of replies: {@code {"replies":[…]}} or a bare array. One unreadable reply does not spoil its batch.
 *
 * @param replies those that can be read
 * @param refused by place in the batch; null where the reply can be read
 */
record ReplyBatch(List<Reply> replies, List<@Nullable ReplyAnswer> refused) {
    /** Replies of one batch. */
    static final int MAX = 500;
    private static final Map<String, TaskRefusal> BY_FIELD = Map.of("replyId", TaskRefusal.REPLY_ID_MISSING, "taskId",
            TaskRefusal.TASK_ID_MISSING, "type", TaskRefusal.TYPE_MISSING);
    private static final Map<String, TaskRefusal> EMPTY = Map.of("/reasons", TaskRefusal.REASONS_MISSING, "/findings",
            TaskRefusal.FINDINGS_MISSING, "/details/defects", TaskRefusal.DEFECTS_MISSING, "/details/officers",
            TaskRefusal.OFFICERS_MISSING);

    static Form<ReplyBatch> read(byte[] body) {
        return switch (Forms.tree(body)) {
            case Form.Faulty<JsonNode> none -> new Form.Faulty<>(none.faults());
            case Form.Whole<JsonNode> tree -> read(tree.value());
        };
    }

    private static Form<ReplyBatch> read(JsonNode tree) {
        JsonNode list = tree.isArray() ? tree : tree.path("replies");
        if (!list.isArray()) {
            return new Form.Faulty<>(
                    List.of(FaultCode.WRONG_TYPE.at("", "内容", " {\"replies\":[…]} 或答复数组")));
        }
        if (list.size() > MAX) {
            return new Form.Faulty<>(List.of(FaultCode.TOO_MANY.at("/replies", "答复", MAX)));
        }
        List<Reply> replies = new ArrayList<>();
        List<@Nullable ReplyAnswer> refused = new ArrayList<>();
        for (JsonNode node : list) {
            switch (Forms.read(node, ReplyForm.class)) {
                case Form.Whole<ReplyForm> form -> {
                    replies.add(form.value().reply());
                    refused.add(null);
                }
                case Form.Faulty<ReplyForm> faulty -> refused.add(AnswerDecider.refuse(text(node, "replyId"),
                        text(node, "taskId"), why(faulty.faults()), saying(faulty.faults())));
            }
        }
        return new Form.Whole<>(new ReplyBatch(replies, refused));
    }

    private static TaskRefusal why(List<Fault> faults) {
        for (Fault fault : faults) {
            TaskRefusal named = BY_FIELD.get(fault.pointer().substring(Math.min(1, fault.pointer().length())));
            if (named != null) {
                return named;
            }
        }
        Fault first = faults.getFirst();
        return switch (FaultCode.valueOf(first.code())) {
            case TOO_LONG, TOO_MANY -> TaskRefusal.TOO_LONG;
            case MISSING -> EMPTY.entrySet().stream().filter(e -> first.pointer().startsWith(e.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElse(TaskRefusal.UNREADABLE);
            case MALFORMED -> first.pointer().equals("/details/fileDigest")
                    ? TaskRefusal.BAD_DIGEST
                    : TaskRefusal.UNREADABLE;
            case WRONG_TYPE, TOO_SHORT, TOO_FEW, UNKNOWN, UNKNOWN_FIELD, OUT_OF_RANGE, UNCLEAN, BAD_CHECK_DIGIT,
                    REPEATED, REUSED, INCONSISTENT, NOT_JSON ->
                TaskRefusal.UNREADABLE;
        };
    }

    private static String saying(List<Fault> faults) {
        return faults.stream().map(f -> f.pointer() + " " + f.message()).collect(Collectors.joining("；"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    /** The answers of the whole batch, in its order. */
    List<ReplyAnswer> merge(List<ReplyAnswer> answers) {
        Iterator<ReplyAnswer> next = answers.iterator();
        return refused.stream().map(refusal -> refusal == null ? next.next() : refusal).toList();
    }
}
