package org.lianban.scenarios.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.scenarios.demo.Application;
import tools.jackson.databind.JsonNode;

/** 三轮补正: each round has its own notice, its own term to mend, and its own two hours at the window. */
final class Corrections {
    private static final LocalDate BEGUN = LocalDate.of(2026, 9, 18);
    private static final List<LocalDate> TERMS = List.of(LocalDate.of(2026, 10, 15), LocalDate.of(2026, 10, 19),
            LocalDate.of(2026, 10, 20));
    private static final Duration WINDOW_HOURS = Duration.ofHours(2);
    private static final int SERVICE_MINUTES = 120;
    private static final int MORNING = 9;

    private Corrections() {}

    static void threeRounds(Scene scene) throws InterruptedException {
        Application application = scene.prepare(Map.of());
        String caseNo = scene.file(application.online());
        scene.await("申请到达", seen -> true);
        Object materials = application.body().get("materials");
        String material = application.oneThing().materials().getFirst().code();
        LocalDate today = Scene.day(scene.now());
        for (int round = 0; round < TERMS.size(); round++) {
            window(scene, round);
            JsonNode notice = scene.town().notifyCorrection(caseNo, List.of(Map.of("target", "material:" + material,
                    "problem", "第" + (round + 1) + "次检查：扫描件不清晰", "remedy", "请重新上传")));
            scene.check("第" + (round + 1) + "轮一次告知书 " + notice.path("noticeNo").asString(),
                    !notice.path("noticeNo").asString("").isEmpty());
            correction(scene, round);
            // A working day later: the weekend of 20 September was worked.
            today = today.plusDays(round == 0 ? 3 : 1);
            scene.at(today, MORNING);
            scene.town().resubmit(caseNo, Map.of("materials", materials == null ? List.of() : materials));
            scene.tell("申请人第" + (round + 1) + "次补正");
        }
        window(scene, TERMS.size());
        scene.town().receive(caseNo);
        scene.check("三轮补正后办结", scene.awaitSettled().outcome() == CaseOutcome.APPROVED);
        scene.checkEqual("补正轮次", TERMS.size(), scene.town().application(caseNo).path("round").asInt());
        scene.check("全部事项办结", scene.awaitSettled().items().stream()
                .allMatch(i -> i.state() == ItemState.APPROVED || i.state() == ItemState.MATCHED));
    }

    /** T1: two service hours from each hand-in. */
    private static void window(Scene scene, int round) throws InterruptedException {
        scene.await("等待收件", seen -> seen.state() == CaseState.SUBMITTED);
        JsonNode clock = scene.deadline("INTAKE", null, d -> d.path("open").asBoolean());
        scene.checkEqual("第" + (round + 1) + "次收件时限（服务分钟）", SERVICE_MINUTES,
                clock.path("limit").path("amount").asInt());
        Instant start = Instant.parse(clock.path("start").asString());
        scene.check("从本次提交起算", Duration.between(start, Scene.due(clock)).compareTo(WINDOW_HOURS) >= 0
                && !start.isAfter(scene.now()));
        scene.checkDay("第" + (round + 1) + "次收件时限届满日", BEGUN, Scene.day(start), Scene.day(Scene.due(clock)));
    }

    /** T7: fifteen working days from each notice. */
    private static void correction(Scene scene, int round) throws InterruptedException {
        scene.await("已告知补正", seen -> seen.state() == CaseState.CORRECTION_NOTIFIED);
        JsonNode clock = scene.deadline("CORRECTION", null, d -> d.path("open").asBoolean());
        scene.checkDay("第" + (round + 1) + "轮补正期限届满日", BEGUN, TERMS.get(round), Scene.lastDay(clock));
        String told = scene.town().application(scene.caseNo()).path("notices").path(round).path("dueAt").asString();
        scene.checkEqual("告知书所载期限与系统一致", Scene.lastDay(clock), Scene.day(Instant.parse(told).minusSeconds(1)));
    }
}
