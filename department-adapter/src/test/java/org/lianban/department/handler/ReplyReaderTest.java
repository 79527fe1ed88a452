package org.lianban.department.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.task.AnswerDecider;
import org.lianban.department.task.Refusal;
import tools.jackson.databind.json.JsonMapper;

class ReplyReaderTest {
    private final ReplyReader reader = new ReplyReader(JsonMapper.builder().build());

    @Test
    void shouldPutAnswersWhereTheirRepliesStood() {
        ReplyReader.Read read = reader.read("""
                [null, {"replyId":"1","taskId":"t","type":"ACCEPTED"}, {"replyId":"2","type":"NO"},
                {"replyId":"3","taskId":"t","type":"APPROVED"}]""".getBytes(StandardCharsets.UTF_8));
        assertThat(read.replies()).extracting("replyId").containsExactly("1", "3");
        List<ReplyAnswer> merged = read.merge(List.of(AnswerDecider.refuse("1", "t", Refusal.UNKNOWN_TASK),
                AnswerDecider.refuse("3", "t", Refusal.UNKNOWN_TASK)));
        assertThat(merged).extracting(ReplyAnswer::replyId).containsExactly("", "1", "2", "3");
        assertThat(merged).extracting(ReplyAnswer::code).containsExactly("UNREADABLE", "UNKNOWN_TASK",
                "TYPE_MISSING", "UNKNOWN_TASK");
    }

    @Test
    void shouldReadBothShapes() {
        byte[] bare = "[{\"replyId\":\"1\",\"taskId\":\"t\",\"type\":\"ACCEPTED\"}]".getBytes(StandardCharsets.UTF_8);
        byte[] wrapped = "{\"replies\":[{\"replyId\":\"1\",\"taskId\":\"t\",\"type\":\"ACCEPTED\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(bare).replies()).isEqualTo(reader.read(wrapped).replies()).hasSize(1);
    }
}
