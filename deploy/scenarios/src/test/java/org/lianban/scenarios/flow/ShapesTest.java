package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.scenarios.flow.RunningSystem.PATIENCE;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.scenarios.audit.AuditReport;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.HttpDoor.Answer;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.standalone.departments.Behaviour;
import org.lianban.standalone.departments.Script;

/** Every shape of a case, from application to end. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapesTest {
    private RunningSystem running;
    private LianbanClient client;

    @BeforeAll
    void findSystem(RunningSystem shared) {
        running = shared;
        client = shared.client();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX-09", "SQ-13", "XX-03", "SQ-12", "QJ-02", "PL-11", "JC-04"})
    void shouldSettleWithEveryItemApproved(String code) throws Exception {
        Instant since = running.system().clock().instant();
        Application application = running.prepare(code);

        String caseNo = client.file(application.received());
        CaseView settled = running.awaitSettled(caseNo);

        assertThat(settled.outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertThat(settled.items()).extracting(CaseView.Item::itemNo)
                .containsExactlyElementsOf(application.items());
        assertThat(settled.items())
                .allMatch(item -> item.state() == ItemState.APPROVED || item.state() == ItemState.MATCHED);
        assertBooksAgree(since);
    }

    @Test
    void shouldHandleOneOfTheWaysToRetireAndLeaveTheOthersOut() throws Exception {
        Instant since = running.system().clock().instant();
        Application application = running.prepare("SQ-24", Map.of("group-q", "04", "item-08", "no"));

        CaseView settled = running.awaitSettled(client.file(application.received()));

        assertThat(settled.items()).extracting(CaseView.Item::itemNo).containsExactly("02", "04", "05", "06", "07",
                "09");
        assertThat(settled.outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertBooksAgree(since);
    }

    @Test
    void shouldLetAnApplicantCorrectEverythingOnce() {
        Application application = running.prepare("QJ-05");
        String caseNo = client.file(application.online());
        assertThat(running.awaitCase(caseNo, seen -> true).state()).isEqualTo(CaseState.SUBMITTED);

        String notice = client
                .notifyCorrection(caseNo, List.of(Map.of("target", "material:m01", "problem", "不清晰", "remedy",
                        "请重新上传")))
                .path("noticeNo").asString();
        assertThat(notice).startsWith("YCGZ610830");
        running.awaitCase(caseNo, seen -> seen.state() == CaseState.CORRECTION_NOTIFIED);
        client.resubmit(caseNo, Map.of("materials", application.body().get("materials")));
        assertThat(client.receive(caseNo).path("receiptNo").asString()).startsWith("SJHZ610830");

        assertThat(running.awaitSettled(caseNo).outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertThat(client.application(caseNo).path("round").asInt()).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatWasDecidedAndEndTheRestWhenWithdrawnMidway() throws Exception {
        Instant since = running.system().clock().instant();
        String caseNo = client.file(running.prepare("XX-13", Map.of("group-q", "01")).online());
        Script slow = running.departments().script("410721-renshe");
        slow.when(task -> task.caseNo().equals(caseNo), Behaviour.silent());
        client.receive(caseNo);
        running.awaitCase(caseNo, seen -> seen.endedItems() == 1);

        client.withdraw(caseNo, "不再需要").ok();

        CaseView settled = running.awaitSettled(caseNo);
        assertThat(settled.item("09").state()).isEqualTo(ItemState.MATCHED);
        assertThat(settled.items()).filteredOn(item -> !item.itemNo().equals("09"))
                .allMatch(item -> item.state() == ItemState.WITHDRAWN);
        await().atMost(PATIENCE).until(() -> client.application(caseNo).path("state").asString(),
                state -> state.equals("SETTLED") || state.equals("WITHDRAWN"));
        Answer again = client.withdraw(caseNo, "再撤回一次");
        assertThat(again.status()).as("%s", again).isIn(200, 409);
        assertBooksAgree(since);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERMINATE", "CONTINUE"})
    void shouldLeaveAFailedPrerequisiteToTheLead(String decision) throws Exception {
        Instant since = running.system().clock().instant();
        String caseNo = client.file(running.prepare("XX-08").online());
        running.departments().script("410721-shuiwu").when(task -> task.caseNo().equals(caseNo), Behaviour.denying());
        client.receive(caseNo);

        CaseView blocked = running.awaitCase(caseNo, seen -> !seen.blocked().isEmpty());
        assertThat(blocked.blocked()).containsExactly("02");
        assertThat(blocked.item("02").why()).isNotBlank();
        Set<String> decided = new HashSet<>();
        while (!blocked.ended()) {
            blocked.blocked().stream().filter(decided::add).forEach(item -> client
                    .leadDecision(caseNo, item, "410721-shichangjianguan", decision, "已核实情况").ok());
            blocked = running.awaitCase(caseNo, seen -> seen.ended() || !decided.containsAll(seen.blocked()));
        }

        Map<String, ItemState> states = blocked.items().stream()
                .collect(Collectors.toMap(CaseView.Item::itemNo, CaseView.Item::state));
        ItemState rest = decision.equals("TERMINATE") ? ItemState.TERMINATED : ItemState.APPROVED;
        assertThat(states).containsEntry("01", ItemState.DENIED).containsEntry("02", rest).containsEntry("06", rest);
        assertBooksAgree(since);
    }

    @Test
    void shouldWaitForADepartmentThatIsDownWhileOthersGoOn() throws Exception {
        Instant since = running.system().clock().instant();
        Script down = running.departments().script("140502-gongjijin");
        down.downUntil(Instant.MAX);
        String waiting = client.file(running.prepare("JC-06").received());
        String other = client.file(running.prepare("JC-04").received());

        assertThat(running.awaitSettled(other).outcome()).isEqualTo(CaseOutcome.APPROVED);
        CaseView open = running.awaitCase(waiting, seen -> seen.items().size() == 5 && seen.endedItems() == 4);
        assertThat(open.item("05").ended()).isFalse();
        down.up();

        assertThat(running.awaitSettled(waiting).outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertBooksAgree(since);
    }

    @Test
    void shouldShrugOffADepartmentThatSaysEverythingThreeTimes() throws Exception {
        Instant since = running.system().clock().instant();
        String caseNo = client.file(running.prepare("JC-12").online());
        running.departments().script("140502-minzheng").when(task -> task.caseNo().equals(caseNo),
                Behaviour.prompt().repeating(3));
        client.receive(caseNo);

        assertThat(running.awaitSettled(caseNo).outcome()).isEqualTo(CaseOutcome.APPROVED);
        assertBooksAgree(since);
    }

    private void assertBooksAgree(Instant since) throws Exception {
        AuditReport report = await().atMost(PATIENCE).until(() -> running.audit().since(since),
                found -> found.clean() || !found.sound() && found.lost() == 0);
        assertThat(report.cases()).isPositive();
        assertThat(report.findings()).isEmpty();
        assertThat(report.duplicatesAtDepartments()).isZero();
        assertThat(report.prerequisiteViolations()).isZero();
    }
}
