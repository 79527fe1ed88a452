package org.lianban.department.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.department.task.Tasks.GROUND;
import static org.lianban.department.task.Tasks.NOW;
import static org.lianban.department.task.Tasks.POLICE;
import static org.lianban.department.task.Tasks.after;
import static org.lianban.department.task.Tasks.block;
import static org.lianban.department.task.Tasks.cancel;
import static org.lianban.department.task.Tasks.code;
import static org.lianban.department.task.Tasks.corrected;
import static org.lianban.department.task.Tasks.dependent;
import static org.lianban.department.task.Tasks.endJoint;
import static org.lianban.department.task.Tasks.extension;
import static org.lianban.department.task.Tasks.free;
import static org.lianban.department.task.Tasks.ground;
import static org.lianban.department.task.Tasks.joint;
import static org.lianban.department.task.Tasks.owing;
import static org.lianban.department.task.Tasks.release;
import static org.lianban.department.task.Tasks.reply;
import static org.lianban.department.task.Tasks.schedule;
import static org.lianban.department.task.Tasks.supplied;
import static org.lianban.department.task.Tasks.task;
import static org.lianban.department.task.Tasks.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply.Type;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;
import org.lianban.contracts.event.DepartmentEvent.CorrectionSupplied;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemDecided;
import org.lianban.contracts.event.DepartmentEvent.ItemExtended;
import org.lianban.contracts.event.DepartmentEvent.ItemNotAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemSuspended;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.JointActivity.Kind;
import org.lianban.department.task.ReplyContext.Switches;

/** 补正, 特别程序, 延期, 联合活动, 结果反馈, 即办. */
class SpecialsTest {
    private static final Term FIVE = Term.workingDays(5);

    private static @Nullable String extended(Task task, int days, ApproverRole role, ReplyContext ground) {
        return code(task, with(reply("e", Type.EXTENDED), extension(days, role)), ground);
    }

    private static List<DepartmentEvent> said(Task task, Reply reply, ReplyContext ground) {
        return AnswerDecider.answer(task, reply, POLICE, ground, NOW).events();
    }

    // 补正

    @Test
    void shouldAskForACorrectionOnceAndWaitForTheApplicant() {
        Task asked = after(free(), Type.CORRECTION_REQUESTED);
        assertThat(asked.status().state()).isEqualTo(ItemState.CORRECTION);
        assertThat(code(asked, Type.ACCEPTED)).isEqualTo("CORRECTION_OPEN");
        assertThat(code(asked, Type.APPROVED)).isEqualTo("CORRECTION_OPEN");
        assertThat(code(asked, Type.CORRECTION_REQUESTED)).isEqualTo("CORRECTION_OPEN");
        Task mended = after(asked, corrected());
        assertThat(mended.status().state()).isEqualTo(ItemState.DISPATCHED);
        assertThat(code(mended, Type.CORRECTION_REQUESTED)).isEqualTo("CORRECTION_USED");
        assertThat(after(mended, Type.ACCEPTED).status().state()).isEqualTo(ItemState.IN_REVIEW);
    }

    @Test
    void shouldAskOnlyBeforeAcceptanceWithinTheStatutoryNoticeAndWhereThePlaceAllowsIt() {
        Reply ask = reply("c", Type.CORRECTION_REQUESTED);
        assertThat(code(after(free(), Type.ACCEPTED), ask, GROUND)).isEqualTo("ALREADY_ACCEPTED");
        assertThat(code(free(), ask, new ReplyContext(GROUND.item(), false, false, Switches.DEFAULT)))
                .isEqualTo("NOTICE_TERM_OVER");
        assertThat(code(free(), ask, new ReplyContext(GROUND.item(), false, null, Switches.DEFAULT)))
                .as("nothing is guessed without a calendar").isEqualTo("CALENDAR_MISSING");
        Switches never = new Switches(ReplyContext.Correction.NEVER, ReplyContext.Extension.ALSO_PROMISED);
        assertThat(code(free(), ask, ground(never, false, FIVE))).isEqualTo("CORRECTION_NOT_ALLOWED");
        assertThat(code(task(ItemKind.VERIFY), ask, GROUND)).isEqualTo("WRONG_KIND");
        assertThat(code(free(), with(ask, Reply.Details.NONE), GROUND)).isEqualTo("DEFECTS_MISSING");
    }

    @Test
    void shouldTellThatTheCorrectionCameOnlyWhileOneIsOpen() {
        Task asked = after(free(), Type.CORRECTION_REQUESTED);
        assertThat(TaskDecider.decide(asked, corrected(), NOW)).isInstanceOfSatisfying(Decision.Accepted.class,
                changed -> assertThat(changed.events()).contains(new TaskEvent.Reported(
                        new CorrectionSupplied("C1", "03", POLICE, NOW, List.of("m01")))).hasSize(2));
        assertThat(TaskDecider.decide(free(), corrected(), NOW)).isInstanceOfSatisfying(Decision.Accepted.class,
                changed -> assertThat(changed.events()).singleElement().isInstanceOf(TaskEvent.Supplied.class));
    }

    @Test
    void shouldKeepABlockedTaskBlockedThroughACorrection() {
        Task asked = after(dependent(), block(), Type.CORRECTION_REQUESTED);
        assertThat(asked.status().text()).isEqualTo("BLOCKED/CORRECTION/DISPATCHED");
        assertThat(code(asked, Type.ACCEPTED)).isEqualTo("CORRECTION_OPEN");
        Task mended = after(asked, corrected());
        assertThat(mended.status().text()).as("not read as the lead's word").isEqualTo("BLOCKED/DISPATCHED");
        assertThat(after(mended, release(false)).status().state()).isEqualTo(ItemState.DISPATCHED);
    }

    @Test
    void shouldGoOnWithoutTheCorrectionOnceItsTermRanOut() {
        Task asked = after(free(), Type.ACKNOWLEDGED, Type.CORRECTION_REQUESTED);
        Task lapsed = after(asked, new TaskCommand.LapseCorrection(7));
        assertThat(lapsed.status().state()).isEqualTo(ItemState.ACKNOWLEDGED);
        assertThat(TaskDecider.decide(lapsed, new TaskCommand.LapseCorrection(7), NOW))
                .isEqualTo(Decision.repeated());
        assertThat(after(lapsed, Type.NOT_ACCEPTED).ended()).isTrue();
        assertThat(after(asked, Type.NOT_ACCEPTED).status()).as("不予受理 needs no correction")
                .isEqualTo(new Status.Ended(Outcome.NOT_ACCEPTED));
    }

    @Test
    void shouldAskForACorrectionOnceAfterAPreReviewThatFailed() {
        Task failed = after(dependent(), Type.ACCEPTED, Type.PRE_REVIEW_FAILED);
        assertThat(code(after(dependent(), Type.ACCEPTED, Type.PRE_REVIEW_PASSED), Type.CORRECTION_REQUESTED))
                .isEqualTo("ALREADY_ACCEPTED");
        Task asked = after(failed, Type.CORRECTION_REQUESTED);
        assertThat(after(asked, corrected()).status().state()).as("reviewed again")
                .isEqualTo(ItemState.PRE_REVIEW);
        Task released = after(asked, release(true));
        assertThat(code(released, Type.DENIED)).isEqualTo("CORRECTION_OPEN");
        assertThat(after(released, corrected(), Type.DENIED).ended()).isTrue();
        Task again = after(asked, corrected(), Type.PRE_REVIEW_FAILED);
        assertThat(code(again, Type.CORRECTION_REQUESTED)).isEqualTo("CORRECTION_USED");
    }

    @Test
    void shouldNotDeemAnythingAcceptedWhileACorrectionIsOpen() {
        Task asked = after(task(ItemKind.LICENSE), Type.CORRECTION_REQUESTED);
        assertThat(TaskDecider.decide(asked, new TaskCommand.DeemAccepted(NOW), NOW))
                .isEqualTo(TaskRefusal.CORRECTION_OPEN.refuse());
        assertThat(after(asked, cancel(CancelReason.WITHDRAWN)).status())
                .isEqualTo(new Status.Ended(Outcome.WITHDRAWN));
        assertThat(TaskDecider.decide(after(asked, cancel(CancelReason.WITHDRAWN)), new TaskCommand.Supply(2,
                List.of(), null), NOW)).isEqualTo(TaskRefusal.ALREADY_ENDED.refuse());
    }

    // 容缺

    @Test
    void shouldOnlyPreReviewWhatOwesAMaterialUntilItCame() {
        Task owing = after(owing("m02"), Type.ACCEPTED);
        assertThat(owing.status().state()).isEqualTo(ItemState.PRE_REVIEW);
        assertThat(code(owing, Type.APPROVED)).isEqualTo("NOT_RELEASED");
        Task reviewed = after(owing, Type.PRE_REVIEW_PASSED);
        assertThat(after(reviewed, supplied(true), Type.APPROVED).ended()).isTrue();
        Task overdue = after(reviewed, new TaskCommand.MarkBlocked(1, "容缺材料 m02 逾期未补齐"));
        assertThat(code(overdue, Type.APPROVED)).isEqualTo("BLOCKED");
        assertThat(after(overdue, supplied(true)).status().state()).isEqualTo(ItemState.READY);
        assertThat(after(overdue, cancel(CancelReason.COMMITMENT_BREACHED)).status())
                .isEqualTo(new Status.Ended(Outcome.TERMINATED));
    }

    @Test
    void shouldHandMaterialsOnAsSuch() {
        TaskEvent.Released event = new TaskEvent.Released(true, List.of(),
                ((TaskCommand.Release) supplied(true)).supplements());
        Task before = NewDelivery.first(owing("m02")).task();
        NewDelivery made = NewDelivery.of(POLICE, before.apply(event, NOW), event, NOW).notices().getFirst();
        assertThat(made.type()).isEqualTo(Delivery.Type.SUPPLEMENTED);
        assertThat(made.task().mayDecide()).isTrue();
        assertThat(made.detail()).isNotNull();
        assertThat(made.detail().supplements()).extracting("code").containsExactly("m02");
    }

    @Test
    void shouldHandEverythingSoFarToTheDepartmentThatTakesOver() {
        Task there = after(owing("m02"), Type.CORRECTION_REQUESTED, corrected(), supplied(true), schedule(Kind.REVIEW));
        TaskEvent event = new TaskEvent.Reassigned(Tasks.HEALTH);
        List<NewDelivery> made = NewDelivery.of(POLICE, there.apply(event, NOW), event, NOW).notices();
        assertThat(made).extracting(NewDelivery::type).containsExactly(Delivery.Type.CANCELLED, Delivery.Type.NEW,
                Delivery.Type.JOINT_SCHEDULED);
        assertThat(made).extracting(NewDelivery::department).containsExactly(POLICE, Tasks.HEALTH, Tasks.HEALTH);
        assertThat(made.get(1).detail()).isNotNull();
        assertThat(made.get(1).detail().supplements()).extracting("code").containsExactly("m01", "m02");
        assertThat(code(there.apply(event, NOW), Type.CORRECTION_REQUESTED)).as("used once is used")
                .isEqualTo("CORRECTION_USED");
    }

    // 特别程序

    @Test
    void shouldStartOnlyWhatThePublishedListNamesAndTakeFlagsAndLimitFromIt() {
        Task accepted = after(free(), Type.ACCEPTED);
        assertThat(said(accepted, reply("s", Type.SUSPENDED), GROUND)).containsExactly(new ItemSuspended("C1", "03",
                POLICE, NOW, "听证", "缺少证明", true, true, "hearing", Term.workingDays(20)));
        assertThat(code(accepted, suspension("tea", null, null), GROUND)).isEqualTo("NOT_LISTED");
        assertThat(code(accepted, suspension("visit", true, true), GROUND)).isEqualTo("FLAGS_DIFFER");
        assertThat(code(accepted, suspension("visit", true, false), GROUND)).isNull();
        assertThat(code(accepted, suspension("visit", null, null), ReplyContext.UNKNOWN)).isEqualTo("CATALOG_MISSING");
        assertThat(code(after(accepted, Type.SUSPENDED), suspension("visit", null, null), GROUND))
                .as("one at a time").isEqualTo("SUSPENDED");
        assertThat(after(accepted, Type.SUSPENDED, Type.RESUMED, Type.SUSPENDED).status().state())
                .as("one after the other").isEqualTo(ItemState.SUSPENDED);
    }

    private static Reply suspension(String key, @Nullable Boolean promise, @Nullable Boolean statutory) {
        return new Reply("s" + key, "C1-03", Type.SUSPENDED, List.of("现场"), null, key, promise, statutory, null, null,
                null, null, null);
    }

    // 延期

    @Test
    void shouldExtendOnceBetweenAcceptanceAndDecision() {
        assertThat(code(task(ItemKind.LICENSE), Type.EXTENDED)).isEqualTo("NOT_ACCEPTED_YET");
        Task accepted = after(task(ItemKind.LICENSE), Type.ACCEPTED);
        assertThat(said(accepted, reply("e", Type.EXTENDED), GROUND)).containsExactly(new ItemExtended("C1", "03",
                POLICE, NOW, 10, "b1", ApproverRole.AGENCY_HEAD, "缺少证明"));
        Task extended = after(accepted, Type.EXTENDED);
        assertThat(extended.status()).isEqualTo(accepted.status());
        assertThat(code(extended, Type.EXTENDED)).isEqualTo("ALREADY_EXTENDED");
        assertThat(code(after(extended, Type.APPROVED), Type.EXTENDED)).isEqualTo("ALREADY_ENDED");
        assertThat(code(after(accepted, Type.SUSPENDED), Type.EXTENDED)).as("while suspended").isNull();
    }

    @Test
    void shouldLimitAnExtensionByWhoApprovedIt() {
        Task accepted = after(task(ItemKind.LICENSE), Type.ACCEPTED);
        ReplyContext jointly = new ReplyContext(GROUND.item(), true, true, Switches.DEFAULT);
        assertThat(extended(accepted, 11, ApproverRole.AGENCY_HEAD, jointly)).isEqualTo("EXTENSION_TOO_LONG");
        assertThat(extended(accepted, 15, ApproverRole.GOVERNMENT_HEAD, GROUND)).isEqualTo("NOT_JOINT_HANDLING");
        assertThat(extended(accepted, 16, ApproverRole.GOVERNMENT_HEAD, jointly)).isEqualTo("EXTENSION_TOO_LONG");
        assertThat(extended(accepted, 15, ApproverRole.GOVERNMENT_HEAD, jointly)).isNull();
        assertThat(extended(accepted, 0, ApproverRole.AGENCY_HEAD, GROUND)).isEqualTo("WORKING_DAYS_MISSING");
        assertThat(code(accepted, with(reply("e", Type.EXTENDED), new Reply.Details(null, 3, null,
                ApproverRole.AGENCY_HEAD, null, null, null, null, null, null, null)), GROUND))
                .isEqualTo("APPROVER_MISSING");
        assertThat(extended(accepted, 5, ApproverRole.AGENCY_HEAD, ReplyContext.UNKNOWN)).isEqualTo("CATALOG_MISSING");
    }

    @Test
    void shouldExtendWhatIsNoLicenceOnlyWhereItPromisesALimit() {
        Task accepted = after(free(), Type.ACCEPTED);
        assertThat(extended(accepted, 5, ApproverRole.AGENCY_HEAD, GROUND)).isNull();
        assertThat(extended(accepted, 5, ApproverRole.AGENCY_HEAD, ground(Switches.DEFAULT, false, null)))
                .isEqualTo("NOT_EXTENSIBLE");
        Switches licences = new Switches(ReplyContext.Correction.ONCE, ReplyContext.Extension.LICENSE_ONLY);
        assertThat(extended(accepted, 5, ApproverRole.AGENCY_HEAD, ground(licences, false, FIVE)))
                .isEqualTo("NOT_EXTENSIBLE");
    }

    // 结果反馈

    @Test
    void shouldFileAResultOnceAndOnlyAfterAnApproval() {
        assertThat(code(after(free(), Type.ACCEPTED), Type.RESULT_FILED)).isEqualTo("NOT_APPROVED");
        assertThat(code(after(free(), Type.ACCEPTED, Type.DENIED), Type.RESULT_FILED)).isEqualTo("NOT_APPROVED");
        Task approved = after(free(), Type.ACCEPTED, Type.APPROVED);
        Task filed = after(approved, Type.RESULT_FILED);
        assertThat(filed.sequence()).isEqualTo(approved.sequence() + 1);
        assertThat(filed.status()).isEqualTo(approved.status());
        assertThat(code(filed, Type.RESULT_FILED)).isEqualTo("ALREADY_FILED");
        Reply file = reply("f", Type.RESULT_FILED);
        assertThat(code(approved, with(file, Reply.Details.NONE), GROUND)).isEqualTo("RESULT_MISSING");
        assertThat(code(approved, with(file, new Reply.Details(null, null, null, null, null, null, false, null, null,
                "sm3:" + "0f".repeat(32), null)), GROUND)).isNull();
    }

    // 联合活动

    @Test
    void shouldConcludeOnceOnAnActivityItTakesPartIn() {
        assertThat(code(free(), Type.JOINT_PASSED)).isEqualTo("UNKNOWN_ACTIVITY");
        Task there = after(free(), schedule(Kind.REVIEW));
        Task concluded = after(there, Type.JOINT_FAILED);
        assertThat(code(concluded, Type.JOINT_PASSED)).isEqualTo("ALREADY_CONCLUDED");
        assertThat(code(after(concluded, schedule(Kind.REVIEW)), Type.JOINT_PASSED))
                .as("another time is no other conclusion").isEqualTo("ALREADY_CONCLUDED");
        Task over = after(concluded, endJoint(false));
        assertThat(over.extras().joints()).isEmpty();
        assertThat(code(after(there, endJoint(null)), Type.JOINT_PASSED)).isEqualTo("UNKNOWN_ACTIVITY");
        assertThat(TaskDecider.decide(over, endJoint(true), NOW))
                .isEqualTo(TaskRefusal.UNKNOWN_ACTIVITY.refuse());
    }

    @Test
    void shouldWantTwoOfficersAtAnInspection() {
        Task there = after(free(), schedule(Kind.INSPECTION));
        Reply alone = with(reply("j", Type.JOINT_PASSED), joint("C1-J1", "a7"));
        assertThat(code(there, alone, GROUND)).isEqualTo("TWO_OFFICERS_NEEDED");
        assertThat(code(there, with(alone, joint("C1-J1", "a7", "a7")), GROUND)).isEqualTo("OFFICERS_MISSING");
        assertThat(code(there, with(alone, joint("C1-J1", "a7", "a8")), GROUND)).isNull();
        assertThat(code(after(free(), schedule(Kind.REVIEW)), alone, GROUND)).as("a review takes one").isNull();
        assertThat(code(there, with(alone, Reply.Details.NONE), GROUND)).isEqualTo("ACTIVITY_MISSING");
    }

    // 即办, 不予受理

    @Test
    void shouldAcceptAndDecideAnInstantItemInOneReply() {
        ReplyContext instant = ground(Switches.DEFAULT, true, null);
        AnswerDecider.Answer answer = AnswerDecider.answer(free(), reply("d", Type.APPROVED), POLICE, instant, NOW);
        assertThat(answer.events()).containsExactly(
                new ItemAccepted("C1", "03", POLICE, NOW, NOW, false, null),
                new ItemDecided("C1", "03", POLICE, NOW, Outcome.APPROVED, List.of(), null, null));
        assertThat(answer.task().sequence()).isEqualTo(2);
        assertThat(code(dependent(), reply("d", Type.APPROVED), instant)).as("a prerequisite is open all the same")
                .isEqualTo("NOT_ACCEPTED_YET");
        assertThat(code(free(), reply("d", Type.APPROVED), GROUND)).isEqualTo("NOT_ACCEPTED_YET");
    }

    @Test
    void shouldNameTheAuthorityThatIsCompetent() {
        Reply refusal = new Reply("n", "C1-03", Type.NOT_ACCEPTED, List.of("不属于本机关职权"), null, null, null, null,
                "不受2026-1",
                null, null, null, null, new Reply.Details(null, null, null, null, null, null, null, null, null, null,
                        "新乡市市场监督管理局"));
        assertThat(said(free(), refusal, GROUND)).containsExactly(new ItemNotAccepted("C1", "03", POLICE, NOW,
                List.of("不属于本机关职权"), "新乡市市场监督管理局", "不受2026-1"));
    }

    // 督办, 送达

    @Test
    void shouldHandOnWhatConcernsAnEndedTaskOnce() {
        Task approved = after(free(), Type.ACCEPTED, Type.APPROVED);
        TaskCommand deliver = new TaskCommand.CertifyDelivery(new TaskEvent.Delivered("EMS1", 4));
        Task told = after(approved, deliver);
        assertThat(TaskDecider.decide(told, deliver, NOW)).isEqualTo(Decision.repeated());
        TaskEvent.Supervised order = new TaskEvent.Supervised("DB-1", "ORDER：PROMISE", NOW, 5);
        assertThat(after(told, new TaskCommand.Supervise(POLICE, order)).extras().resultHeard()).isEqualTo(5);
        assertThat(TaskDecider.decide(told, new TaskCommand.Supervise("410721-other", order), NOW))
                .isEqualTo(TaskRefusal.NOT_YOURS.refuse());
        NewDelivery notice = NewDelivery.of(POLICE, told.apply(order, NOW), order, NOW).notices().getFirst();
        assertThat(notice.detail()).isEqualTo(new Delivery.Detail(List.of(), null, null, null, List.of(), "DB-1", NOW,
                "ORDER：PROMISE", null, null));
    }
}
