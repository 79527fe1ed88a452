package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.contracts.Outcome.MATCHED;
import static org.lianban.contracts.Outcome.MISMATCHED;
import static org.lianban.contracts.Outcome.NOT_ACCEPTED;
import static org.lianban.contracts.Outcome.TERMINATED;
import static org.lianban.contracts.Outcome.WITHDRAWN;
import static org.lianban.dispatch.plan.APlan.aCaseOf;
import static org.lianban.dispatch.plan.OneThings.NOW;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.plan.OneThings.received;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.Block;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemReassigned;
import org.lianban.contracts.event.DispatchEvent.ItemsBlocked;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand.Receive;
import org.lianban.dispatch.plan.PlanCommand.Verdict;

class PlanDeciderTest {
    private static final OneThing CHAIN = aOneThing().item("01").item("02", "01").item("03", "02").build();
    private static final OneThing JOIN = aOneThing().item("01").item("02").item("03", "01", "02").build();

    @Test
    void shouldFanOutToAllDepartmentsAtOnceWithPackGraphAndObservers() {
        OneThing restaurant = aOneThing().verify("01").item("02", "01").optional("03", "01").build();
        APlan plan = aCaseOf(restaurant, "01", "02");
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsDispatched.class, e -> {
            assertThat(e.tasks()).extracting("itemNo").containsExactly("01", "02");
            assertThat(e.tasks().getFirst().kind()).isEqualTo(ItemKind.VERIFY);
            assertThat(e.tasks().get(1).department()).isEqualTo("410721-office02");
            assertThat(e.tasks().get(1).others()).containsExactly("410721-other");
            assertThat(e.tasks().get(1).hard()).containsExactly("01");
            assertThat(e.skipped()).containsExactly("03");
            assertThat(e.epoch()).isEqualTo(1);
            assertThat(e.dispatchedAt()).isEqualTo(NOW);
            assertThat(e.pack().form().get("childName").asString()).isEqualTo("张小宝");
        });
        assertThat(plan.stages()).isEqualTo("01 READY, 02 WAITING");
    }

    @Test
    void shouldReleaseTheDependantWithTheResultOnceEveryPrerequisiteIsSatisfied() {
        APlan plan = aCaseOf(JOIN).ends("01", APPROVED);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsReleased.class,
                e -> assertThat(e.releases()).singleElement().satisfies(r -> {
                    assertThat(r.itemNo()).isEqualTo("03");
                    assertThat(r.mayDecide()).isFalse();
                    assertThat(r.upstream()).singleElement().extracting(UpstreamResult::decisionNo).isEqualTo("决-01");
                }));
        plan.ends("02", MATCHED);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsReleased.class, e -> {
            assertThat(e.releases().getFirst().mayDecide()).isTrue();
            assertThat(e.releases().getFirst().upstream()).extracting(UpstreamResult::itemNo).containsExactly("02");
        });
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 ENDED, 03 READY");
    }

    @Test
    void shouldReleaseOnceForSeveralEndsOfOneBatch() {
        OneThing wide = aOneThing().item("01").item("02").item("03", "01", "02").item("04", "01").build();
        APlan plan = aCaseOf(wide).ends("01", APPROVED, "02", APPROVED);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsReleased.class, e -> {
            assertThat(e.releases()).extracting("itemNo").containsExactly("03", "04");
            assertThat(e.releases()).extracting("mayDecide").containsExactly(true, true);
            assertThat(e.releases().getFirst().upstream()).hasSize(2);
        });
    }

    @Test
    void shouldHandSoftResultsOnWithoutMakingAnybodyWait() {
        OneThing soft = aOneThing().item("01").soft("02", List.of(), "01").build();
        APlan plan = aCaseOf(soft);
        assertThat(plan.stages()).isEqualTo("01 READY, 02 READY");
        plan.ends("01", APPROVED);
        assertThat(((ItemsReleased) plan.announced().getFirst()).releases().getFirst().mayDecide()).isTrue();
        assertThat(aCaseOf(soft).ends("01", DENIED).announced()).as("no result, nothing to reuse").isEmpty();
        assertThat(aCaseOf(soft).ends("02", APPROVED).ends("01", APPROVED).announced()).as("too late to reuse")
                .isEmpty();
    }

    @Test
    void shouldBlockDirectDependantsForTheLeadWhenAPrerequisiteFails() {
        APlan plan = aCaseOf(CHAIN).ends("01", MISMATCHED);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsBlocked.class, e -> {
            assertThat(e.lead()).isEqualTo(OneThings.LEAD);
            assertThat(e.blocks()).containsExactly(new Block("02", "01", MISMATCHED));
        });
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 BLOCKED, 03 WAITING");
    }

    @Test
    void shouldEndABlockedItemWhenTheLeadTerminatesAndBlockWhatHangsOnIt() {
        APlan plan = aCaseOf(CHAIN).ends("01", NOT_ACCEPTED).decided("02", Verdict.TERMINATE);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsCancelled.class, e -> {
            assertThat(e.reason()).isEqualTo(CancelReason.PREREQUISITE_FAILED);
            assertThat(e.epoch()).as("no withdrawal, no new epoch").isEqualTo(1);
            assertThat(e.items()).containsExactly("02");
        });
        plan.ends("02", TERMINATED);
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 ENDED, 03 BLOCKED");
    }

    @Test
    void shouldLetABlockedItemGoOnWithWhatFailedAndWhatWasWithheld() {
        APlan plan = aCaseOf(JOIN).ends("01", DENIED);
        plan.ends("02", APPROVED);
        assertThat(plan.announced()).as("withheld while blocked").isEmpty();
        plan.decided("03", Verdict.CONTINUE);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsReleased.class, e -> {
            assertThat(e.releases().getFirst().mayDecide()).isTrue();
            assertThat(e.releases().getFirst().upstream()).extracting(UpstreamResult::outcome).containsExactly(DENIED,
                    APPROVED);
            assertThat(e.releases().getFirst().upstream()).allSatisfy(u -> assertThat(u.result()).isNotNull());
        });
        assertThat(plan.plan().find("03").waived()).containsExactly("01");
    }

    @Test
    void shouldKeepWaitingForOthersAfterTheLeadLetOneGo() {
        APlan plan = aCaseOf(JOIN).ends("01", DENIED).decided("03", Verdict.CONTINUE);
        assertThat(((ItemsReleased) plan.announced().getFirst()).releases().getFirst().mayDecide()).isFalse();
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 READY, 03 WAITING");
        plan.ends("02", DENIED);
        assertThat(plan.stages()).as("another failure is another decision").endsWith("03 BLOCKED");
    }

    @Test
    void shouldAnswerTheSameLeadDecisionAsTheFirstTimeAndRefuseTheOpposite() {
        APlan terminated = aCaseOf(CHAIN).ends("01", DENIED).decided("02", Verdict.TERMINATE);
        assertThat(decide(terminated, Verdict.TERMINATE)).isInstanceOf(Decision.Repeated.class);
        assertThat(decide(terminated, Verdict.CONTINUE)).isEqualTo(rejected(PlanRefusal.DECIDED_OTHERWISE.of("02")));
        APlan continued = aCaseOf(CHAIN).ends("01", DENIED).decided("02", Verdict.CONTINUE);
        assertThat(decide(continued, Verdict.CONTINUE)).isInstanceOf(Decision.Repeated.class);
        assertThat(decide(continued, Verdict.TERMINATE)).isEqualTo(rejected(PlanRefusal.DECIDED_OTHERWISE.of("02")));
        assertThat(decide(aCaseOf(CHAIN), Verdict.CONTINUE)).isEqualTo(rejected(PlanRefusal.NOT_BLOCKED.of("02")));
    }

    @Test
    void shouldLetOnlyALeadDecide() {
        OneThing twoLeads = aOneThing().item("01").item("02", "01").build("410721-a", List.of("410721-b"));
        APlan plan = aCaseOf(twoLeads).ends("01", DENIED);
        assertThat(PlanDecider.decide(plan.plan(), new DecideBlocked("02", Verdict.CONTINUE, "410721-c"), NOW))
                .isEqualTo(rejected(PlanRefusal.NOT_THE_LEAD.of("410721-a")));
        assertThat(PlanDecider.decide(plan.plan(), new DecideBlocked("02", Verdict.CONTINUE, "410721-b"), NOW))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void shouldTakeTheFirstItemsDepartmentAsLeadWhereNoneIsNamed() {
        APlan plan = aCaseOf(aOneThing().item("01").item("02", "01").build(null, List.of())).ends("01", DENIED);
        assertThat(((ItemsBlocked) plan.announced().getFirst()).lead()).isEqualTo("410721-office01");
    }

    @Test
    void shouldCancelEverythingOpenWhenTheCaseIsWithdrawn() {
        OneThing mixed = aOneThing().item("01").item("02", "01").item("03", "02").item("04").build();
        APlan plan = aCaseOf(mixed).ends("01", DENIED, "04", APPROVED).withdrawn();
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemsCancelled.class, e -> {
            assertThat(e.epoch()).isEqualTo(2);
            assertThat(e.reason()).isEqualTo(CancelReason.WITHDRAWN);
            assertThat(e.items()).containsExactly("02", "03");
        });
        assertThat(plan.ends("02", WITHDRAWN, "03", WITHDRAWN).announced()).as("nobody is left to block").isEmpty();
        assertThat(plan.plan().allEnded()).isTrue();
    }

    @Test
    void shouldBlockDependantsOnlyOnceAPartialWithdrawalTookEffect() {
        APlan plan = aCaseOf(CHAIN).withdrawn("01");
        assertThat(plan.stages()).isEqualTo("01 CANCELLING, 02 WAITING, 03 WAITING");
        plan.ends("01", WITHDRAWN);
        assertThat(plan.announced()).singleElement().isInstanceOf(ItemsBlocked.class);
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 BLOCKED, 03 WAITING");
    }

    @Test
    void shouldLetADecisionStandThatWasCommittedBeforeTheWithdrawalArrived() {
        APlan plan = aCaseOf(CHAIN).withdrawn("01").ends("01", APPROVED);
        assertThat(plan.announced()).singleElement().isInstanceOf(ItemsReleased.class);
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 READY, 03 WAITING");
    }

    @Test
    void shouldRecordAWithdrawalThatComesTooLateAsARejection() {
        APlan plan = aCaseOf(aOneThing().item("01").build()).ends("01", APPROVED).withdrawn();
        assertThat(plan.announced()).isEmpty();
        assertThat(plan.rejections()).containsExactly(PlanRefusal.NOTHING_OPEN);
        assertThat(plan.plan().epoch()).isEqualTo(1);
        assertThat(plan.plan().heard()).as("dealt with all the same").isEqualTo(3);
    }

    @Test
    void shouldRecordASecondEndAsARejection() {
        APlan plan = aCaseOf(CHAIN).ends("01", APPROVED).ends("01", DENIED);
        assertThat(plan.rejections()).containsExactly(PlanRefusal.ALREADY_ENDED);
        assertThat(plan.stages()).isEqualTo("01 ENDED, 02 READY, 03 WAITING");
    }

    @Test
    void shouldReassignAnOpenItemOnce() {
        APlan plan = aCaseOf(CHAIN).commanded(new Reassign("02", "410721-x", "机构调整", null));
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(ItemReassigned.class, e -> {
            assertThat(e.from()).isEqualTo("410721-office02");
            assertThat(e.to()).isEqualTo("410721-x");
        });
        Reassign again = new Reassign("02", "410721-x", "机构调整", null);
        assertThat(PlanDecider.decide(plan.plan(), again, NOW)).isInstanceOf(Decision.Repeated.class);
        plan.ends("01", APPROVED);
        assertThat(PlanDecider.decide(plan.plan(), new Reassign("01", "410721-x", "机构调整", null), NOW))
                .isEqualTo(rejected(PlanRefusal.ALREADY_ENDED.of("01")));
    }

    @Test
    void shouldRefuseACaseWhoseItemsContradictTheCatalogue() {
        OneThing retirement = aOneThing().oneOf("q", "01").oneOf("q", "02").build();
        Decision<PlanEvent> decision = PlanDecider.decide(new PlanState.Absent("c1"),
                new Receive(received("c1", retirement, List.of("01", "02")), retirement), NOW);
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, r -> {
            assertThat(PlanRefusal.valueOf(r.refusal().code())).isEqualTo(PlanRefusal.INVALID_ITEMS);
            assertThat(PlanRefusal.isPoison(r.refusal())).isTrue();
            assertThat(r.refusal().detail()).contains("exactly one of [01, 02] (q)");
        });
    }

    private static Decision<PlanEvent> decide(APlan plan, Verdict verdict) {
        return PlanDecider.decide(plan.plan(), new DecideBlocked("02", verdict, null), NOW);
    }

    private static Decision<PlanEvent> rejected(Refusal refusal) {
        return Decision.refused(refusal);
    }
}
