package org.lianban.scenarios.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.client.Addresses;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.HttpDoor;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.scenarios.client.OfficeClient;
import org.lianban.scenarios.client.Officer;
import org.lianban.scenarios.procedure.Scenario.Unmet;
import org.lianban.standalone.departments.Behaviour;
import org.lianban.standalone.departments.DepartmentLog;
import org.lianban.standalone.departments.SimulatedDepartments;
import tools.jackson.databind.JsonNode;

/** What one story has to hand: people, doors, the shared clock, and somebody who listens. */
final class ScenarioContext {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> ON_ITS_WAY = Set.of("UNKNOWN_TASK", "NOT_RELEASED", "UNKNOWN_ACTIVITY");
    private static final long LOOK_AGAIN_MILLIS = 150;

    private final Scenario scenario;
    private final int row;
    private final Procedures host;
    private final SharedTime time;
    private final Procedures.Listener listener;
    private final LianbanClient client;
    private final OfficeClient offices;
    private final LocalDate begun;
    private final List<String> checks = new ArrayList<>();
    private volatile String caseNo = "";

    ScenarioContext(Scenario scenario, int row, Procedures host, SharedTime time, Procedures.Listener listener) {
        this.scenario = scenario;
        this.row = row;
        this.host = host;
        this.time = time;
        this.listener = listener;
        this.client = new LianbanClient(host.addresses(), host.doors());
        this.offices = new OfficeClient(host.addresses(), host.doors());
        this.begun = day(time.now());
    }

    LianbanClient client() {
        return client;
    }

    OfficeClient offices() {
        return offices;
    }

    String caseNo() {
        return caseNo;
    }

    /** What was found to be true, in order. */
    List<String> checks() {
        return List.copyOf(checks);
    }

    OneThing oneThing() {
        return client.oneThing(scenario.oneThing());
    }

    Application prepare(Map<String, String> answers) {
        return client.prepare(scenario.oneThing(), host.applicant(row), answers);
    }

    /** Hands in. */
    String file(Application application) {
        caseNo = client.file(application);
        listener.filed(row, caseNo);
        return caseNo;
    }

    /** Hands in and receives, with these items left to officers. */
    String fileByHand(Application application, List<String> items) {
        String filed = file(application);
        for (OneThing.Item item : application.oneThing().items()) {
            if (items.contains(item.no())) {
                host.departments().script(item.primaryDepartment()).when(
                        task -> task.caseNo().equals(filed) && task.itemNo().equals(item.no()), Behaviour.silent());
            }
        }
        client.receive(filed);
        return filed;
    }

    /** Who answers by hand, once the task has come to the department. */
    Officer officerOf(String itemNo) throws InterruptedException {
        String department = oneThing().item(itemNo).orElseThrow().primaryDepartment();
        until("任务到达部门", () -> arrived(department, task(itemNo)) ? Optional.of(department) : Optional.empty());
        return new Officer(host.addresses(), host.doors(), department);
    }

    /** By the department's own log, against which the books are checked in the end. */
    private boolean arrived(String department, String taskId) {
        try {
            return DepartmentLog.read(host.departments().log(department)).stream().map(DepartmentLog.Entry::delivery)
                    .anyMatch(delivery -> delivery != null && delivery.taskId().equals(taskId));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the log of " + department, e);
        }
    }

    String task(String itemNo) {
        return caseNo + "-" + itemNo;
    }

    /** 准予 by hand, as soon as it may be decided. */
    void approve(String itemNo) throws InterruptedException {
        Officer officer = officerOf(itemNo);
        String name = oneThing().item(itemNo).orElseThrow().name();
        applied(() -> officer.approve(task(itemNo), name));
    }

    /** What a department is told, once what it speaks of has reached it: what happened elsewhere is on its way. */
    ReplyAnswer answered(Supplier<ReplyAnswer> reply) throws InterruptedException {
        return until("部门答复", () -> Optional.of(reply.get())
                .filter(answer -> answer.code() == null || !ON_ITS_WAY.contains(answer.code())));
    }

    /** @throws Unmet when it is refused */
    void applied(Supplier<ReplyAnswer> reply) throws InterruptedException {
        ReplyAnswer answer = answered(reply);
        if (answer.status() != ReplyAnswer.Status.APPLIED) {
            throw new Unmet(scenario.title() + " " + caseNo + "：答复被拒绝，" + answer);
        }
    }

    Instant now() {
        return time.now();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA);
    }

    /** Goes on when the shared clock has come that far. */
    void at(Instant instant) throws InterruptedException {
        time.await(instant);
    }

    /** Goes on at that time of the day. */
    void at(LocalDate day, int hour) throws InterruptedException {
        at(day.atTime(hour, 0).atZone(CHINA).toInstant());
    }

    void tell(String text) {
        listener.told(row, caseNo, text);
    }

    /** @throws Unmet when it is not so */
    void check(String what, boolean so) {
        check(what, so, "");
    }

    /** What was waited for has come about. */
    void found(String what) {
        check(what, true);
    }

    private void check(String what, boolean so, Object found) {
        if (!so) {
            throw new Unmet(scenario.title() + " " + caseNo + "：" + what + (found.equals("") ? "" : "，实际 " + found));
        }
        checks.add(what);
        tell("✓ " + what);
    }

    void checkEqual(String what, Object expected, Object found) {
        check(what + "：" + expected, expected.equals(found), found);
    }

    /** A day that follows from the holidays of autumn 2026: known only for a story begun on that day. */
    void checkDay(String what, LocalDate begunOn, LocalDate expected, LocalDate found) {
        if (begun.equals(begunOn)) {
            checkEqual(what, expected, found);
        } else {
            tell(what + "：" + found);
        }
    }

    CaseView await(String what, Predicate<CaseView> condition) throws InterruptedException {
        return until(what, () -> client.look(caseNo).filter(condition));
    }

    /** The case, once it has this item and the item looks like that. */
    CaseView awaitItem(String what, String itemNo, Predicate<CaseView.Item> condition) throws InterruptedException {
        return await(what, seen -> seen.items().stream().filter(i -> i.itemNo().equals(itemNo)).anyMatch(condition));
    }

    CaseView awaitSettled() throws InterruptedException {
        return await("全部办结", CaseView::ended);
    }

    /** @throws Unmet when it does not come about in time */
    <T> T until(String what, Supplier<Optional<T>> look) throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            if (System.nanoTime() > limit) {
                throw new Unmet(scenario.title() + " " + caseNo + "：等待" + what + " " + PATIENCE.toSeconds() + " 秒未果，现状 "
                        + client.look(caseNo).map(CaseView::toString).orElse("未到达"));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
            found = look.get();
        }
        return found.get();
    }

    /** 时限 of the case or of one of its items, once it runs. */
    JsonNode deadline(String timer, @Nullable String itemNo) throws InterruptedException {
        return deadline(timer, itemNo, any -> true);
    }

    /** The same, once it fulfils the condition. */
    JsonNode deadline(String timer, @Nullable String itemNo, Predicate<JsonNode> condition)
            throws InterruptedException {
        return until("时限" + timer, () -> client.look(caseNo).flatMap(known -> client.deadlines(caseNo).valueStream()
                .filter(d -> d.path("timer").asString().equals(timer)
                        && (itemNo == null || itemNo.equals(d.path("itemNo").asString(""))))
                .filter(condition).reduce((earlier, later) -> later)));
    }

    static Instant due(JsonNode deadline) {
        return Instant.parse(deadline.path("due").asString());
    }

    static LocalDate lastDay(JsonNode deadline) {
        return LocalDate.parse(deadline.path("lastDay").asString());
    }

    /** Whether the timeline has an event of this name. */
    boolean happened(String what) {
        return client.timeline(caseNo, 0).valueStream().flatMap(turn -> turn.path("entries").valueStream())
                .anyMatch(entry -> entry.path("what").asString().equals(what));
    }

    void awaitHappened(String what) throws InterruptedException {
        until(what, () -> happened(what) ? Optional.of(what) : Optional.empty());
    }
}
