package org.lianban.dispatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.contracts.Outcome.WITHDRAWN;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.plan.OneThings.owing;
import static org.lianban.dispatch.stream.Events.accepted;
import static org.lianban.dispatch.stream.Events.cancelled;
import static org.lianban.dispatch.stream.Events.corrected;
import static org.lianban.dispatch.stream.Events.decided;
import static org.lianban.dispatch.stream.Events.overdue;
import static org.lianban.dispatch.stream.Events.receipt;
import static org.lianban.dispatch.stream.Events.supplement;
import static org.lianban.dispatch.stream.Events.withdrawal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.NotYet;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class DispatchHandlerTest {
    private static final OneThing PAIR = aOneThing().item("01").item("02", "01").item("03").build();

    @Test
    void shouldFanOutInTheTransactionThatConsumesTheReceipt() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), receipt("c2", 2, PAIR));
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched");
            assertThat(desk.published("c2")).containsExactly("1 ItemsDispatched");
            assertThat(desk.plan("c1")).isInstanceOf(CasePlan.class);
            assertThat(desk.registry.get("lianban.dispatch.cases.dispatched").counter().count()).isEqualTo(2);
            assertThat(desk.registry.get("lianban.dispatch.fanout").timer().count()).isEqualTo(2);
        }
    }

    @Test
    void shouldKeepNeitherPlanNorEventWhereOneOfThemFails() {
        RuntimeException broken = new IllegalStateException("no room left");
        try (Desk desk = new Desk(Desk.freshDatabase(), real -> (tx, events) -> real.append(tx, events)
                .then(Mono.error(broken)), PAIR)) {
            assertThatThrownBy(() -> desk.hears(receipt("c1", 2, PAIR))).isSameAs(broken);
            assertThat(desk.count("plan")).isZero();
            assertThat(desk.published()).isEmpty();
        }
    }

    @Test
    void shouldChangeNothingWhenABatchIsDeliveredAgain() {
        try (Desk desk = new Desk(PAIR)) {
            Incoming<?>[] batch = {receipt("c1", 2, PAIR), accepted("c1", "01", 1), decided("c1", "01", 2, APPROVED)};
            desk.hears(batch);
            PlanState once = desk.plan("c1");
            List<Desk.Published> published = desk.published();
            desk.hears(batch);
            desk.hears(batch[2]);
            assertThat(desk.plan("c1")).isEqualTo(once);
            assertThat(desk.published()).isEqualTo(published);
            assertThat(desk.registry.get("lianban.dispatch.duplicates").counter().count()).isEqualTo(4);
        }
    }

    @Test
    void shouldParkWhatCameBeforeItsPredecessorAndTakeItUpAgain() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), receipt("c2", 2, PAIR));
            desk.hears(decided("c1", "01", 2, APPROVED), decided("c2", "01", 1, APPROVED));
            assertThat(desk.count("parked")).isEqualTo(1);
            assertThat(desk.published("c1")).hasSize(1);
            assertThat(desk.published("c2")).as("the neighbour goes on").hasSize(2);
            desk.parking.offerAgain();
            assertThat(desk.count("parked")).as("still early").isEqualTo(1);
            desk.hears(accepted("c1", "01", 1));
            desk.parking.offerAgain();
            assertThat(desk.count("parked")).isZero();
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched", "2 ItemsReleased");
            assertThat(desk.registry.get("lianban.dispatch.gaps").counter().count()).isEqualTo(2);
        }
    }

    @Test
    void shouldQuarantinePoisonAndServeItsNeighbours() {
        OneThing xor = aOneThing("sha256:" + "cd".repeat(32)).oneOf("q", "01").oneOf("q", "02").build();
        try (Desk desk = new Desk(PAIR, xor)) {
            desk.delivers(1, receipt("c1", 2, PAIR), receipt("bad", 2, xor), receipt("c2", 2, PAIR));
            assertThat(desk.published("c1")).hasSize(1);
            assertThat(desk.published("c2")).hasSize(1);
            assertThat(desk.published("bad")).isEmpty();
            assertThat(desk.quarantine.list(true, 0, 10).block()).singleElement()
                    .satisfies(entry -> assertThat(entry.reason()).contains("exactly one of [01, 02] (q)"));
            desk.delivers(4, decided("c1", "09", 1, APPROVED), decided("c1", "01", 1, APPROVED));
            assertThat(desk.published("c1")).as("an unknown item harms nobody").hasSize(2);
        }
    }

    @Test
    void shouldWaitForACatalogueVersionThatIsOnItsWay() {
        try (Desk desk = new Desk()) {
            assertThatThrownBy(() -> desk.hears(receipt("c1", 2, PAIR))).isInstanceOf(NotYet.class);
            assertThat(desk.count("plan")).isZero();
        }
    }

    @Test
    void shouldSettleWithdrawalAgainstDecisionInEitherOrder() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), receipt("c2", 2, PAIR));
            desk.hears(withdrawal("c1", 3));
            desk.hears(decided("c1", "01", 1, APPROVED));
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched", "2 ItemsCancelled");
            desk.hears(cancelled("c1", "02", 1, WITHDRAWN), cancelled("c1", "03", 1, WITHDRAWN));
            assertThat(((CasePlan) desk.plan("c1")).allEnded()).isTrue();

            desk.hears(decided("c2", "01", 1, APPROVED));
            desk.hears(withdrawal("c2", 3));
            assertThat(desk.published("c2")).containsExactly("1 ItemsDispatched", "2 ItemsReleased",
                    "3 ItemsCancelled");
            assertThat(desk.published().getLast().json()).contains("\"items\":[\"02\",\"03\"]");
        }
    }

    @Test
    void shouldHoldAnItemForWhatACommitmentOwesUntilIntakeHasIt() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR, owing("m01", "03")), receipt("c2", 2, PAIR, owing("m01", "03")));
            desk.hears(supplement("c1", 3, SupplementPurpose.TOLERANCE, "m01", "03"), overdue("c2", 3, "m01", "03"));
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched", "2 ItemsReleased");
            assertThat(desk.published().getFirst().json()).contains("\"owed\":[\"m01\"]");
            assertThat(desk.published("c2")).containsExactly("1 ItemsDispatched", "2 MaterialsOverdue");
            desk.hears(supplement("c2", 4, SupplementPurpose.TOLERANCE, "m01", "03"),
                    supplement("c2", 5, SupplementPurpose.CORRECTION, "m02", "01"), withdrawal("c2", 6));
            assertThat(desk.published("c2")).containsExactly("1 ItemsDispatched", "2 MaterialsOverdue",
                    "3 ItemsReleased", "4 ItemsReleased", "5 ItemsCancelled");
        }
    }

    @Test
    void shouldParkASupplementThatOvertookItsReceipt() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(supplement("c1", 3, SupplementPurpose.TOLERANCE, "m01", "03"));
            assertThat(desk.count("parked")).isEqualTo(1);
            desk.hears(receipt("c1", 2, PAIR, owing("m01", "03")));
            desk.parking.offerAgain();
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched", "2 ItemsReleased");
        }
    }

    /** A notice of correction counts in intake's sequence, before the receipt and after it. */
    @Test
    void shouldNotWaitForWhatItNeedNotKnow() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(corrected("c1", 2), receipt("c1", 3, PAIR), corrected("c1", 4), withdrawal("c1", 5));
            assertThat(desk.count("parked")).isZero();
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched", "2 ItemsCancelled");
        }
    }

    @Test
    void shouldServeSupplementsAndWithdrawalsThatRace() {
        try (Desk desk = new Desk(PAIR)) {
            List<Incoming<?>> receipts = new ArrayList<>();
            List<Incoming<?>> supplements = new ArrayList<>();
            List<Incoming<?>> decisions = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                receipts.add(receipt("c" + i, 2, PAIR, owing("m01", "03")));
                supplements.add(supplement("c" + i, 3, SupplementPurpose.TOLERANCE, "m01", "03"));
                supplements.add(withdrawal("c" + i, 4, "01"));
                decisions.addFirst(decided("c" + i, "01", 1, APPROVED));
            }
            desk.hears(receipts);
            CompletableFuture.allOf(CompletableFuture.runAsync(() -> desk.hears(supplements)),
                    CompletableFuture.runAsync(() -> desk.hears(decisions))).join();
            for (int i = 0; i < 100; i++) {
                CasePlan plan = (CasePlan) desk.plan("c" + i);
                assertThat(plan.item("01").orElseThrow().status().stage()).isEqualTo(ItemStage.ENDED);
                assertThat(plan.item("02").orElseThrow().status().stage()).isEqualTo(ItemStage.READY);
                assertThat(plan.item("03").orElseThrow().status().stage()).isEqualTo(ItemStage.READY);
            }
        }
    }

    @Test
    void shouldServeWithdrawalsAndDecisionsThatRace() {
        try (Desk one = new Desk(PAIR)) {
            List<Incoming<?>> receipts = new ArrayList<>();
            List<Incoming<?>> withdrawals = new ArrayList<>();
            List<Incoming<?>> decisions = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                receipts.add(receipt("c" + i, 2, PAIR));
                withdrawals.add(withdrawal("c" + i, 3));
                decisions.addFirst(decided("c" + i, "01", 1, i % 2 == 0 ? APPROVED : DENIED));
            }
            one.hears(receipts);
            CompletableFuture<Void> applicant = CompletableFuture.runAsync(() -> inTens(one, withdrawals));
            CompletableFuture<Void> department = CompletableFuture.runAsync(() -> inTens(one, decisions));
            CompletableFuture.allOf(applicant, department).join();
            for (int i = 0; i < 200; i++) {
                CasePlan plan = (CasePlan) one.plan("c" + i);
                assertThat(plan.item("01").orElseThrow().status().stage()).isEqualTo(ItemStage.ENDED);
                assertThat(plan.item("02").orElseThrow().status().stage()).isEqualTo(ItemStage.CANCELLING);
                assertThat(plan.epoch()).isEqualTo(2);
                assertThat(one.published("c" + i)).last().asString().contains("ItemsCancelled");
                assertThat(one.published("c" + i)).hasSize((int) plan.announced());
            }
        }
    }

    private static void inTens(Desk desk, List<Incoming<?>> events) {
        for (int i = 0; i < events.size(); i += 10) {
            desk.hears(events.subList(i, i + 10));
        }
    }

    @Test
    void shouldBeginACaseOnceWhenTwoInstancesReceiveItAtTheSameTime() {
        org.lianban.servers.Database shared = Desk.freshDatabase();
        try (Desk one = new Desk(shared, UnaryOperator.identity(), PAIR);
                Desk two = new Desk(shared, UnaryOperator.identity(), PAIR)) {
            AtomicReference<CompletableFuture<Void>> second = new AtomicReference<>();
            one.database.inTransaction(tx -> one.handler.handle(tx, List.of(receipt("c1", 2, PAIR)))
                    .then(Mono.fromRunnable(() -> {
                        second.set(CompletableFuture.runAsync(() -> two.hears(receipt("c1", 2, PAIR))));
                        await().until(() -> one.waitingForLocks() == 1);
                    }).subscribeOn(Schedulers.boundedElastic()))).block();
            assertThatThrownBy(second.get()::join).hasCauseInstanceOf(NotYet.class);
            two.hears(receipt("c1", 2, PAIR));
            assertThat(one.published("c1")).containsExactly("1 ItemsDispatched");
            assertThat(two.registry.get("lianban.dispatch.duplicates").counter().count()).isEqualTo(1);
        }
    }
}
