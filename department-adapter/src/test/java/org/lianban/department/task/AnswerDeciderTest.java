package org.lianban.department.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.department.task.Tasks.NOW;
import static org.lianban.department.task.Tasks.POLICE;
import static org.lianban.department.task.Tasks.after;
import static org.lianban.department.task.Tasks.block;
import static org.lianban.department.task.Tasks.cancel;
import static org.lianban.department.task.Tasks.code;
import static org.lianban.department.task.Tasks.dependent;
import static org.lianban.department.task.Tasks.free;
import static org.lianban.department.task.Tasks.release;
import static org.lianban.department.task.Tasks.reply;
import static org.lianban.department.task.Tasks.task;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.command.Decision;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply.Type;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemDecided;
import org.lianban.contracts.event.DispatchEvent.CancelReason;

class AnswerDeciderTest {

    @Test
    void shouldAcceptAndDecideOnTheSpotInThatOrderOnly() {
        Task decided = after(free(), Type.ACCEPTED, Type.APPROVED);
        assertThat(decided.status()).isEqualTo(new Status.Ended(Outcome.APPROVED));
        assertThat(decided.sequence()).isEqualTo(2);
        assertThat(code(free(), Type.APPROVED)).isEqualTo("NOT_ACCEPTED_YET");
    }

    @Test
    void shouldPreReviewButNotDecideWhileAPrerequisiteIsOpen() {
        Task reviewing = after(dependent(), Type.ACCEPTED);
        assertThat(reviewing.status().state()).isEqualTo(ItemState.PRE_REVIEW);
        assertThat(code(reviewing, Type.APPROVED)).isEqualTo("NOT_RELEASED");
        assertThat(code(reviewing, Type.DENIED)).isEqualTo("NOT_RELEASED");
        Task waiting = after(reviewing, Type.PRE_REVIEW_FAILED);
        assertThat(waiting.status().state()).isEqualTo(ItemState.WAITING_PREREQUISITE);
        Task ready = after(waiting, release(true));
        assertThat(ready.open()).isEmpty();
        assertThat(after(ready, Type.DENIED).status()).isEqualTo(new Status.Ended(Outcome.DENIED));
    }

    @Test
    void shouldRecordAPreReviewThatCrossedTheRelease() {
        Task released = after(dependent(), release(true), Type.ACCEPTED);
        assertThat(released.status().state()).isEqualTo(ItemState.IN_REVIEW);
        assertThat(after(released, Type.PRE_REVIEW_PASSED).status().state()).isEqualTo(ItemState.IN_REVIEW);
        assertThat(code(after(free(), Type.ACCEPTED), Type.PRE_REVIEW_PASSED)).isEqualTo("NO_PREREQUISITE");
    }

    @Test
    void shouldWaitForTheLeadWhileBlockedAndGoOnWhenItSaysSo() {
        Task blocked = after(dependent(), Type.ACCEPTED, Type.PRE_REVIEW_PASSED, block());
        assertThat(code(blocked, Type.APPROVED)).isEqualTo("BLOCKED");
        assertThat(code(blocked, Type.SUSPENDED)).isEqualTo("BLOCKED");
        assertThat(after(blocked, release(true), Type.APPROVED).ended()).isTrue();
        assertThat(after(blocked, cancel(CancelReason.PREREQUISITE_FAILED)).status())
                .isEqualTo(new Status.Ended(Outcome.TERMINATED));
    }

    @Test
    void shouldAcceptWhileBlockedBecauseTheLawStillWantsAnAnswerToTheApplicant() {
        Task blocked = after(dependent(), block(), Type.ACKNOWLEDGED, Type.ACCEPTED);
        assertThat(blocked.status().text()).isEqualTo("BLOCKED/PRE_REVIEW");
        assertThat(after(dependent(), block(), Type.NOT_ACCEPTED).status())
                .isEqualTo(new Status.Ended(Outcome.NOT_ACCEPTED));
    }

    @Test
    void shouldSuspendAndResumeWhereItWas() {
        Task suspended = after(dependent(), Type.ACCEPTED, Type.PRE_REVIEW_PASSED, Type.SUSPENDED);
        assertThat(code(suspended, Type.APPROVED)).isEqualTo("NOT_RELEASED");
        assertThat(code(after(suspended, release(true)), Type.APPROVED)).isEqualTo("SUSPENDED");
        assertThat(after(suspended, Type.RESUMED).status().state()).isEqualTo(ItemState.WAITING_PREREQUISITE);
        assertThat(after(suspended, release(true), Type.RESUMED).status().state()).isEqualTo(ItemState.READY);
        assertThat(code(after(free(), Type.ACCEPTED), Type.RESUMED)).isEqualTo("NOT_SUSPENDED");
    }

    @Test
    void shouldVerifyWithoutAcceptanceAndFallBackToAnOfficer() {
        Task check = task(ItemKind.VERIFY);
        assertThat(after(check, Type.MATCHED).status()).isEqualTo(new Status.Ended(Outcome.MATCHED));
        assertThat(code(check, Type.ACCEPTED)).isEqualTo("WRONG_KIND");
        assertThat(code(check, Type.APPROVED)).isEqualTo("WRONG_KIND");
        assertThat(code(task(ItemKind.VERIFY, "01"), Type.MATCHED)).isEqualTo("NOT_RELEASED");
        Task down = after(check, Type.ACKNOWLEDGED, Type.UNAVAILABLE);
        assertThat(down.status().state()).isEqualTo(ItemState.UNAVAILABLE);
        assertThat(after(down, Type.APPROVED).status()).isEqualTo(new Status.Ended(Outcome.MATCHED));
        assertThat(after(down, Type.DENIED).status()).isEqualTo(new Status.Ended(Outcome.MISMATCHED));
        assertThat(code(free(), Type.MATCHED)).isEqualTo("WRONG_KIND");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_ACCEPTED", "DENIED", "MISMATCHED", "UNAVAILABLE", "SUSPENDED"})
    void shouldDemandReasons(Type type) {
        Reply without = new Reply("r", "C1-03", type, List.of(), null, "听证", null, null, null, null, null, null, null);
        assertThat(AnswerDecider.answer(free(), without, POLICE, NOW).answer().code()).isEqualTo("REASONS_MISSING");
    }

    @Test
    void shouldAnswerTheSameReplyAsTheFirstTimeForEver() {
        Reply early = reply("r-9", Type.APPROVED);
        AnswerDecider.Answer refused = AnswerDecider.answer(dependent(), early, POLICE, NOW);
        assertThat(refused.answer().status()).isEqualTo(ReplyAnswer.Status.REJECTED);
        Task later = after(refused.task(), Type.ACCEPTED, release(true), Type.APPROVED);
        ReplyAnswer again = AnswerDecider.answer(later, early, POLICE, NOW).answer();
        assertThat(again.status()).isEqualTo(ReplyAnswer.Status.DUPLICATE);
        assertThat(again.first()).isEqualTo(ReplyAnswer.Status.REJECTED);
        assertThat(again.code()).isEqualTo("NOT_ACCEPTED_YET");
        ReplyAnswer reused = AnswerDecider.answer(later, reply("r-9", Type.PROGRESS), POLICE, NOW).answer();
        assertThat(reused.code()).isEqualTo("REPLY_ID_REUSED");
    }

    @Test
    void shouldRefuseOthersAndAnswerTheFormerDepartmentAsBefore() {
        Task accepted = after(free(), reply("r-1", Type.ACCEPTED));
        assertThat(AnswerDecider.answer(accepted, reply("r-2", Type.APPROVED), Tasks.HEALTH, NOW).answer().code())
                .isEqualTo("NOT_YOURS");
        Task moved = after(accepted, new TaskCommand.Reassign(1, Tasks.HEALTH));
        assertThat(moved.others()).containsExactly(POLICE);
        assertThat(moved.status().state()).isEqualTo(ItemState.IN_REVIEW);
        assertThat(AnswerDecider.answer(moved, reply("r-1", Type.ACCEPTED), POLICE, NOW).answer().status())
                .isEqualTo(ReplyAnswer.Status.DUPLICATE);
        assertThat(AnswerDecider.answer(moved, reply("r-3", Type.APPROVED), POLICE, NOW).answer().code())
                .isEqualTo("NOT_YOURS");
        assertThat(AnswerDecider.answer(moved, reply("r-1", Type.APPROVED), Tasks.HEALTH, NOW).answer().status())
                .as("an id of the former department is free for the new one").isEqualTo(ReplyAnswer.Status.APPLIED);
    }

    @Test
    void shouldLetWhatWasCommittedFirstStand() {
        Task decided = after(free(), Type.ACCEPTED, Type.APPROVED);
        assertThat(TaskDecider.decide(decided, cancel(CancelReason.WITHDRAWN), NOW))
                .isEqualTo(TaskRefusal.ALREADY_ENDED.refuse());
        Task withdrawn = after(free(), Type.ACCEPTED, cancel(CancelReason.WITHDRAWN));
        assertThat(code(withdrawn, Type.APPROVED)).isEqualTo("ALREADY_ENDED");
        assertThat(TaskDecider.decide(after(free(), new TaskCommand.Reassign(3, "x")), release(true), NOW))
                .isEqualTo(TaskRefusal.STALE_EPOCH.refuse());
    }

    @Test
    void shouldDeemALicenceAcceptedFromItsReceiptUnlessTheDepartmentSpokeFirst() {
        Instant receipt = NOW.minusSeconds(500_000);
        TaskCommand deem = new TaskCommand.DeemAccepted(receipt);
        Decision<TaskEvent> deemed = TaskDecider.decide(dependent(), deem, NOW);
        assertThat(deemed).isInstanceOfSatisfying(Decision.Accepted.class, changed -> assertThat(changed.events())
                .containsExactly(new TaskEvent.Reported(
                        new ItemAccepted("C1", "03", POLICE, NOW, receipt, true, null))));
        assertThat(TaskDecider.decide(after(dependent(), Type.ACCEPTED), deem, NOW))
                .isEqualTo(TaskRefusal.ALREADY_ACCEPTED.refuse());
        assertThat(TaskDecider.decide(free(), deem, NOW)).isEqualTo(TaskRefusal.WRONG_KIND.refuse());
        Task now = after(dependent(), deem);
        assertThat(code(now, Type.NOT_ACCEPTED)).isEqualTo("ALREADY_ACCEPTED");
    }

    @Test
    void shouldHandTheOldDepartmentACancellationAndTheNewOneEverything() {
        TaskEvent event = new TaskEvent.Reassigned(Tasks.HEALTH);
        Task before = NewDelivery.first(free()).task();
        NewDelivery.Numbered made = NewDelivery.of(POLICE, before.apply(event, NOW), event, NOW);
        assertThat(made.notices()).extracting(NewDelivery::no).containsExactly(2, 3);
        assertThat(made.notices()).extracting(NewDelivery::department).containsExactly(POLICE, Tasks.HEALTH);
        assertThat(made.notices()).extracting(NewDelivery::type)
                .containsExactly(Delivery.Type.CANCELLED, Delivery.Type.NEW);
        assertThat(made.notices().getLast().everything()).isTrue();
        assertThat(made.task().deliveries()).isEqualTo(3);
    }

    @Test
    void shouldNameTheDecidingEventOnceWithReasonsAndNumber() {
        Task accepted = after(free(), Type.ACCEPTED);
        AnswerDecider.Answer answer = AnswerDecider.answer(accepted, reply("d", Type.DENIED), POLICE, NOW);
        assertThat(answer.events()).containsExactly(
                new ItemDecided("C1", "03", POLICE, NOW, Outcome.DENIED, List.of("缺少证明"), null, null));
    }

    @Test
    void shouldStopADepartmentThatRepliesInALoop() {
        Task task = free();
        for (int i = 0; i < AnswerDecider.MAX_REPLIES; i++) {
            task = after(task, reply("p" + i, Type.PROGRESS));
        }
        assertThat(code(task, Type.PROGRESS)).isEqualTo("TOO_MANY_REPLIES");
    }

    @Test
    void shouldFindEveryIncompleteReply() {
        assertThat(missing(Type.PROGRESS)).isEqualTo(TaskRefusal.NOTE_MISSING);
        assertThat(missing(Type.PRE_REVIEW_FAILED)).isEqualTo(TaskRefusal.FINDINGS_MISSING);
        assertThat(missing(Type.SUSPENDED)).isEqualTo(TaskRefusal.PROCEDURE_MISSING);
    }

    private static TaskRefusal missing(Type type) {
        return Completeness.missing(
                new Reply("r", "t", type, null, null, null, null, null, null, null, null, null, null)).orElseThrow();
    }
}
