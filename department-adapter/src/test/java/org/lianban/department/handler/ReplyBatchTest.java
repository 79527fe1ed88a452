package org.lianban.department.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.task.AnswerDecider;
import org.lianban.department.task.TaskRefusal;
import org.lianban.form.Form;

class ReplyBatchTest {
    private static ReplyBatch read(String body) {
        return ((Form.Whole<ReplyBatch>) ReplyBatch.read(body.getBytes(StandardCharsets.UTF_8))).value();
    }

    private static ReplyAnswer refused(String reply) {
        return Objects.requireNonNull(read("[" + reply + "]").refused().getFirst());
    }

    @Test
    void shouldPutAnswersWhereTheirRepliesStood() {
        ReplyBatch read = read("""
                [null, {"replyId":"1","taskId":"t","type":"ACCEPTED"}, {"replyId":"2","type":"NO"},
                {"replyId":"3","taskId":"t","type":"APPROVED"}]""");
        assertThat(read.replies()).extracting("replyId").containsExactly("1", "3");
        List<ReplyAnswer> merged = read.merge(List.of(AnswerDecider.refuse("1", "t", TaskRefusal.UNKNOWN_TASK),
                AnswerDecider.refuse("3", "t", TaskRefusal.UNKNOWN_TASK)));
        assertThat(merged).extracting(ReplyAnswer::replyId).containsExactly("", "1", "2", "3");
        assertThat(merged).extracting(ReplyAnswer::code).containsExactly("UNREADABLE", "UNKNOWN_TASK",
                "TASK_ID_MISSING", "UNKNOWN_TASK");
    }

    @Test
    void shouldReadBothShapes() {
        String bare = "[{\"replyId\":\"1\",\"taskId\":\"t\",\"type\":\"ACCEPTED\"}]";
        assertThat(read(bare).replies()).isEqualTo(read("{\"replies\":" + bare + "}").replies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    {"taskId":"t","type":"ACCEPTED"}                                                   | REPLY_ID_MISSING
                    {"replyId":"a b","taskId":"t","type":"ACCEPTED"}                                   | REPLY_ID_MISSING
                    {"replyId":"r","type":"ACCEPTED"}                                                  | TASK_ID_MISSING
                    {"replyId":"r","taskId":"t"}                                                       | TYPE_MISSING
                    {"replyId":"r","taskId":"t","type":"DENIED","reasons":[""]}                        | REASONS_MISSING
                    {"replyId":"r","taskId":"t","type":"ACCEPTED","certificate":"x"}                   | UNREADABLE
                    {"replyId":"r","taskId":"t","type":"ACCEPTED","pausesPromise":"yes"}               | UNREADABLE
                    {"replyId":"r","taskId":"t","type":"RESULT_FILED","details":{"fileDigest":"md5:1"}} | BAD_DIGEST
                    {"replyId":"r","taskId":"t","type":"CORRECTION_REQUESTED","details":{"defects":[{"target":"m"}]}} | DEFECTS_MISSING
                    """)
    void shouldSayWhatIsWrongWithAReplyThatCannotBeRead(String reply, String code) {
        assertThat(refused(reply).code()).isEqualTo(code);
    }

    @Test
    void shouldMeasureEveryTextAndTellUnknownMembers() {
        assertThat(refused("{\"replyId\":\"" + "r".repeat(65) + "\",\"taskId\":\"t\",\"type\":\"ACCEPTED\"}").code())
                .isEqualTo("REPLY_ID_MISSING");
        assertThat(refused("{\"replyId\":\"r\",\"taskId\":\"t\",\"type\":\"PROGRESS\",\"note\":\"" + "长".repeat(2_001)
                + "\"}").code()).isEqualTo("TOO_LONG");
        assertThat(refused("{\"replyId\":\"r\",\"taskId\":\"t\",\"type\":\"ACCEPTED\",\"certificate\":1}").message())
                .contains("/certificate", "没有此字段");
    }

    @Test
    void shouldMendTextAsEveryOtherDoorDoes() {
        assertThat(read("[{\"replyId\":\"r\",\"taskId\":\"t\",\"type\":\"PROGRESS\",\"note\":\" 已勘验\\r\\n\\u200b \"}]")
                .replies())
                .singleElement().extracting("note").isEqualTo("已勘验");
    }
}
