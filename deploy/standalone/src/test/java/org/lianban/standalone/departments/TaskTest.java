package org.lianban.standalone.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.standalone.departments.Deliveries.NINE;
import static org.lianban.standalone.departments.Deliveries.applied;
import static org.lianban.standalone.departments.Deliveries.of;
import static org.lianban.standalone.departments.Deliveries.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Delivery.Role;
import org.lianban.contracts.api.Delivery.Type;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.catalog.ItemKind;

class TaskTest {
    private static final Instant LATER = NINE.plus(Duration.ofHours(9));

    @Test
    void shouldAcceptAndApproveOnTheSpot() {
        Task task = new Task(of(1, Type.NEW, true));
        assertThat(types(task, Behaviour.prompt(), LATER)).containsExactly("ACCEPTED", "APPROVED");
    }

    @Test
    void shouldOnlyPreReviewWhileAPrerequisiteIsOpen() {
        Task task = new Task(of(1, Type.NEW, false));
        assertThat(types(task, Behaviour.prompt(), LATER)).containsExactly("ACCEPTED", "PRE_REVIEW_PASSED");

        task.answered(Reply.Type.ACCEPTED, applied("ACCEPTED", ItemState.PRE_REVIEW));
        task.answered(Reply.Type.PRE_REVIEW_PASSED, applied("PRE_REVIEW_PASSED", ItemState.WAITING_PREREQUISITE));
        assertThat(types(task, Behaviour.prompt(), LATER)).isEmpty();

        assertThat(task.hear(of(2, Type.RELEASED, true))).isTrue();
        assertThat(types(task, Behaviour.prompt(), LATER)).containsExactly("APPROVED");
    }

    @Test
    void shouldDecideOnceWhatWasOwedIsThere() {
        Task task = new Task(of(1, Type.NEW, false));
        task.answered(Reply.Type.ACCEPTED, applied("ACCEPTED", ItemState.PRE_REVIEW));
        assertThat(types(task, Behaviour.prompt(), LATER)).doesNotContain("APPROVED");

        task.hear(of(2, Type.JOINT_SCHEDULED, false));
        assertThat(types(task, Behaviour.prompt(), LATER)).doesNotContain("APPROVED");

        task.hear(of(3, Type.SUPPLEMENTED, true));
        assertThat(types(task, Behaviour.prompt(), LATER)).contains("APPROVED");
    }

    @Test
    void shouldBeDoneAfterTheDecisionAndOnRepeatedDeliveries() {
        Task task = new Task(of(1, Type.NEW, true));
        task.answered(Reply.Type.ACCEPTED, applied("ACCEPTED", ItemState.IN_REVIEW));
        task.answered(Reply.Type.APPROVED, applied("APPROVED", ItemState.APPROVED));
        assertThat(task.ended()).isTrue();
        assertThat(task.hear(of(1, Type.NEW, true))).isFalse();
        assertThat(types(task, Behaviour.prompt(), LATER)).isEmpty();
    }

    @Test
    void shouldSayThatItHasTheTaskWhileItTakesItsTime() {
        Behaviour slow = Behaviour.slow(Duration.ofHours(2), Duration.ofHours(3));
        Task task = new Task(of(1, Type.NEW, true));
        assertThat(types(task, slow, NINE.plus(Duration.ofHours(1)))).containsExactly("ACKNOWLEDGED");
        task.answered(Reply.Type.ACKNOWLEDGED, applied("ACKNOWLEDGED", ItemState.ACKNOWLEDGED));
        assertThat(types(task, slow, NINE.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(types(task, slow, NINE.plus(Duration.ofMinutes(121)))).containsExactly("ACCEPTED");
        assertThat(types(task, slow, NINE.plus(Duration.ofMinutes(181)))).containsExactly("ACCEPTED", "APPROVED");
    }

    @Test
    void shouldFollowItsVerdict() {
        assertThat(types(new Task(of(1, Type.NEW, true)), Behaviour.denying(), LATER)).containsExactly("ACCEPTED",
                "DENIED");
        assertThat(types(new Task(of(1, Type.NEW, true)), Behaviour.notAccepting(), LATER))
                .containsExactly("NOT_ACCEPTED");
        assertThat(types(new Task(of(1, Type.NEW, true)), Behaviour.silent(), LATER)).isEmpty();
        assertThat(new Task(of(1, Type.NEW, true)).due(Behaviour.denying(), LATER).getLast().reasons()).isNotEmpty();
    }

    @Test
    void shouldAnswerADataCheckWithoutAccepting() {
        Task task = new Task(of(1, Type.NEW, true, ItemKind.VERIFY, Role.HANDLER));
        assertThat(types(task, Behaviour.prompt(), LATER)).containsExactly("MATCHED");
        assertThat(types(task, Behaviour.denying(), LATER)).containsExactly("MISMATCHED");
    }

    @Test
    void shouldStopWhenCalledOffAndLeaveObservedTasksAlone() {
        Task task = new Task(of(1, Type.NEW, true));
        task.hear(of(2, Type.CANCELLED, false));
        assertThat(task.ended()).isTrue();
        assertThat(new Task(of(1, Type.NEW, true, ItemKind.LICENSE, Role.OBSERVER)).ended()).isTrue();
    }

    @Test
    void shouldTakeATaskUpAgainThatIsGivenBack() {
        Task task = new Task(of(1, Type.NEW, true));
        task.hear(of(2, Type.CANCELLED, true));
        task.hear(of(3, Type.NEW, true));
        assertThat(types(task, Behaviour.prompt(), LATER)).containsExactly("ACCEPTED", "APPROVED");
    }

    @Test
    void shouldNotAcceptWhatTheLawHasAcceptedAlready() {
        Task task = new Task(of(1, Type.NEW, true));
        task.hear(of(2, Type.DEEMED_ACCEPTED, true));
        assertThat(types(task, Behaviour.prompt(), LATER)).containsExactly("APPROVED");

        Task raced = new Task(of(1, Type.NEW, true));
        raced.answered(Reply.Type.ACCEPTED, rejected("ACCEPTED", "ALREADY_ACCEPTED", ItemState.IN_REVIEW));
        assertThat(types(raced, Behaviour.prompt(), LATER)).containsExactly("APPROVED");
    }

    @Test
    void shouldTryARefusedReplyAgainUnderANewIdOnceThereIsNews() {
        Task task = new Task(of(1, Type.NEW, true));
        task.answered(Reply.Type.ACCEPTED, applied("ACCEPTED", ItemState.IN_REVIEW));
        task.answered(Reply.Type.APPROVED, rejected("APPROVED", "BLOCKED", ItemState.BLOCKED));
        assertThat(task.due(Behaviour.prompt(), LATER)).isEmpty();
        task.hear(of(2, Type.BLOCKED, false));
        task.hear(of(3, Type.RELEASED, true));
        assertThat(task.due(Behaviour.prompt(), LATER)).extracting(Reply::replyId).containsExactly("APPROVED-2");
    }

    private static List<String> types(Task task, Behaviour behaviour, Instant now) {
        return task.due(behaviour, now).stream().map(reply -> reply.type().name()).toList();
    }
}
