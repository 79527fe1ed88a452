package org.lianban.scenarios.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.scenarios.client.Application;
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

    static void threeRounds(ScenarioContext context) throws InterruptedException {
        Application application = context.prepare(Map.of());
        String caseNo = context.file(application.online());
        context.await("申请到达", seen -> true);
        Object materials = application.body().get("materials");
        String material = application.oneThing().materials().getFirst().code();
        LocalDate today = ScenarioContext.day(context.now());
        for (int round = 0; round < TERMS.size(); round++) {
            window(context, round);
            JsonNode notice = context.client().notifyCorrection(caseNo, List.of(Map.of("target", "material:" + material,
                    "problem", "第" + (round + 1) + "次检查：扫描件不清晰", "remedy", "请重新上传")));
            context.check("第" + (round + 1) + "轮一次告知书 " + notice.path("noticeNo").asString(),
                    !notice.path("noticeNo").asString("").isEmpty());
            correction(context, round);
            // A working day later: the weekend of 20 September was worked.
            today = today.plusDays(round == 0 ? 3 : 1);
            context.at(today, MORNING);
            context.client().resubmit(caseNo, Map.of("materials", materials == null ? List.of() : materials));
            context.tell("申请人第" + (round + 1) + "次补正");
        }
        window(context, TERMS.size());
        context.client().receive(caseNo);
        context.check("三轮补正后办结", context.awaitSettled().outcome() == CaseOutcome.APPROVED);
        context.checkEqual("补正轮次", TERMS.size(), context.client().application(caseNo).path("round").asInt());
        context.check("全部事项办结", context.awaitSettled().items().stream()
                .allMatch(i -> i.state() == ItemState.APPROVED || i.state() == ItemState.MATCHED));
    }

    /** T1: two service hours from each hand-in. */
    private static void window(ScenarioContext context, int round) throws InterruptedException {
        context.await("等待收件", seen -> seen.state() == CaseState.SUBMITTED);
        JsonNode clock = context.deadline("INTAKE", null, d -> d.path("open").asBoolean());
        context.checkEqual("第" + (round + 1) + "次收件时限（服务分钟）", SERVICE_MINUTES,
                clock.path("limit").path("amount").asInt());
        Instant start = Instant.parse(clock.path("start").asString());
        context.check("从本次提交起算", Duration.between(start, ScenarioContext.due(clock)).compareTo(WINDOW_HOURS) >= 0
                && !start.isAfter(context.now()));
        context.checkDay("第" + (round + 1) + "次收件时限届满日", BEGUN, ScenarioContext.day(start),
                ScenarioContext.day(ScenarioContext.due(clock)));
    }

    /** T7: fifteen working days from each notice. */
    private static void correction(ScenarioContext context, int round) throws InterruptedException {
        context.await("已告知补正", seen -> seen.state() == CaseState.CORRECTION_NOTIFIED);
        JsonNode clock = context.deadline("CORRECTION", null, d -> d.path("open").asBoolean());
        context.checkDay("第" + (round + 1) + "轮补正期限届满日", BEGUN, TERMS.get(round), ScenarioContext.lastDay(clock));
        String told = context.client().application(context.caseNo()).path("notices").path(round).path("dueAt")
                .asString();
        context.checkEqual("告知书所载期限与系统一致", ScenarioContext.lastDay(clock),
                ScenarioContext.day(Instant.parse(told).minusSeconds(1)));
    }
}
