package org.lianban.department.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.department.e2e.Adapter.NOW;
import static org.lianban.department.e2e.Adapter.item;
import static org.lianban.department.task.Tasks.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Topics;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply.Type;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer.Status;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DispatchEvent.Block;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemReassigned;
import org.lianban.contracts.event.DispatchEvent.ItemsBlocked;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.Task;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.contracts.event.ResultEvent.CaseSettled;

class PullTest {
    private final Adapter adapter = Adapter.INSTANCE;

    @Test
    void shouldCarryATaskFromDispatchToDecision() {
        String police = adapter.department("p1");
        String health = adapter.department("h1");
        String c = adapter.caseNo();
        adapter.send(1, adapter.dispatched(c, item("01", health), item("02", police, "01")));

        Delivery fresh = adapter.await(police, 1).getFirst();
        assertThat(fresh.type()).isEqualTo(Delivery.Type.NEW);
        assertThat(fresh.deliveryId()).isEqualTo(c + "-02/1");
        assertThat(fresh.mayDecide()).isFalse();
        assertThat(fresh.waitsFor()).containsExactly("01");
        assertThat(fresh.pack().applicant().idNumber()).isEqualTo("110105194912310021");
        assertThat(fresh.pack().form().get("childName").asString()).isEqualTo("张小");

        List<ReplyAnswer> early = adapter.reply(police, reply("a", c + "-02", Type.ACCEPTED),
                reply("b", c + "-02", Type.APPROVED), reply("c", c + "-02", Type.PRE_REVIEW_PASSED));
        assertThat(early).extracting(ReplyAnswer::status).containsExactly(Status.APPLIED, Status.REJECTED,
                Status.APPLIED);
        assertThat(early.get(1).code()).isEqualTo("NOT_RELEASED");
        assertThat(early.get(2).state()).isEqualTo(ItemState.WAITING_PREREQUISITE);

        adapter.send(2, new ItemsReleased(c, 1, NOW, List.of(new Release("02", true, List.of(
                new UpstreamResult("01", Outcome.APPROVED, "准1", adapter.json.readTree("{\"no\":7}"), NOW))))));
        Delivery released = adapter.await(police, 1).getFirst();
        assertThat(released.type()).isEqualTo(Delivery.Type.RELEASED);
        assertThat(released.mayDecide()).isTrue();
        assertThat(released.upstream().getFirst().result().get("no").asInt()).isEqualTo(7);
        assertThat(released.pack()).isNull();

        assertThat(adapter.reply(police, reply("d", c + "-02", Type.APPROVED)).getFirst().state())
                .isEqualTo(ItemState.APPROVED);
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-02"))
                .containsExactly("ItemAccepted", "PreReviewConcluded", "ItemDecided"));
        assertThat(adapter.published(c + "-02")).extracting(Adapter.Seen::sequence).containsExactly(1L, 2L, 3L);
        assertThat(adapter.count("select count(*) from delivery where department = ?", police)).isZero();
        assertThat(adapter.count("select sequence from pack where case_no = ?", c)).isEqualTo(2);
    }

    @Test
    void shouldAnswerRepeatedRepliesAsTheFirstTime() {
        String d = adapter.department("p2");
        String c = adapter.fetched(d);
        Reply accepted = reply("a", c + "-01", Type.ACCEPTED);
        assertThat(adapter.reply(d, accepted, accepted)).extracting(ReplyAnswer::status)
                .containsExactly(Status.APPLIED, Status.DUPLICATE);
        ReplyAnswer again = adapter.reply(d, accepted).getFirst();
        assertThat(again.status()).isEqualTo(Status.DUPLICATE);
        assertThat(again.first()).isEqualTo(Status.APPLIED);
        assertThat(adapter.reply(d, reply("a", c + "-01", Type.APPROVED)).getFirst().code())
                .isEqualTo("REPLY_ID_REUSED");
        assertThat(adapter.reply(d, reply("x", "nowhere-01", Type.ACCEPTED)).getFirst().code())
                .isEqualTo("UNKNOWN_TASK");
        assertThat(adapter.reply(adapter.department("p2b"), reply("x", c + "-01", Type.APPROVED)).getFirst().code())
                .isEqualTo("NOT_YOURS");
    }

    @Test
    void shouldHandEachOfTwoThousandTasksToExactlyOneOfTwoPullers() throws Exception {
        String d = adapter.department("p3");
        int tasks = 2_000;
        for (int i = 0; i < tasks / 4; i++) {
            adapter.send(1, adapter.dispatched(adapter.caseNo(), item("01", d), item("02", d), item("03", d),
                    item("04", d)));
        }
        ConcurrentLinkedQueue<String> got = new ConcurrentLinkedQueue<>();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        CompletableFuture.allOf(IntStream.range(0, 2).mapToObj(puller -> CompletableFuture.runAsync(() -> {
            while (got.size() < tasks && System.nanoTime() < until) {
                List<Delivery> some = adapter.pull(d, 100, 1).tasks();
                some.forEach(t -> got.add(t.deliveryId()));
                adapter.reply(d, some.stream().flatMap(t -> List.of(reply("a", t.taskId(), Type.ACCEPTED),
                        reply("b", t.taskId(), Type.APPROVED)).stream()).toList());
            }
        })).toArray(CompletableFuture[]::new)).get();
        assertThat(got).hasSize(tasks).doesNotHaveDuplicates();
        assertThat(adapter.count("select count(*) from task where department = ? and state = 'APPROVED'", d))
                .isEqualTo(tasks);
        assertThat(adapter.count("select count(*) from delivery where department = ?", d)).isZero();
    }

    @Test
    void shouldHandOutAgainWhatNoReplyFollowed() {
        String d = adapter.department("p4");
        String c = adapter.caseNo();
        adapter.send(1, adapter.dispatched(c, item("01", d)));
        Delivery first = adapter.await(d, 1).getFirst();
        assertThat(adapter.pull(d, 10, 0).tasks()).as("on its way: not twice").isEmpty();
        Delivery again = adapter.await(d, 1).getFirst();
        assertThat(again).isEqualTo(first);
        adapter.reply(d, reply("a", c + "-01", Type.ACKNOWLEDGED));
        assertThat(adapter.pull(d, 10, 3).tasks()).as("confirmed by a reply").isEmpty();
    }

    @Test
    void shouldWakeALongPollWhenATaskComes() {
        String d = adapter.department("p5");
        CompletableFuture<Adapter.Tasks> waiting = CompletableFuture.supplyAsync(() -> adapter.pull(d, 10, 20));
        assertThat(adapter.pull(d, 10, 0).tasks()).isEmpty();
        adapter.send(1, adapter.dispatched(adapter.caseNo(), item("01", d)));
        await().atMost(Duration.ofSeconds(10)).until(waiting::isDone);
        assertThat(waiting.join().tasks()).hasSize(1);
    }

    @Test
    void shouldLetTheFirstOfDecisionAndWithdrawalStand() {
        String d = adapter.department("p6");
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String c = adapter.caseNo();
            cases.add(c);
            adapter.send(1, adapter.dispatched(c, item("01", d)));
        }
        adapter.await(d, 40);
        CompletableFuture<Void> withdrawals = CompletableFuture.runAsync(() -> cases.forEach(c -> adapter.send(2,
                new ItemsCancelled(c, 2, NOW, CancelReason.WITHDRAWN, List.of("01")))));
        List<String> reversed = new ArrayList<>(cases).reversed();
        for (String c : reversed) {
            adapter.reply(d, reply("a", c + "-01", Type.ACCEPTED), reply("b", c + "-01", Type.APPROVED));
        }
        withdrawals.join();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                adapter.count("select count(*) from pack where sequence = 2 and case_no = any(string_to_array(?, ','))",
                        String.join(",", cases)))
                .isEqualTo(40));
        Set<String> ends = Set.of("ItemDecided", "ItemCancelled");
        await().untilAsserted(() -> assertThat(cases).allSatisfy(c -> assertThat(adapter.publishedTypes(c + "-01"))
                .filteredOn(ends::contains).hasSize(1)));
        for (String c : cases) {
            List<Long> sequences = adapter.published(c + "-01").stream().map(Adapter.Seen::sequence).toList();
            assertThat(sequences).isEqualTo(IntStream.rangeClosed(1, sequences.size()).mapToObj(i -> (long) i)
                    .collect(Collectors.toList()));
        }
    }

    @Test
    void shouldRefuseADecisionAfterTheWithdrawalAndTellTheDepartment() {
        String d = adapter.department("p7");
        String c = adapter.fetched(d);
        adapter.reply(d, reply("a", c + "-01", Type.ACCEPTED));
        adapter.send(2, new ItemsCancelled(c, 2, NOW, CancelReason.WITHDRAWN, List.of("01")));
        Delivery cancelled = adapter.await(d, 1).getFirst();
        assertThat(cancelled.type()).isEqualTo(Delivery.Type.CANCELLED);
        assertThat(cancelled.ended()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(cancelled.epoch()).isEqualTo(2);
        assertThat(adapter.reply(d, reply("b", c + "-01", Type.APPROVED)).getFirst().code())
                .isEqualTo("ALREADY_ENDED");
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01"))
                .containsExactly("ItemAccepted", "ItemCancelled"));
    }

    @Test
    void shouldHandOutAnUnansweredCancellationThreeTimesAndNothingElseOfTheTask() {
        String d = adapter.department("p10");
        String c = adapter.fetched(d);
        adapter.send(2, new ItemsCancelled(c, 2, NOW, CancelReason.WITHDRAWN, List.of("01")));
        assertThat(adapter.await(d, 3)).extracting(Delivery::deliveryId).containsOnly(c + "-01/2");
        assertThat(adapter.count("select count(*) from delivery where department = ?", d)).isZero();
    }

    @Test
    void shouldBlockReassignAndShowObservers() {
        String old = adapter.department("p8");
        String other = adapter.department("p8b");
        String c = adapter.caseNo();
        adapter.send(1, adapter.dispatched(c, item("01", other),
                new Task("02", ItemKind.CONFIRM, old, List.of(other), List.of("01"), List.of())));
        adapter.await(old, 1);
        adapter.send(2, new ItemsBlocked(c, 1, NOW, old, List.of(new Block("02", "01", Outcome.DENIED))));
        assertThat(adapter.await(old, 1).getFirst().type()).isEqualTo(Delivery.Type.BLOCKED);
        adapter.send(3, new ItemsReleased(c, 1, NOW, List.of(new Release("02", true,
                List.of(new UpstreamResult("01", Outcome.DENIED, null, null, NOW))))));
        assertThat(adapter.await(old, 1).getFirst().mayDecide()).isTrue();
        adapter.send(4, new ItemReassigned(c, 1, "02", old, other, "职责调整", NOW));
        assertThat(adapter.await(old, 1).getFirst().type()).isEqualTo(Delivery.Type.CANCELLED);
        Delivery taken = adapter.await(other, 1).stream().filter(t -> t.itemNo().equals("02")).findFirst()
                .orElseGet(() -> adapter.await(other, 1).getFirst());
        assertThat(taken.type()).isEqualTo(Delivery.Type.NEW);
        assertThat(taken.upstream()).as("the new department gets everything so far").hasSize(1);
        assertThat(taken.pack()).isNotNull();
        adapter.reply(other, reply("a", c + "-02", Type.ACCEPTED), reply("b", c + "-02", Type.APPROVED));
        adapter.http.get().uri("/api/departments/{d}/items?role=observer", old).exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items[0].taskId").isEqualTo(c + "-02").jsonPath("$.items[0].state")
                .isEqualTo("APPROVED").jsonPath("$.items[0].ended.outcome").isEqualTo("APPROVED");
        adapter.http.get().uri("/api/departments/{d}/items/{t}", old, c + "-02").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.upstream[0].itemNo").isEqualTo("01").jsonPath("$.pack.applicant.name")
                .isEqualTo("张三丰");
    }

    @Test
    void shouldApplyDeemedAcceptanceOnceAndParkWhatComesEarly() {
        String d = adapter.department("p9");
        String c = adapter.caseNo();
        AcceptanceDeemed deemed = new AcceptanceDeemed(c, "01", NOW.minusSeconds(9), NOW);
        adapter.send(Topics.RESULT, "result", c, 1, new CaseSettled(c, CaseOutcome.APPROVED, NOW, List.of()));
        adapter.send(Topics.RESULT, "result", c, 2, deemed);
        adapter.send(2, new ItemsReleased(c, 1, NOW, List.of(new Release("01", true, List.of()))));
        await().untilAsserted(() -> assertThat(
                adapter.count("select count(*) from parked where subject = ?", c)).isEqualTo(2));
        adapter.send(1, adapter.dispatched(c, item("01", d, "02")));
        await().untilAsserted(() -> assertThat(
                adapter.count("select count(*) from parked where subject = ?", c)).isZero());
        adapter.send(Topics.RESULT, "result", c, 2, deemed);
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01")).containsExactly("ItemAccepted"));
        assertThat(adapter.published(c + "-01").getFirst().body()).contains("\"deemed\":true")
                .contains("\"effectiveAt\":\"2026-03-02T00:59:51Z\"");
        List<Delivery> all = adapter.await(d, 3);
        assertThat(all).extracting(Delivery::type).containsExactlyInAnyOrder(Delivery.Type.NEW,
                Delivery.Type.RELEASED, Delivery.Type.DEEMED_ACCEPTED);
        assertThat(adapter.reply(d, reply("a", c + "-01", Type.APPROVED)).getFirst().status())
                .isEqualTo(Status.APPLIED);
    }
}
