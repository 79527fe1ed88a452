package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.dispatch.plan.APlan.aCaseOf;
import static org.lianban.dispatch.plan.OneThings.NOW;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.plan.OneThings.received;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;
import org.lianban.dispatch.plan.PlanCommand.Receive;
import org.lianban.dispatch.plan.PlanCommand.Withdraw;
import org.lianban.dispatch.plan.PlanMessage.FromDepartment;
import org.lianban.dispatch.plan.PlanMessage.FromIntake;
import org.lianban.dispatch.plan.PlanUnitOfWork.Folded;

class PlanUnitOfWorkTest {
    private static final OneThing PAIR = aOneThing().item("01").item("02", "01").build();
    private static final Receive RECEIVE = new Receive(received("c1", PAIR), PAIR);
    private static final Withdraw WHOLE = new Withdraw(List.of());

    private static Folded fold(PlanState state, PlanMessage... heard) {
        PlanUnitOfWork fold = new PlanUnitOfWork(state, NOW);
        for (int i = 0; i < heard.length; i++) {
            fold.hear(i, heard[i]);
        }
        return fold.finish();
    }

    private static Folded fold(PlanMessage... heard) {
        return fold(new PlanState.Absent("c1"), heard);
    }

    private static FromDepartment approved(String no, long sequence) {
        return new FromDepartment(sequence, no, new ItemEnd(no, APPROVED, null, null, NOW));
    }

    @Test
    void shouldBeginACaseWhereverItIsReceived() {
        Folded folded = fold(new FromIntake(7, RECEIVE));
        assertThat(folded.state().heard()).isEqualTo(7);
        assertThat(folded.announced()).extracting(PlanUnitOfWork.Announced::sequence).containsExactly(1L);
    }

    @Test
    void shouldDropWhatWasHeardBefore() {
        PlanState once = fold(new FromIntake(2, RECEIVE), approved("01", 1)).state();
        Folded again = fold(once, new FromIntake(2, RECEIVE), approved("01", 1));
        assertThat(again.changed()).isFalse();
        assertThat(again.announced()).isEmpty();
        assertThat(again.duplicates()).isEqualTo(2);
    }

    @Test
    void shouldPointOutWhatCameBeforeItsPredecessorAndKeepTheRestGoing() {
        Folded folded = fold(new FromIntake(2, RECEIVE), approved("02", 3), new FromIntake(4, WHOLE),
                approved("01", 1));
        assertThat(folded.early()).containsExactly(1, 2);
        assertThat(folded.state()).isInstanceOfSatisfying(CasePlan.class, plan -> {
            assertThat(plan.item("01").orElseThrow().status().stage()).isEqualTo(ItemStage.ENDED);
            assertThat(plan.item("02").orElseThrow().status().stage()).isEqualTo(ItemStage.READY);
        });
    }

    @Test
    void shouldCountMessagesThatChangeNothingInTheSequence() {
        Folded folded = fold(new FromIntake(2, RECEIVE), new FromDepartment(1, "01", null), approved("01", 2));
        assertThat(folded.early()).isEmpty();
        assertThat(((CasePlan) folded.state()).item("01").orElseThrow().heard()).isEqualTo(2);
    }

    @Test
    void shouldStartNothingForACaseThatWasWithdrawnBeforeItWasReceived() {
        PlanState forestalled = fold(new FromIntake(3, WHOLE)).state();
        assertThat(forestalled).isEqualTo(new PlanState.Forestalled("c1", 3));
        Folded replayedReceipt = fold(forestalled, new FromIntake(2, RECEIVE));
        assertThat(replayedReceipt.duplicates()).isEqualTo(1);
        Folded lateReceipt = fold(forestalled, new FromIntake(4, RECEIVE));
        assertThat(lateReceipt.refusals()).extracting(r -> PlanRefusal.valueOf(r.code()))
                .containsExactly(PlanRefusal.FORESTALLED);
        assertThat(lateReceipt.announced()).isEmpty();
    }

    @Test
    void shouldLetAPartialWithdrawalOfAnUnknownCaseWait() {
        Folded folded = fold(new FromIntake(3, new Withdraw(List.of("01"))));
        assertThat(folded.early()).containsExactly(0);
        assertThat(folded.changed()).isFalse();
    }

    @Test
    void shouldSettleEndsBeforeAWithdrawalThatFollowsThem() {
        Folded folded = fold(new FromIntake(2, RECEIVE), approved("01", 1), new FromIntake(3, WHOLE));
        assertThat(folded.announced()).extracting(a -> a.event().getClass().getSimpleName())
                .containsExactly("ItemsDispatched", "ItemsReleased", "ItemsCancelled");
        assertThat(folded.announced()).extracting(PlanUnitOfWork.Announced::cause).containsExactly(0, 1, 2);
    }

    @Test
    void shouldCallAnItemThatTheCaseHasNotPoison() {
        Folded folded = aCaseOf(PAIR).fold(approved("09", 1));
        assertThat(folded.refusals()).singleElement().satisfies(r -> assertThat(PlanRefusal.isPoison(r)).isTrue());
    }
}
