package org.lianban.department.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.department.e2e.Adapter.NOW;
import static org.lianban.department.e2e.Adapter.item;
import static org.lianban.department.task.Tasks.reply;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.api.Reply.Type;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.ResultEvent.SupervisionIssued;
import org.lianban.contracts.event.ResultEvent;

class PushTest {
    private static final Duration LIMIT = Duration.ofSeconds(25);

    private final Adapter adapter = Adapter.INSTANCE;

    private void connect(String department, StubDepartment stub, int batch, int timeoutMillis) {
        adapter.http.put().uri("/api/departments/{d}/channel", department)
                .bodyValue(Map.of("mode", "PUSH", "url", stub.url(), "secretName", "test", "batch", batch,
                        "timeoutMillis", timeoutMillis))
                .exchange().expectStatus().isOk();
    }

    private static String accept(String taskId) {
        return "{\"replyId\":\"a\",\"taskId\":\"%s\",\"type\":\"ACCEPTED\"},{\"replyId\":\"b\",\"taskId\":\"%s\",\"type\":\"APPROVED\"}"
                .formatted(taskId, taskId);
    }

    private String breaker(String department) {
        return adapter.json.readTree(adapter.http.get().uri("/api/departments/{d}/status", department).exchange()
                .expectBody(String.class).returnResult().getResponseBody()).get("breaker").asString();
    }

    @Test
    void shouldPushSignedBatchesAndTakeTheRepliesOfTheAnswer() throws Exception {
        String d = adapter.department("push1");
        try (StubDepartment stub = new StubDepartment(adapter.json)) {
            stub.replies = PushTest::accept;
            connect(d, stub, 50, 2_000);
            List<String> cases = List.of(adapter.caseNo(), adapter.caseNo(), adapter.caseNo());
            cases.forEach(c -> adapter.send(1, adapter.dispatched(c, item("01", d))));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(cases).allSatisfy(c -> assertThat(
                    adapter.publishedTypes(c + "-01"))
                    .containsExactly("ItemAcknowledged", "ItemAccepted", "ItemDecided")));
            assertThat(stub.taken).hasSize(3).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
            StubDepartment.Call call = stub.log.getFirst();
            assertThat(call.contentType()).startsWith("application/cloudevents-batch+json");
            String[] parts = call.signature().split(",v1=");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(), "HmacSHA256"));
            mac.update((parts[0].substring(2) + ".").getBytes());
            assertThat(parts[1]).isEqualTo(HexFormat.of().formatHex(mac.doFinal(call.body())));
        }
    }

    @Test
    void shouldSignWithCommercialCryptographyAndPushTheDetail() throws Exception {
        String d = adapter.department("push7");
        String c = adapter.caseNo();
        try (StubDepartment stub = new StubDepartment(adapter.json)) {
            adapter.http.put().uri("/api/departments/{d}/channel", d).bodyValue(Map.of("mode", "PUSH", "url",
                    stub.url(), "secretName", "test", "batch", 1, "signature", "HMAC_SM3")).exchange().expectStatus()
                    .isOk().expectBody().jsonPath("$.channel.signature").isEqualTo("HMAC_SM3");
            adapter.send(1, adapter.dispatched(c, item("01", d)));
            adapter.send(Topics.RESULT, "result", c, 3, new SupervisionIssued(c, "01", "DB-7",
                    ResultEvent.Level.REMIND, d, "ACCEPTANCE", null, NOW));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(stub.order).containsExactly(c + "-01/1", c + "-01/2"));
            assertThat(stub.log.getFirst().signature()).matches("t=[0-9]+,sm3=[0-9a-f]{64}");
            assertThat(new String(stub.log.getLast().body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"type\":\"SUPERVISED\"", "\"order\":\"DB-7\"");
            adapter.http.get().uri("/api/access-log?caseNo={c}", c).header("Lianban-Role", "AUDITOR").exchange()
                    .expectBody().jsonPath("$.items[0].actor").isEqualTo(d).jsonPath("$.items[0].purpose")
                    .isEqualTo("推送办件至部门");
        }
    }

    @Test
    void shouldHoldBackWhatFollowsUntilTheTaskItselfWasTaken() throws Exception {
        String d = adapter.department("push2");
        String c = adapter.caseNo();
        try (StubDepartment stub = new StubDepartment(adapter.json)) {
            stub.mood = StubDepartment.Mood.FAILING;
            connect(d, stub, 1, 2_000);
            adapter.send(1, adapter.dispatched(c, item("02", d, "01")));
            await().atMost(LIMIT).until(() -> stub.calls.get() > 0);
            adapter.send(2, new ItemsReleased(c, 1, NOW, List.of(new Release("02", true,
                    List.of(new UpstreamResult("01", Outcome.APPROVED, null, null, NOW))))));
            await().untilAsserted(() -> assertThat(
                    adapter.count("select sequence from pack where case_no = ?", c)).isEqualTo(2));
            stub.mood = StubDepartment.Mood.WELL;
            await().atMost(LIMIT).untilAsserted(() -> assertThat(stub.order)
                    .containsExactly(c + "-02/1", c + "-02/2"));
            assertThat(stub.log.getFirst().contentType()).startsWith("application/cloudevents+json");
        }
    }

    @Test
    void shouldOpenTheBreakerForOneShowTheDeskAndDisturbNoOther() throws Exception {
        String bad = adapter.department("push3");
        String slow = adapter.department("push4");
        String good = adapter.department("push5");
        try (StubDepartment failing = new StubDepartment(adapter.json);
                StubDepartment sleepy = new StubDepartment(adapter.json);
                StubDepartment well = new StubDepartment(adapter.json)) {
            failing.mood = StubDepartment.Mood.FAILING;
            sleepy.mood = StubDepartment.Mood.SLOW;
            well.replies = PushTest::accept;
            connect(bad, failing, 1, 2_000);
            connect(slow, sleepy, 1, 200);
            connect(good, well, 10, 2_000);
            List<String> cases = java.util.stream.IntStream.range(0, 10).mapToObj(i -> adapter.caseNo()).toList();
            cases.forEach(c -> adapter.send(1,
                    adapter.dispatched(c, item("01", bad), item("02", slow), item("03", good))));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(cases).allSatisfy(
                    c -> assertThat(adapter.publishedTypes(c + "-03")).contains("ItemDecided")));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(breaker(bad)).isNotEqualTo("CLOSED"));
            await().atMost(LIMIT).untilAsserted(() -> assertThat(breaker(slow)).isNotEqualTo("CLOSED"));
            assertThat(breaker(good)).isEqualTo("CLOSED");
            adapter.http.get().uri("/api/departments/{d}/desk", bad).exchange().expectBody().jsonPath("$.active")
                    .isEqualTo(true).jsonPath("$.items.length()").isEqualTo(10);
            adapter.http.get().uri("/api/departments/{d}/desk", good).exchange().expectBody().jsonPath("$.active")
                    .isEqualTo(false).jsonPath("$.items").isEmpty();
            String byHand = cases.getFirst() + "-01";
            assertThat(adapter.reply(bad, reply("desk-1", byHand, Type.ACCEPTED),
                    reply("desk-2", byHand, Type.APPROVED))).extracting(ReplyAnswer::status)
                    .containsOnly(ReplyAnswer.Status.APPLIED);

            failing.mood = StubDepartment.Mood.WELL;
            sleepy.mood = StubDepartment.Mood.WELL;
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(failing.taken).hasSizeBetween(9, 10).doesNotContainEntry(byHand + "/1", 2);
                assertThat(sleepy.taken).hasSize(10);
                assertThat(adapter.count("select count(*) from delivery where department = ?", bad)).isZero();
                assertThat(breaker(bad)).isEqualTo("CLOSED");
            });
            assertThat(failing.taken.values()).containsOnly(1);
        }
    }

    @Test
    void shouldGiveUpAfterElapsedTimeAndStartAgainOnResend() throws Exception {
        String d = adapter.department("push6");
        String c = adapter.caseNo();
        try (StubDepartment stub = new StubDepartment(adapter.json)) {
            stub.mood = StubDepartment.Mood.FAILING;
            connect(d, stub, 1, 2_000);
            adapter.send(1, adapter.dispatched(c, item("01", d)));
            await().atMost(LIMIT).until(() -> stub.calls.get() > 0);
            adapter.count(
                    "with old as (update delivery set queued_at = now() - interval '73 hours' where department = ?"
                            + " returning 1) select count(*) from old",
                    d);
            await().atMost(LIMIT).untilAsserted(() -> adapter.http.get().uri("/api/departments/{d}/status", d)
                    .exchange().expectBody().jsonPath("$.givenUp").isEqualTo(1));
            stub.mood = StubDepartment.Mood.WELL;
            adapter.http.post().uri("/api/departments/{d}/resend", d).exchange().expectStatus().isOk().expectBody()
                    .jsonPath("$.deliveries").isEqualTo(1);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(stub.taken).containsKey(c + "-01/1"));
        }
    }
}
