package org.lianban.department.handler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.task.AnswerDecider;
import org.lianban.department.task.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a batch of replies: {@code {"replies":[…]}} or a bare array. One unreadable reply does not spoil its batch. */
public final class ReplyReader {
    /** Replies of one batch. */
    public static final int MAX = 500;

    private final JsonMapper json;

    public ReplyReader(JsonMapper json) {
        this.json = json;
    }

    /** @param replies what the body should be */
    public record Replies(List<Reply> replies) {}

    /**
     * @param replies those that can be read
     * @param refused by place in the batch; null where the reply can be read
     */
    public record Read(List<Reply> replies, List<@Nullable ReplyAnswer> refused) {
        /** The answers of the whole batch, in its order. */
        public List<ReplyAnswer> merge(List<ReplyAnswer> answers) {
            Iterator<ReplyAnswer> next = answers.iterator();
            List<ReplyAnswer> all = new ArrayList<>(refused.size());
            for (ReplyAnswer refusal : refused) {
                all.add(refusal == null ? next.next() : refusal);
            }
            return all;
        }
    }

    /** @throws NoBatch if it is no batch of replies, or one of more than {@link #MAX} */
    public Read read(byte[] body) {
        Read read;
        try {
            read = readable(body);
        } catch (JacksonException malformed) {
            throw new NoBatch("UNREADABLE", "", "内容须为 {\"replies\":[…]} 或答复数组："
                    + malformed.getOriginalMessage().lines().findFirst().orElse(""));
        }
        if (read.refused().size() > MAX) {
            throw new NoBatch("TOO_MANY", "/replies", "一次最多 " + MAX + " 条答复");
        }
        return read;
    }

    private Read readable(byte[] body) {
        try {
            List<Reply> replies = quickly(body);
            if (replies != null && !replies.contains(null)) {
                return new Read(replies, Collections.nCopies(replies.size(), null));
            }
        } catch (JacksonException oneOfThem) {
            return oneByOne(body);
        }
        return oneByOne(body);
    }

    private @Nullable List<Reply> quickly(byte[] body) {
        int i = 0;
        while (i < body.length && body[i] <= ' ') {
            i++;
        }
        if (i < body.length && body[i] == '[') {
            return Arrays.asList(json.readValue(body, Reply[].class));
        }
        @Nullable
        Replies read = json.readValue(body, Replies.class);
        return read == null ? null : read.replies();
    }

    private Read oneByOne(byte[] body) {
        JsonNode root = json.readTree(body);
        JsonNode list = root.isArray() ? root : root.path("replies");
        if (!list.isArray()) {
            throw new NoBatch("UNREADABLE", "", "内容须为 {\"replies\":[…]} 或答复数组");
        }
        List<Reply> replies = new ArrayList<>();
        List<@Nullable ReplyAnswer> refused = new ArrayList<>();
        for (JsonNode node : list) {
            Reply reply = node.isObject() ? reply(node) : null;
            if (reply == null) {
                Refusal why = node.isObject() && badType(node) ? Refusal.TYPE_MISSING : Refusal.UNREADABLE;
                refused.add(AnswerDecider.refuse(text(node, "replyId"), text(node, "taskId"), why));
            } else {
                replies.add(reply);
                refused.add(null);
            }
        }
        return new Read(replies, refused);
    }

    private @Nullable Reply reply(JsonNode node) {
        try {
            return json.treeToValue(node, Reply.class);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static boolean badType(JsonNode node) {
        try {
            Reply.Type.valueOf(node.path("type").asString(""));
            return false;
        } catch (IllegalArgumentException unknown) {
            return true;
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }

    /** What is no batch of replies: {@code UNREADABLE} or {@code TOO_MANY}. */
    public static final class NoBatch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        NoBatch(String code, String pointer, String message) {
            super(message);
            this.fault = new Fault(pointer, code, message);
        }

        public Fault fault() {
            return fault;
        }
    }
}
