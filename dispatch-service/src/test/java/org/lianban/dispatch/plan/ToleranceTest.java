package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.contracts.Outcome.TERMINATED;
import static org.lianban.contracts.Outcome.WITHDRAWN;
import static org.lianban.dispatch.plan.APlan.aCaseOf;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.plan.OneThings.commitment;
import static org.lianban.dispatch.plan.OneThings.facts;
import static org.lianban.dispatch.plan.OneThings.materials;
import static org.lianban.dispatch.plan.OneThings.owing;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.MaterialsOverdue;
import org.lianban.contracts.event.DispatchEvent.Overdue;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.Task;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.dispatch.plan.PlanCommand.Correct;
import org.lianban.dispatch.plan.PlanCommand.Supplement;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import tools.jackson.databind.node.JsonNodeFactory;

class ToleranceTest {
    private static final OneThing PAIR = aOneThing().item("01").item("02", "01").build();
    private static final OneThing SINGLE = aOneThing().item("01").build();

    private static void released(APlan plan, Consumer<Release> check) {
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsReleased.class,
                e -> assertThat(e.releases()).singleElement().satisfies(check));
    }

    @Test
    void shouldDispatchWhatIsOwedAndHoldTheDecisionUntilItCame() {
        APlan plan = aCaseOf(PAIR, facts(owing("m01", "01", "02"), commitment(Commitment.Type.WAIVE, "m02", "01")));
        assertThat(((ItemsDispatched) plan.announced().getFirst()).tasks()).extracting(Task::owed)
                .containsExactly(List.of("m01"), List.of("m01"));
        assertThat(plan.stages()).isEqualTo("01 WAITING, 02 WAITING");
        plan.supplied("m01", "01", "02");
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsReleased.class, e -> {
            assertThat(e.releases()).extracting(Release::mayDecide).as("02 still waits for 01").containsExactly(true,
                    false);
            assertThat(e.releases()).allSatisfy(r -> {
                assertThat(r.purpose()).isEqualTo(SupplementPurpose.TOLERANCE);
                assertThat(r.supplements()).isEqualTo(materials("m01"));
            });
        });
        assertThat(plan.stages()).isEqualTo("01 READY, 02 WAITING");
        released(plan.ends("01", APPROVED), r -> assertThat(r.mayDecide()).isTrue());
    }

    @Test
    void shouldReleaseNobodyWhoOwesSomethingStill() {
        APlan plan = aCaseOf(PAIR, facts(owing("m01", "02"))).ends("01", APPROVED);
        released(plan, r -> assertThat(r.mayDecide()).isFalse());
        released(plan.supplied("m01", "02"), r -> assertThat(r.mayDecide()).isTrue());
        assertThat(plan.supplied("m01", "02").rejections()).as("not owed twice")
                .containsExactly(PlanRefusal.NOT_OWED);
    }

    @Test
    void shouldLetTheLeadDecideAboutWhatIsOverdue() {
        APlan plan = aCaseOf(SINGLE, facts(owing("m01", "01"))).overdue("m01", "01");
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(MaterialsOverdue.class, e -> {
            assertThat(e.lead()).isEqualTo(OneThings.LEAD);
            assertThat(e.overdue()).containsExactly(new Overdue("01", "m01"));
        });
        assertThat(plan.stages()).isEqualTo("01 BLOCKED");
        plan.decided("01", Verdict.TERMINATE);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsCancelled.class, e -> {
            assertThat(e.reason()).isEqualTo(CancelReason.COMMITMENT_BREACHED);
            assertThat(e.epoch()).isEqualTo(1);
        });
        assertThat(PlanDecider.decide(plan.plan(),
                new PlanCommand.DecideBlocked("01", Verdict.TERMINATE, null), OneThings.NOW))
                .isInstanceOf(Decision.Repeated.class);
        assertThat(plan.ends("01", TERMINATED).plan().allEnded()).isTrue();
    }

    @Test
    void shouldGoOnWaitingWhenTheLeadLetsAnOverdueMaterialGo() {
        APlan plan = aCaseOf(SINGLE, facts(owing("m01", "01"))).overdue("m01", "01").decided("01", Verdict.CONTINUE);
        released(plan, r -> {
            assertThat(r.mayDecide()).as("nothing is waived").isFalse();
            assertThat(r.purpose()).isNull();
        });
        assertThat(plan.stages()).isEqualTo("01 WAITING");
        assertThat(PlanDecider.decide(plan.plan(),
                new PlanCommand.DecideBlocked("01", Verdict.CONTINUE, null), OneThings.NOW))
                .isInstanceOf(Decision.Repeated.class);
        assertThat(plan.overdue("m01", "01").stages()).as("a second term may run out as well")
                .isEqualTo("01 BLOCKED");
        released(plan.supplied("m01", "01"), r -> assertThat(r.mayDecide()).isTrue());
    }

    @Test
    void shouldLiftABlockThatOnlyTheLateMaterialHeldTogetherWithWhatWasWithheld() {
        APlan plan = aCaseOf(PAIR, facts(owing("m01", "02"))).overdue("m01", "02");
        assertThat(plan.ends("01", APPROVED).announced()).as("withheld while blocked").isEmpty();
        released(plan.supplied("m01", "02"), r -> {
            assertThat(r.mayDecide()).isTrue();
            assertThat(r.upstream()).extracting(UpstreamResult::itemNo).containsExactly("01");
            assertThat(r.supplements()).extracting("code").containsExactly("m01");
        });
    }

    @Test
    void shouldLeaveALateSupplementToTheLeadWhereConfigured() {
        APlan plan = aCaseOf(SINGLE, facts(owing("m01", "01"))).overdue("m01", "01")
                .told(new Supplement(List.of("01"), materials("m01"), false));
        assertThat(plan.announced()).isEmpty();
        assertThat(plan.stages()).isEqualTo("01 BLOCKED");
        released(plan.decided("01", Verdict.CONTINUE), r -> {
            assertThat(r.mayDecide()).isTrue();
            assertThat(r.supplements()).extracting("code").containsExactly("m01");
            assertThat(r.purpose()).isEqualTo(SupplementPurpose.TOLERANCE);
        });
    }

    @Test
    void shouldKeepASupplementWhileAPrerequisiteHasFailed() {
        APlan plan = aCaseOf(PAIR, facts(owing("m01", "02"))).ends("01", DENIED).supplied("m01", "02");
        assertThat(plan.announced()).as("a release would be read as the lead's word").isEmpty();
        released(plan.decided("02", Verdict.CONTINUE), r -> {
            assertThat(r.mayDecide()).isTrue();
            assertThat(r.supplements()).extracting("code").containsExactly("m01");
        });
    }

    @Test
    void shouldCallAFailedPrerequisiteTheGraverReason() {
        APlan plan = aCaseOf(PAIR, facts(owing("m01", "02"))).overdue("m01", "02").ends("01", DENIED)
                .decided("02", Verdict.TERMINATE);
        assertThat(((ItemsCancelled) plan.announced().getFirst()).reason())
                .isEqualTo(CancelReason.PREREQUISITE_FAILED);
    }

    @Test
    void shouldHandACorrectionOnWithoutTouchingWhatMayBeDecided() {
        APlan plan = aCaseOf(PAIR).ends("01", DENIED);
        var form = JsonNodeFactory.instance.objectNode().put("childName", "张小宝");
        released(plan.told(new Correct(List.of("02"), materials("m07"), form)), r -> {
            assertThat(r.mayDecide()).isFalse();
            assertThat(r.purpose()).isEqualTo(SupplementPurpose.CORRECTION);
            assertThat(r.supplements()).extracting("code").containsExactly("m07");
            assertThat(r.form()).isEqualTo(form);
        });
        assertThat(plan.stages()).as("still the lead's").isEqualTo("01 ENDED, 02 BLOCKED");
        assertThat(plan.told(new Correct(List.of("01"), materials("m07"), null)).rejections())
                .containsExactly(PlanRefusal.ALREADY_ENDED);
    }

    @Test
    void shouldSettleAWithdrawalAgainstASupplementInEitherOrder() {
        APlan supplied = aCaseOf(SINGLE, facts(owing("m01", "01"))).supplied("m01", "01").withdrawn();
        assertThat(supplied.stages()).isEqualTo("01 CANCELLING");
        APlan withdrawn = aCaseOf(SINGLE, facts(owing("m01", "01"))).withdrawn().supplied("m01", "01");
        assertThat(withdrawn.announced()).isEmpty();
        assertThat(withdrawn.rejections()).containsExactly(PlanRefusal.ALREADY_CANCELLED);
        assertThat(withdrawn.overdue("m01", "01").rejections()).containsExactly(PlanRefusal.ALREADY_CANCELLED);
        assertThat(withdrawn.ends("01", WITHDRAWN).plan().allEnded()).isTrue();
    }

    @Test
    void shouldSayWhichItemsAWindowAcceptedAndWhichWindow() {
        ReceiptFacts facts = new ReceiptFacts(false, List.of(), List.of(), null, "a7", "410721-w1", List.of("01"));
        DispatchEvent dispatched = aCaseOf(PAIR, facts).announced().getFirst();
        assertThat(dispatched).isInstanceOfSatisfying(ItemsDispatched.class, e -> {
            assertThat(e.tasks()).extracting(Task::acceptedOnReceipt).containsExactly(true, false);
            assertThat(e.window()).isEqualTo("410721-w1");
        });
    }
}
