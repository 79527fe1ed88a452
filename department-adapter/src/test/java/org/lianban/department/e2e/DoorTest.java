package org.lianban.department.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.department.e2e.Adapter.item;
import static org.lianban.department.task.Tasks.reply;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.api.Reply.Type;
import org.springframework.http.MediaType;

class DoorTest {
    private final Adapter adapter = Adapter.INSTANCE;

    @Test
    void shouldAnswerEachReplyOfABatchEvenWhereOneCannotBeRead() {
        String d = adapter.department("d1");
        String c = adapter.fetched(d);
        adapter.http.post().uri("/api/departments/{d}/replies", d).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        [{"replyId":"1","taskId":"%s-01","type":"FLY"}, 7, {"replyId":"2","type":"ACCEPTED"},
                         {"replyId":"3","taskId":"%s-01","type":"ACCEPTED"}, {"taskId":"%s-01","type":"APPROVED"}]
                        """.formatted(c, c, c)).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.answers[0].code").isEqualTo("TYPE_MISSING").jsonPath("$.answers[0].replyId")
                .isEqualTo("1").jsonPath("$.answers[1].code").isEqualTo("UNREADABLE").jsonPath("$.answers[2].code")
                .isEqualTo("TASK_ID_MISSING").jsonPath("$.answers[3].status").isEqualTo("APPLIED")
                .jsonPath("$.answers[4].code").isEqualTo("REPLY_ID_MISSING");
    }

    @Test
    void shouldRefuseWhatIsNoBatch() {
        String d = adapter.department("d2");
        for (String body : List.of("{\"x\":1}", "7", "null", "{")) {
            adapter.http.post().uri("/api/departments/{d}/replies", d).contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body).exchange().expectStatus().isBadRequest().expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().jsonPath("$.faults[0].code")
                    .isEqualTo(body.equals("{") ? "NOT_JSON" : "WRONG_TYPE");
        }
        List<Object> many = IntStream.range(0, 501).<Object>mapToObj(i -> reply("r" + i, "x-01", Type.ACCEPTED))
                .toList();
        adapter.http.post().uri("/api/departments/{d}/replies", d).bodyValue(many).exchange().expectStatus()
                .isEqualTo(422);
        adapter.http.post().uri("/api/departments/{d}/replies", d).bodyValue(List.of()).exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.answers").isEmpty();
        String huge = "[{\"replyId\":\"1\",\"taskId\":\"x-01\",\"type\":\"PROGRESS\",\"note\":\""
                + "x".repeat(3_000_000) + "\"}]";
        adapter.http.post().uri("/api/departments/{d}/replies", d).contentType(MediaType.APPLICATION_JSON)
                .bodyValue(huge).exchange().expectStatus().isEqualTo(413);
    }

    @Test
    void shouldKeepWhatNoDatabaseTakesAwayFromIt() {
        String d = adapter.department("d7");
        String c = adapter.fetched(d);
        adapter.http.post().uri("/api/departments/{d}/replies", d).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        [{"replyId":"1","taskId":"x\\u0000-01","type":"ACCEPTED"},
                         {"replyId":"2","taskId":"%s-01","type":"ACCEPTED","officer":"a\\u001e7"},
                         {"replyId":"3","taskId":"%s-01","type":"ACCEPTED","officer":"a7"},
                         {"replyId":"4","taskId":"%s-01","type":"PROGRESS","note":"\\u0000\\u001f","result":"\\u0000"},
                         {"replyId":"5","taskId":"%s-01","type":"APPROVED","result":{"x":"\\u0000"}}]
                        """.formatted(c, c, c, c)).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.answers[0].code").isEqualTo("TASK_ID_MISSING").jsonPath("$.answers[1].code")
                .isEqualTo("UNREADABLE").jsonPath("$.answers[2].status").isEqualTo("APPLIED")
                .jsonPath("$.answers[3].code").isEqualTo("UNREADABLE").jsonPath("$.answers[4].code")
                .isEqualTo("UNREADABLE");
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01"))
                .containsExactly("ItemAccepted"));
        assertThat(adapter.published(c + "-01").getFirst().actor())
                .isEqualTo("DEPARTMENT_SYSTEM:anonymous officer a7");
        adapter.http.get().uri("/api/departments/{d}/desk?after={a}", d, "a\u0000").exchange().expectStatus()
                .isBadRequest();
        adapter.http.get().uri("/api/departments/{d}/items/{t}", d, "a\u0000").exchange().expectStatus()
                .isBadRequest();
    }

    @Test
    void shouldNotKnowOtherDepartments() {
        for (String path : List.of("tasks", "status", "channel", "desk", "items")) {
            adapter.http.get().uri("/api/departments/999999-nowhere/" + path).exchange().expectStatus().isNotFound()
                    .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().jsonPath("$.code")
                    .isEqualTo("NOT_FOUND");
        }
        adapter.http.get().uri("/api/departments/{d}/tasks?max=0&wait=31", adapter.department("d3")).exchange()
                .expectStatus().isBadRequest().expectBody().jsonPath("$.faults.length()").isEqualTo(2);
    }

    @Test
    void shouldShowTheDeskPageByPageAndTheStatus() {
        String d = adapter.department("d4");
        for (int i = 0; i < 3; i++) {
            adapter.send(1, adapter.dispatched(adapter.caseNo(), item("01", d)));
        }
        List<String> ids = adapter.await(d, 3).stream().map(t -> t.taskId()).sorted().toList();
        adapter.reply(d, reply("a", ids.get(1), Type.ACCEPTED));
        adapter.http.get().uri("/api/departments/{d}/desk?max=2", d).exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.active").isEqualTo(true).jsonPath("$.reason").isEqualTo("PULL")
                .jsonPath("$.items.length()").isEqualTo(2).jsonPath("$.next").isEqualTo(ids.get(1));
        adapter.http.get().uri("/api/departments/{d}/desk?after={a}", d, ids.get(1)).exchange().expectBody()
                .jsonPath("$.items[0].taskId").isEqualTo(ids.get(2)).jsonPath("$.next").doesNotExist();
        adapter.http.get().uri("/api/departments/{d}/desk?state=in_review", d).exchange().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1);
        await().untilAsserted(() -> adapter.http.get().uri("/api/departments/{d}/status", d).exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.unconfirmed").isEqualTo(2).jsonPath("$.breaker").isEqualTo("CLOSED")
                .jsonPath("$.replies").isEqualTo(1).jsonPath("$.lastReplyAt").exists());
    }

    @Test
    void shouldConfigureAChannelOrNameEveryFault() {
        String d = adapter.department("d5");
        adapter.http.get().uri("/api/departments/{d}/channel", d).exchange().expectBody()
                .jsonPath("$.channel.mode").isEqualTo("PULL");
        adapter.http.put().uri("/api/departments/{d}/channel", d).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"mode\":\"PUSH\",\"url\":7,\"secretName\":\"Ä\",\"batch\":0,\"fax\":1}").exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults.length()").isEqualTo(4);
        adapter.http.put().uri("/api/departments/{d}/channel", d).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"mode\":\"PUSH\",\"url\":\"http://example.com\",\"secretName\":\"none\"}")
                .exchange().expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[0].code")
                .isEqualTo("PLAIN_HTTP").jsonPath("$.faults[1].code").isEqualTo("UNKNOWN_SECRET");
        adapter.http.put().uri("/api/departments/{d}/channel", d).contentType(MediaType.APPLICATION_JSON)
                .header("Lianban-Actor", "op1").bodyValue("{\"mode\":\"MANUAL\"}").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.channel.mode").isEqualTo("MANUAL").jsonPath("$.changedBy")
                .isEqualTo("OPERATOR:op1");
    }

    @Test
    void shouldDescribeItselfAndMeasureItself() {
        String d = adapter.department("d6");
        String c = adapter.fetched(d);
        adapter.reply(d, reply("a", c + "-01", Type.ACCEPTED));
        adapter.send(1, adapter.dispatched(adapter.caseNo(), item("01", d)));
        adapter.http.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody().jsonPath("$.openapi")
                .isEqualTo("3.1.0").jsonPath("$.paths['/api/departments/{id}/replies'].post.requestBody").exists()
                .jsonPath("$.paths['/api/departments/{id}/tasks'].get").exists();
        await().untilAsserted(() -> assertThat(adapter.http.get().uri("/actuator/prometheus").exchange()
                .expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody())
                .contains("lianban_department_queue{").contains("department=\"" + d + "\"")
                .contains("lianban_department_replies_total{")
                .contains("lianban_department_reply_time_seconds_bucket{"));
    }
}
