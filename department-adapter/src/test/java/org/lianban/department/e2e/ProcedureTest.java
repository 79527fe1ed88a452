package org.lianban.department.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.department.task.Tasks.reply;
import static org.lianban.department.task.Tasks.with;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.Topics;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply.Details;
import org.lianban.contracts.api.Reply.Type;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer.Status;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.event.DepartmentEvent.ApproverRole;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.ItemReassigned;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.JointActivityCancelled;
import org.lianban.contracts.event.DispatchEvent.JointActivityConcluded;
import org.lianban.contracts.event.DispatchEvent.JointActivityScheduled;
import org.lianban.contracts.event.DispatchEvent.MaterialsOverdue;
import org.lianban.contracts.event.DispatchEvent.Overdue;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.Task;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent.DeliveryCompleted;
import org.lianban.contracts.event.ResultEvent.SupervisionIssued;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.department.task.Tasks;
import org.lianban.kit.catalog.CatalogCopy;

/** Every kind of reply and every kind of delivery of the whole procedure, through Kafka and HTTP. */
class ProcedureTest {
    private static final String HASH = "sha256:" + "5a".repeat(32);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Adapter adapter = Adapter.INSTANCE;

    @BeforeAll
    static void publish() {
        CatalogCopy catalog = Adapter.INSTANCE.context.getBean(CatalogCopy.class);
        List<WorkingCalendar.Year> years = IntStream.rangeClosed(2025, 2035)
                .mapToObj(year -> new WorkingCalendar.Year(year, false, "测试", List.of())).toList();
        catalog.apply(new CatalogEvent.CalendarPublished(new WorkingCalendar("410721", 1, "sha256:1", "Asia/Shanghai",
                years, List.of(new WorkingCalendar.Hours(LocalTime.of(8, 30), LocalTime.of(18, 0))))));
        Particulars jointly = new Particulars(List.of(), List.of(), null, null, List.of(), List.of(), true, List.of(),
                null);
        catalog.apply(new CatalogEvent.OneThingPublished(new OneThing("XX-09", "410721", 1, HASH, Adapter.NOW, "企业开办",
                "企业开办“一件事”", OneThing.Subject.ENTERPRISE, null, null, "410721-lead", List.of(), null, null, null,
                new OneThing.Source(null, null, null, null), List.of(item("01", false), item("02", true)), List.of(),
                List.of(), List.of(), jointly)));
    }

    private static OneThing.Item item(String no, boolean instant) {
        List<SpecialProcedure> listed = List.of(new SpecialProcedure("hearing", "听证", SpecialProcedure.Kind.HEARING,
                Term.workingDays(20), true, true, "行政许可法第四十五条"));
        return new OneThing.Item(no, "事项" + no, List.of("410721-x"), OneThing.Level.COUNTY, ItemKind.LICENSE, List.of(),
                List.of(), null, Term.workingDays(5), Term.workingDays(20), false, OneThing.Confirmation.CONFIRMED,
                null, null, null, null, List.of(), new ItemRules(null, null, null, List.of(), List.of(), null, null,
                        null, null, false, instant, null, listed, List.of()));
    }

    private Instant now() {
        return adapter.context.getBean(InstantSource.class).instant();
    }

    private ItemsDispatched received(String caseNo, Instant receivedAt, boolean priority, Task... tasks) {
        CasePack pack = new CasePack(new Party("张三丰", Party.IdType.RESIDENT_ID, "110105194912310021", null), null,
                Map.of(), adapter.json.readTree("{\"childName\":\"张小\"}"), List.of(), priority);
        return new ItemsDispatched(caseNo, 1, "410721", "XX-09", HASH, receivedAt, receivedAt, receivedAt, pack,
                List.of(tasks), List.of(), "410721-zh01");
    }

    private static Task task(String no, String department, String... owed) {
        return new Task(no, ItemKind.LICENSE, department, List.of(), List.of(), List.of(), false, List.of(owed));
    }

    private String aCase(String department) {
        String c = adapter.caseNo();
        adapter.send(1, received(c, now(), false, task("01", department)));
        adapter.await(department, 1);
        return c;
    }

    private ReplyAnswer say(String department, String caseNo, String id, Type type) {
        return adapter.reply(department, reply(id, caseNo + "-01", type)).getFirst();
    }

    private Delivery next(String department, Delivery.Type type) {
        List<Delivery> found = new ArrayList<>();
        await().atMost(SOON).untilAsserted(() -> {
            adapter.pull(department, 100, 1).tasks().stream().filter(d -> d.type() == type).forEach(found::add);
            assertThat(found).isNotEmpty();
        });
        return found.getFirst();
    }

    private void result(String caseNo, long sequence, ResultEvent event) {
        adapter.send(Topics.RESULT, "result", caseNo, sequence, event);
    }

    private static List<MaterialRef> material(String code) {
        return List.of(new MaterialRef(code, "租赁合同", MaterialRef.Form.PAPER, null, null, 0));
    }

    @Test
    void shouldAskForACorrectionGetItAndAccept() {
        String d = adapter.department("w1");
        String c = aCase(d);
        assertThat(say(d, c, "a", Type.CORRECTION_REQUESTED).status()).isEqualTo(Status.APPLIED);
        assertThat(say(d, c, "b", Type.ACCEPTED).code()).isEqualTo("CORRECTION_OPEN");
        adapter.send(2, new ItemsReleased(c, 1, now(), List.of(new Release("01", true, List.of(), material("m01"),
                SupplementPurpose.CORRECTION, adapter.json.readTree("{\"childName\":\"张小宝\"}")))));
        Delivery supplemented = next(d, Delivery.Type.SUPPLEMENTED);
        assertThat(supplemented.detail().supplements()).extracting(MaterialRef::code).containsExactly("m01");
        assertThat(supplemented.detail().form().get("childName").asString()).isEqualTo("张小宝");
        assertThat(say(d, c, "c", Type.ACCEPTED).status()).isEqualTo(Status.APPLIED);
        assertThat(say(d, c, "d", Type.CORRECTION_REQUESTED).code()).isEqualTo("CORRECTION_USED");
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01"))
                .containsExactly("CorrectionRequested", "CorrectionSupplied", "ItemAccepted"));
        assertThat(adapter.published(c + "-01").getFirst().body()).contains("\"target\":\"material:m01\"");
    }

    @Test
    void shouldGiveWhoTakesOverWhatCameAfterTheReceiptAndKeepItSealed() {
        String d = adapter.department("w1b");
        String other = adapter.department("w1c");
        String c = aCase(d);
        say(d, c, "a", Type.CORRECTION_REQUESTED);
        adapter.send(2, new ItemsReleased(c, 1, now(), List.of(new Release("01", true, List.of(), material("m01"),
                SupplementPurpose.CORRECTION, adapter.json.readTree("{\"childName\":\"张小宝\"}")))));
        adapter.send(3, new ItemReassigned(c, 1, "01", d, other, "职责调整", now()));
        Delivery taken = next(other, Delivery.Type.NEW);
        assertThat(taken.pack()).isNotNull();
        assertThat(taken.detail().supplements()).extracting(MaterialRef::code).containsExactly("m01");
        assertThat(taken.detail().form().get("childName").asString()).isEqualTo("张小宝");
        assertThat(adapter.count("select count(*) from task where task_id = ? and body like '%张小宝%'", c + "-01"))
                .isZero();
        assertThat(adapter.count("select count(*) from delivery where task_id = ? and detail like '%张小宝%'",
                c + "-01")).isZero();
        adapter.http.get().uri("/api/departments/{d}/items/{t}", other, c + "-01").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.correctedForm.childName").isEqualTo("张小宝").jsonPath("$.supplements[0].code")
                .isEqualTo("m01").jsonPath("$.item.corrected").isEqualTo(true);
    }

    @Test
    void shouldKeepUpstreamResultsReadableWhereAReleaseBringsNone() {
        String d = adapter.department("w1d");
        String c = adapter.caseNo();
        adapter.send(1, received(c, now(), false, new Task("01", ItemKind.LICENSE, d, List.of(), List.of("02"),
                List.of(), false, List.of("m02"))));
        adapter.send(2, new ItemsReleased(c, 1, now(), List.of(new Release("01", false,
                List.of(new UpstreamResult("02", Outcome.APPROVED, "准1", null, now()))))));
        adapter.send(3, new ItemsReleased(c, 1, now(),
                List.of(new Release("01", true, List.of(), material("m02"), SupplementPurpose.TOLERANCE))));
        await().atMost(SOON).untilAsserted(() -> adapter.http.get()
                .uri("/api/departments/{d}/items/{t}", d, c + "-01").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.upstream.length()").isEqualTo(1).jsonPath("$.item.mayDecide").isEqualTo(true));
    }

    @Test
    void shouldRefuseACorrectionAfterFiveWorkingDaysAndCloseOneWhoseTermRanOut() {
        String d = adapter.department("w2");
        String late = adapter.caseNo();
        adapter.send(1, received(late, now().minus(Duration.ofDays(9)), false, task("01", d)));
        adapter.await(d, 1);
        assertThat(say(d, late, "a", Type.CORRECTION_REQUESTED).code()).isEqualTo("NOTICE_TERM_OVER");
        String c = aCase(d);
        say(d, c, "a", Type.CORRECTION_REQUESTED);
        result(c, 1, new TimerBreached(c, ResultEvent.Timer.PROMISE, "01", now(), now(), d));
        result(c, 2, new TimerBreached(c, ResultEvent.Timer.CORRECTION, "01", now(), now(), null, "1"));
        await().atMost(SOON).untilAsserted(() -> assertThat(adapter.count(
                "select count(*) from task where task_id = ? and state = 'DISPATCHED'", c + "-01")).isEqualTo(1));
        assertThat(say(d, c, "b", Type.NOT_ACCEPTED).status()).isEqualTo(Status.APPLIED);
    }

    @Test
    void shouldSuspendByTheListResumeExtendDecideAndFileTheResult() {
        String d = adapter.department("w3");
        String c = aCase(d);
        String t = c + "-01";
        Reply unlisted = new Reply("u", t, Type.SUSPENDED, List.of("x"), null, "tea", null, null, null, null, null,
                null, null);
        Reply longer = with(reply("l", t, Type.EXTENDED), Tasks.extension(15, ApproverRole.GOVERNMENT_HEAD));
        List<ReplyAnswer> answers = adapter.reply(d, reply("a", t, Type.ACKNOWLEDGED), reply("b", t, Type.ACCEPTED),
                unlisted, reply("c", t, Type.SUSPENDED), reply("c2", t, Type.SUSPENDED), reply("d", t, Type.RESUMED),
                reply("e", t, Type.PROGRESS), longer, reply("f", t, Type.EXTENDED), reply("g", t, Type.APPROVED),
                reply("h", t, Type.RESULT_FILED), reply("i", t, Type.RESULT_FILED));
        assertThat(answers).extracting(ReplyAnswer::code).containsExactly(null, null, "NOT_LISTED", null, "SUSPENDED",
                null, null, null, "ALREADY_EXTENDED", null, null, "ALREADY_FILED");
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(t)).containsExactly("ItemAcknowledged",
                "ItemAccepted", "ItemSuspended", "ItemResumed", "ItemProgressed", "ItemExtended", "ItemDecided",
                "ResultFiled"));
        assertThat(adapter.published(t)).extracting(Adapter.Seen::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L,
                8L);
        assertThat(adapter.published(t).get(2).body()).contains("\"key\":\"hearing\"", "\"procedure\":\"听证\"",
                "\"amount\":20", "\"pausesStatutory\":true");
        assertThat(adapter.published(t).get(5).body()).contains("\"workingDays\":15", "GOVERNMENT_HEAD");
    }

    @Test
    void shouldAcceptAndDecideAnInstantItemInOneReply() {
        String d = adapter.department("w4");
        String c = adapter.caseNo();
        adapter.send(1, received(c, now(), false, task("01", d), task("02", d)));
        adapter.await(d, 2);
        assertThat(adapter.reply(d, reply("a", c + "-01", Type.APPROVED), reply("b", c + "-02", Type.APPROVED)))
                .extracting(ReplyAnswer::code).containsExactly("NOT_ACCEPTED_YET", null);
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-02")).containsExactly("ItemAccepted",
                "ItemDecided"));
        assertThat(adapter.published(c + "-02")).extracting(Adapter.Seen::sequence).containsExactly(1L, 2L);
    }

    @Test
    void shouldStartAcceptedWhereTheWindowAcceptedInItsName() {
        String d = adapter.department("w5");
        String c = adapter.caseNo();
        Instant receivedAt = Instant.parse("2026-03-02T00:58:00Z");
        adapter.send(1, received(c, receivedAt, false, new Task("01", ItemKind.LICENSE, d, List.of(), List.of(),
                List.of(), true, List.of()), task("02", d)));
        await().atMost(SOON).untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01"))
                .containsExactly("ItemAccepted"));
        assertThat(adapter.published(c + "-01").getFirst().body()).contains("\"window\":\"410721-zh01\"",
                "\"effectiveAt\":\"2026-03-02T00:58:00Z\"", "\"deemed\":false");
        assertThat(say(d, c, "a", Type.ACCEPTED).code()).isEqualTo("ALREADY_ACCEPTED");
        assertThat(say(d, c, "b", Type.APPROVED).status()).isEqualTo(Status.APPLIED);
        assertThat(adapter.publishedTypes(c + "-02")).as("the others wait for their department").isEmpty();
    }

    @Test
    void shouldHoldBackTheDecisionWhileAMaterialIsOwed() {
        String d = adapter.department("w6");
        String c = adapter.caseNo();
        adapter.send(1, received(c, now(), false, task("01", d, "m02")));
        assertThat(adapter.await(d, 1).getFirst().mayDecide()).isFalse();
        say(d, c, "a", Type.ACCEPTED);
        assertThat(say(d, c, "b", Type.APPROVED).code()).isEqualTo("NOT_RELEASED");
        assertThat(say(d, c, "c", Type.PRE_REVIEW_PASSED).status()).isEqualTo(Status.APPLIED);
        adapter.send(2, new MaterialsOverdue(c, 1, now(), "410721-lead", List.of(new Overdue("01", "m02"))));
        assertThat(next(d, Delivery.Type.BLOCKED).detail().message()).isEqualTo("容缺材料 m02 逾期未补齐");
        adapter.send(3, new ItemsReleased(c, 1, now(),
                List.of(new Release("01", true, List.of(), material("m02"), SupplementPurpose.TOLERANCE))));
        Delivery supplemented = next(d, Delivery.Type.SUPPLEMENTED);
        assertThat(supplemented.mayDecide()).isTrue();
        assertThat(say(d, c, "d", Type.APPROVED).status()).isEqualTo(Status.APPLIED);
    }

    @Test
    void shouldTakePartInAJointInspectionWithTwoOfficers() {
        String d = adapter.department("w7");
        String c = aCase(d);
        String j = c + "-J1";
        JointActivity inspection = new JointActivity(j, JointActivity.Kind.INSPECTION, "410721-lead",
                List.of(new JointActivity.Participant("01", d)), now(), "小冀镇", null);
        adapter.send(2, new JointActivityScheduled(c, 1, inspection, now()));
        assertThat(next(d, Delivery.Type.JOINT_SCHEDULED).detail().activity()).isEqualTo(inspection);
        Reply alone = with(reply("a", c + "-01", Type.JOINT_PASSED), Tasks.joint(j, "a7"));
        Reply failed = with(reply("b", c + "-01", Type.JOINT_FAILED), Tasks.joint(j, "a7", "a8"));
        assertThat(adapter.reply(d, alone, failed, with(reply("c", c + "-01", Type.JOINT_PASSED),
                Tasks.joint(j, "a7", "a8")))).extracting(ReplyAnswer::code).containsExactly("TWO_OFFICERS_NEEDED",
                        null, "ALREADY_CONCLUDED");
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01"))
                .containsExactly("JointConclusionGiven"));
        assertThat(adapter.published(c + "-01").getFirst().body()).contains("\"passed\":false", "面积不符", "a8");
        Conclusion mine = new Conclusion("01", d, false, List.of("面积不符"), List.of("a7", "a8"), Adapter.NOW);
        adapter.send(3, new JointActivityConcluded(c, 1, j, false, List.of(mine), now()));
        Delivery concluded = next(d, Delivery.Type.JOINT_CONCLUDED);
        assertThat(concluded.detail().passed()).isFalse();
        assertThat(concluded.detail().conclusions()).containsExactly(mine);
        adapter.send(4, new JointActivityScheduled(c, 1, new JointActivity(c + "-J2", JointActivity.Kind.REVIEW,
                "410721-lead", inspection.participants(), now(), "窗口", null), now()));
        adapter.send(5, new JointActivityCancelled(c, 1, c + "-J2", List.of("01"), "不再需要", now()));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                adapter.count("select sequence from pack where case_no = ?", c)).isEqualTo(5));
        assertThat(adapter.reply(d, with(reply("d", c + "-01", Type.JOINT_PASSED), Tasks.joint(c + "-J2", "a7")))
                .getFirst().code()).isEqualTo("UNKNOWN_ACTIVITY");
    }

    @Test
    void shouldHandOnSupervisionAndProofOfDeliveryOnceAndTakeTheirReceipt() {
        String d = adapter.department("w8");
        String c = aCase(d);
        adapter.reply(d, reply("a", c + "-01", Type.ACCEPTED), reply("b", c + "-01", Type.APPROVED));
        SupervisionIssued order = new SupervisionIssued(c, "01", "DB-1", ResultEvent.Level.ORDER, d, "RESULT_FILING",
                now(), now());
        result(c, 5, order);
        result(c, 5, order);
        result(c, 6, new SupervisionIssued(c, null, "DB-2", ResultEvent.Level.REMIND, d, "INTAKE", null, now()));
        result(c, 7, new SupervisionIssued(c, null, "DB-3", ResultEvent.Level.REMIND, "410721-nobody", "x", null,
                now()));
        result(c, 8, new DeliveryCompleted(c, List.of("01"), ResultEvent.Way.COURIER, "张*", "EMS1", now()));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                adapter.count("select count(*) from delivery where task_id = ?", c + "-01")).isEqualTo(3));
        List<Delivery> all = adapter.await(d, 3);
        assertThat(all).extracting(Delivery::type).containsExactly(Delivery.Type.SUPERVISED, Delivery.Type.SUPERVISED,
                Delivery.Type.DELIVERED);
        assertThat(all.getFirst().detail().order()).isEqualTo("DB-1");
        assertThat(all.getFirst().detail().message()).isEqualTo("ORDER：RESULT_FILING");
        assertThat(all.getLast().detail().proof()).isEqualTo("EMS1");

        adapter.http.get().uri("/api/departments/{d}/unacknowledged?max=2", d).exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items.length()").isEqualTo(2).jsonPath("$.items[0].deliveryId")
                .isEqualTo(all.getFirst().deliveryId()).jsonPath("$.items[0].handed").isEqualTo(1)
                .jsonPath("$.next").isEqualTo(all.get(1).deliveryId());
        adapter.http.get().uri("/api/departments/{d}/unacknowledged?after={a}", d, all.get(1).deliveryId()).exchange()
                .expectBody().jsonPath("$.items.length()").isEqualTo(1);
        String other = adapter.department("w8b");
        acknowledge(other, all.getFirst().deliveryId());
        assertThat(adapter.count("select count(*) from delivery where task_id = ?", c + "-01"))
                .as("not another department's to confirm").isEqualTo(3);
        acknowledge(d, all.get(0).deliveryId(), all.get(1).deliveryId(), all.get(2).deliveryId());
        assertThat(adapter.count("select count(*) from delivery where task_id = ?", c + "-01")).isZero();
        assertThat(adapter.publishedTypes(c + "-01")).as("a receipt is no event of an ended task")
                .containsExactly("ItemAccepted", "ItemDecided");
    }

    private void acknowledge(String department, String... deliveries) {
        adapter.http.post().uri("/api/departments/{d}/acknowledgements", department)
                .bodyValue(Map.of("deliveries", List.of(deliveries))).exchange().expectStatus().isOk();
    }

    @Test
    void shouldAcknowledgeANewTaskByItsDeliveryAndNameEveryBadId() {
        String d = adapter.department("w9");
        String c = aCase(d);
        acknowledge(d, c + "-01/1");
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01")).containsExactly("ItemAcknowledged"));
        adapter.http.post().uri("/api/departments/{d}/acknowledgements", d)
                .bodyValue(Map.of("deliveries", List.of("x", c + "-01/0", c + "-01/1"))).exchange().expectStatus()
                .isEqualTo(422).expectBody().jsonPath("$.faults.length()").isEqualTo(2);
        adapter.http.post().uri("/api/departments/{d}/acknowledgements", d).bodyValue(Map.of()).exchange()
                .expectStatus().isEqualTo(422);
        adapter.http.get().uri("/api/departments/{d}/unacknowledged?max=0&after=x", d).exchange().expectStatus()
                .isBadRequest();
    }

    @Test
    void shouldHandOutPriorityCasesFirst() {
        String d = adapter.department("w10");
        List<String> plain = List.of(adapter.caseNo(), adapter.caseNo(), adapter.caseNo());
        plain.forEach(c -> adapter.send(1, received(c, now(), false, task("01", d))));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                adapter.count("select count(*) from delivery where department = ?", d)).isEqualTo(3));
        String urgent = adapter.caseNo();
        adapter.send(1, received(urgent, now(), true, task("01", d)));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                adapter.count("select count(*) from delivery where department = ?", d)).isEqualTo(4));
        assertThat(adapter.pull(d, 2, 0).tasks()).extracting(Delivery::caseNo).hasSize(2).first().isEqualTo(urgent);
    }

    @Test
    void shouldKeepPacksSealedAndRecordWhoReadThem() {
        String d = adapter.department("w11");
        String c = aCase(d);
        assertThat(adapter.count("select count(*) from pack where case_no = ? and body like 'sm4:%'", c)).isEqualTo(1);
        assertThat(adapter.count("select count(*) from pack where case_no = ? and body like '%张三丰%'", c)).isZero();
        adapter.http.get().uri("/api/departments/{d}/items/{t}", d, c + "-01").header("Lianban-Actor", "a7").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.pack.applicant.name").isEqualTo("张三丰");
        adapter.http.get().uri("/api/access-log?caseNo={c}", c).header("Lianban-Role", "AUDITOR").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.items.length()").isEqualTo(2)
                .jsonPath("$.items[0].actor").isEqualTo("a7").jsonPath("$.items[0].role")
                .isEqualTo("DEPARTMENT_OFFICER").jsonPath("$.items[1].purpose").isEqualTo("部门领取办件");
    }

    @Test
    void shouldShowHowDepartmentsAreConnectedAndWhatTheManualOnesHaveNotTaken() {
        adapter.department("lead");
        String d = adapter.department("w12");
        adapter.http.put().uri("/api/departments/{d}/channel", d).bodyValue(Map.of("mode", "MANUAL")).exchange()
                .expectStatus().isOk();
        String c = adapter.caseNo();
        adapter.send(1, received(c, now(), false, task("01", d)));
        await().atMost(SOON).untilAsserted(() -> adapter.http.get().uri("/api/manual-items?lead=410721-lead").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.items[?(@.caseNo=='" + c + "')].itemName")
                .isEqualTo("事项01"));
        Delivery told = adapter.pull("410721-lead", 10, 5).tasks().stream().filter(t -> t.caseNo().equals(c))
                .findFirst()
                .orElseThrow();
        assertThat(told.type()).isEqualTo(Delivery.Type.MANUAL_TASK);
        assertThat(told.role()).isEqualTo(Delivery.Role.OBSERVER);
        assertThat(told.pack()).as("the lead need not have the form").isNull();
        assertThat(Objects.requireNonNull(told.detail()).message()).contains(d);
        adapter.http.post().uri("/api/departments/410721-lead/acknowledgements")
                .bodyValue(Map.of("deliveries", List.of(told.deliveryId()))).exchange().expectStatus().isOk();
        assertThat(adapter.count("select count(*) from delivery where department = '410721-lead' and task_id = ?",
                c + "-01")).isZero();
        adapter.http.get().uri("/api/registry?region=410721&after=410721-w11&max=1").exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.items[0].department").isEqualTo(d)
                .jsonPath("$.items[0].integration").isEqualTo("MANUAL").jsonPath("$.items[0].health")
                .isEqualTo("UNKNOWN").jsonPath("$.items[0].unconfirmed").isEqualTo(1);
        say(d, c, "a", Type.ACKNOWLEDGED);
        await().atMost(SOON).untilAsserted(() -> adapter.http.get()
                .uri("/api/registry?region=410721&after=410721-w11&max=1").exchange().expectBody()
                .jsonPath("$.items[0].health").isEqualTo("UP").jsonPath("$.items[0].lastSync").exists());
        adapter.http.get().uri("/api/manual-items?lead=410721-lead").exchange().expectBody()
                .jsonPath("$.items[?(@.caseNo=='" + c + "')]").doesNotExist();
        adapter.http.get().uri("/api/manual-items?lead=410721-nowhere").exchange().expectStatus().isBadRequest();
        adapter.http.get().uri("/api/registry?max=201").exchange().expectStatus().isBadRequest();
    }

    @Test
    void shouldLetTheFirstOfExtensionAndDecisionStand() {
        String d = adapter.department("w13");
        List<String> cases = cases(d, 20);
        adapter.reply(d, cases.stream().map(c -> reply("a", c + "-01", Type.ACCEPTED)).toList());
        CompletableFuture<Void> extending = CompletableFuture.runAsync(
                () -> cases.forEach(c -> adapter.reply(d, reply("e", c + "-01", Type.EXTENDED))));
        cases.reversed().forEach(c -> adapter.reply(d, reply("g", c + "-01", Type.APPROVED)));
        extending.join();
        await().atMost(SOON).untilAsserted(() -> assertThat(cases).allSatisfy(
                c -> assertThat(adapter.publishedTypes(c + "-01")).contains("ItemDecided")));
        cases.forEach(c -> {
            List<String> types = adapter.publishedTypes(c + "-01");
            assertThat(types).isIn(List.of("ItemAccepted", "ItemDecided"),
                    List.of("ItemAccepted", "ItemExtended", "ItemDecided"));
            assertThat(adapter.reply(d, reply("e", c + "-01", Type.EXTENDED)).getFirst().first())
                    .isEqualTo(types.size() == 3 ? Status.APPLIED : Status.REJECTED);
        });
    }

    @Test
    void shouldSettleACorrectionAgainstAWithdrawal() {
        String d = adapter.department("w14");
        List<String> cases = cases(d, 20);
        adapter.reply(d, cases.stream().map(c -> reply("a", c + "-01", Type.CORRECTION_REQUESTED)).toList());
        for (int i = 0; i < cases.size(); i++) {
            String c = cases.get(i);
            DispatchEvent supply = new ItemsReleased(c, i % 2 == 0 ? 1 : 2, now(), List.of(new Release("01", true,
                    List.of(), material("m01"), SupplementPurpose.CORRECTION)));
            DispatchEvent cancel = new ItemsCancelled(c, 2, now(), CancelReason.WITHDRAWN, List.of("01"));
            adapter.send(2, i % 2 == 0 ? supply : cancel);
            adapter.send(3, i % 2 == 0 ? cancel : supply);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(cases).allSatisfy(
                c -> assertThat(adapter.publishedTypes(c + "-01")).last().isEqualTo("ItemCancelled")));
        await().atMost(SOON).untilAsserted(() -> assertThat(adapter.count(
                "select count(*) from pack where sequence = 3 and case_no = any(string_to_array(?, ','))",
                String.join(",", cases))).isEqualTo(20));
        for (int i = 0; i < cases.size(); i++) {
            assertThat(adapter.publishedTypes(cases.get(i) + "-01")).isEqualTo(i % 2 == 0
                    ? List.of("CorrectionRequested", "CorrectionSupplied", "ItemCancelled")
                    : List.of("CorrectionRequested", "ItemCancelled"));
        }
    }

    private List<String> cases(String department, int count) {
        List<String> cases = IntStream.range(0, count).mapToObj(i -> adapter.caseNo()).toList();
        cases.forEach(c -> adapter.send(1, received(c, now(), false, task("01", department))));
        adapter.await(department, count);
        return cases;
    }

    @Test
    void shouldAnswerEveryTypeOfReplyWithAStableCodeWhereItCannotBe() {
        String d = adapter.department("w15");
        String c = aCase(d);
        adapter.reply(d, reply("a", c + "-01", Type.ACCEPTED), reply("b", c + "-01", Type.DENIED));
        Set<Type> filed = Set.of(Type.RESULT_FILED);
        for (Type type : Type.values()) {
            assertThat(say(d, c, "x" + type, type).code()).as(type.name())
                    .isEqualTo(filed.contains(type) ? "NOT_APPROVED" : "ALREADY_ENDED");
            Reply empty = new Reply("y" + type, c + "-01", type, null, null, null, null, null, null, null, null, null,
                    null, Details.NONE);
            assertThat(adapter.reply(d, empty).getFirst().status()).as(type.name()).isEqualTo(Status.REJECTED);
        }
    }

    /** What the whole procedure added costs a case nothing that does not use it. */
    @Test
    void shouldCostAPlainCaseNoRowAndNoEventMoreThanBefore() {
        String d = adapter.department("w16");
        String c = aCase(d);
        adapter.reply(d, reply("a", c + "-01", Type.ACCEPTED), reply("b", c + "-01", Type.APPROVED));
        await().untilAsserted(() -> assertThat(adapter.publishedTypes(c + "-01")).containsExactly("ItemAccepted",
                "ItemDecided"));
        assertThat(adapter.count("select count(*) from delivery where department = ?", d)).isZero();
        assertThat(adapter.count("select count(*) from task where task_id = ? and body not like '%\"f\":%'"
                + " and body not like '%\"h\":%' and body not like '%\"j\":%'", c + "-01")).isEqualTo(1);
    }
}
