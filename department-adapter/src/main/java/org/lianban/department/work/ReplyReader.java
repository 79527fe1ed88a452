package org.lianban.department.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.task.Refusal;
import org.lianban.department.task.ReplyDesk;
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

    /**
     * @throws JacksonException if the body is not JSON
     * @throws NoBatch if it is no batch of replies
     */
    public Read read(byte[] body) {
        try {
            List<Reply> replies = quickly(body);
            if (replies != null && !replies.contains(null)) {
                List<@Nullable ReplyAnswer> none = new ArrayList<>();
                replies.forEach(r -> none.add(null));
                return new Read(replies, none);
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
            throw new NoBatch();
        }
        List<Reply> replies = new ArrayList<>();
        List<@Nullable ReplyAnswer> refused = new ArrayList<>();
        for (JsonNode node : list) {
            try {
                if (!node.isObject()) {
                    throw new NoBatch();
                }
                replies.add(json.treeToValue(node, Reply.class));
                refused.add(null);
            } catch (JacksonException | NoBatch unreadable) {
                Refusal why = node.isObject() && badType(node) ? Refusal.TYPE_MISSING : Refusal.UNREADABLE;
                refused.add(ReplyDesk.refuse(text(node, "replyId"), text(node, "taskId"), why));
            }
        }
        return new Read(replies, refused);
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

    /** Readable JSON, but not a batch of replies. */
    public static final class NoBatch extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
