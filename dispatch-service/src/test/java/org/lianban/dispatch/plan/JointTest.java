package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.APPROVED;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.dispatch.plan.APlan.aCaseOf;
import static org.lianban.dispatch.plan.OneThings.NOW;
import static org.lianban.dispatch.plan.OneThings.aOneThing;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.JointActivity.Kind;
import org.lianban.contracts.event.JointActivity.Participant;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.CancelActivity;
import org.lianban.dispatch.plan.PlanCommand.Rearrange;

class JointTest {
    private static final OneThing THREE = aOneThing().item("01").item("02").item("03").build();
    private static final Instant THURSDAY = NOW.plusSeconds(3 * 86_400);
    private static final String J1 = "c1-J1";

    private static Arrange inspection(String by, String... items) {
        return new Arrange(new Arrangement(Kind.INSPECTION, List.of(items), THURSDAY, "小冀镇", null), by);
    }

    private static APlan aCaseWithInspection() {
        return aCaseOf(THREE).commanded(inspection(OneThings.LEAD, "01", "02"));
    }

    @Test
    void shouldTellTheParticipantsAndShareTheRecordOnceEverybodyConcluded() {
        APlan plan = aCaseWithInspection();
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(JointActivityScheduled.class,
                e -> assertThat(e.activity()).isEqualTo(new JointActivity(J1, Kind.INSPECTION, OneThings.LEAD,
                        List.of(new Participant("01", "410721-office01"), new Participant("02", "410721-office02")),
                        THURSDAY, "小冀镇", null)));
        assertThat(plan.concludes(J1, "01", true).announced()).as("one is still awaited").isEmpty();
        plan.concludes(J1, "02", false);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(JointActivityConcluded.class, e -> {
            assertThat(e.passed()).isFalse();
            assertThat(e.conclusions()).extracting(Conclusion::itemNo).containsExactly("01", "02");
            assertThat(e.conclusions()).extracting(Conclusion::findings).containsExactly(List.of(),
                    List.of("通道堵塞"));
        });
        assertThat(plan.concludes(J1, "01", true).rejections()).containsExactly(PlanRefusal.ACTIVITY_OVER);
    }

    @Test
    void shouldNotAwaitWhoEndedByTheWay() {
        APlan plan = aCaseWithInspection().concludes(J1, "02", true).ends("01", APPROVED);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(JointActivityConcluded.class,
                e -> assertThat(e.passed()).isTrue());
        APlan all = aCaseWithInspection().ends("01", DENIED, "02", APPROVED);
        assertThat(all.announced()).singleElement().isInstanceOfSatisfying(JointActivityCancelled.class,
                e -> assertThat(e.reason()).isEqualTo("参加事项均已办结"));
        assertThat(all.plan().activities()).extracting(Joint::state).containsExactly(Joint.State.CANCELLED);
    }

    @Test
    void shouldNameEveryFaultOfAnArrangementAtOnce() {
        APlan plan = aCaseOf(THREE).ends("01", APPROVED).withdrawn("02");
        Decision<PlanEvent> decision = PlanDecider.decide(plan.plan(),
                new Arrange(new Arrangement(Kind.REVIEW, List.of("01", "02", "07", "07"), NOW, "x", null), null), NOW);
        assertThat(((Decision.Refused<PlanEvent>) decision).refusal().faults())
                .extracting(f -> PlanRefusal.valueOf(f.code())).containsExactly(
                        PlanRefusal.ALREADY_ENDED, PlanRefusal.ALREADY_CANCELLED, PlanRefusal.UNKNOWN_ITEM,
                        PlanRefusal.UNKNOWN_ITEM, PlanRefusal.NAMED_TWICE, PlanRefusal.IN_THE_PAST);
        assertThat(aCaseOf(THREE).commanded(inspection(OneThings.LEAD, "01")).rejections())
                .containsExactly(PlanRefusal.TOO_FEW_ITEMS);
    }

    @Test
    void shouldLetOnlyTheLeadArrange() {
        assertThat(aCaseOf(THREE).commanded(inspection("410721-office01", "01", "02")).rejections())
                .containsExactly(PlanRefusal.NOT_THE_LEAD);
        APlan plan = aCaseWithInspection();
        assertThat(plan.commanded(new CancelActivity(J1, "x", "410721-office01")).rejections())
                .containsExactly(PlanRefusal.NOT_THE_LEAD);
        assertThat(plan.commanded(new Rearrange(J1, THURSDAY, "x", null, "410721-office01")).rejections())
                .containsExactly(PlanRefusal.NOT_THE_LEAD);
    }

    @Test
    void shouldArrangeAnewAndCancelOnce() {
        APlan plan = aCaseWithInspection().concludes(J1, "01", true);
        Rearrange later = new Rearrange(J1, THURSDAY.plusSeconds(3600), "小冀镇", "改期", OneThings.LEAD);
        plan.commanded(later);
        assertThat(plan.announced()).singleElement().isInstanceOfSatisfying(JointActivityScheduled.class, e -> {
            assertThat(e.activity().id()).isEqualTo(J1);
            assertThat(e.activity().at()).isEqualTo(THURSDAY.plusSeconds(3600));
        });
        assertThat(plan.plan().activities()).singleElement()
                .satisfies(j -> assertThat(j.concludedBy("01")).as("what was said stands").isTrue());
        assertThat(PlanDecider.decide(plan.plan(), later, NOW)).isInstanceOf(Decision.Repeated.class);
        CancelActivity cancel = new CancelActivity(J1, "改为书面", OneThings.LEAD);
        assertThat(plan.commanded(cancel).announced()).singleElement().isInstanceOf(JointActivityCancelled.class);
        assertThat(PlanDecider.decide(plan.plan(), cancel, NOW)).isInstanceOf(Decision.Repeated.class);
        assertThat(plan.commanded(later).rejections()).containsExactly(PlanRefusal.ACTIVITY_OVER);
        assertThat(plan.concludes(J1, "02", true).rejections()).containsExactly(PlanRefusal.ACTIVITY_OVER);
        assertThat(plan.commanded(inspection(OneThings.LEAD, "02", "03")).plan().activities())
                .extracting(Joint::id).containsExactly(J1, "c1-J2");
    }

    @Test
    void shouldTakeNoConclusionOfWhoDoesNotParticipate() {
        APlan plan = aCaseWithInspection();
        assertThat(plan.concludes(J1, "03", true).rejections()).containsExactly(PlanRefusal.NOT_A_PARTICIPANT);
        assertThat(plan.concludes("c1-J9", "01", true).rejections())
                .containsExactly(PlanRefusal.UNKNOWN_ACTIVITY);
    }

    @Test
    void shouldLimitHowManyACaseHas() {
        APlan plan = aCaseOf(THREE);
        for (int i = 0; i < JointDecider.MAX_ACTIVITIES; i++) {
            plan.commanded(inspection(OneThings.LEAD, "01", "02"));
        }
        assertThat(plan.commanded(inspection(OneThings.LEAD, "01", "02")).rejections())
                .containsExactly(PlanRefusal.TOO_MANY_ACTIVITIES);
    }
}
