package org.lianban.scenarios.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianban.scenarios.client.OfficeClient;
import tools.jackson.databind.JsonNode;

/** 差评闭环: verified, mended, told, called back, rated again - and opened again when it is bad again. */
final class BadRating {
    private BadRating() {}

    static void reopened(ScenarioContext context) throws InterruptedException {
        String caseNo = context.file(context.prepare(Map.of()).received());
        context.awaitSettled();
        JsonNode rating = context.offices().rate(caseNo, "VERY_DISSATISFIED", "窗口等候太久");
        String ticket = rating.path("ticket").asString("");
        context.check("差评自动生成工单 " + ticket, !ticket.isEmpty());

        round(context, ticket);
        JsonNode again = context.offices().step(ticket, "APPLICANT", "RE_RATE", Map.of("level", "DISSATISFIED")).ok();
        context.checkEqual("再评仍为差评，工单重开", "REOPENED", again.path("state").asString());

        round(context, ticket);
        JsonNode closed = context.offices().step(ticket, "APPLICANT", "RE_RATE", Map.of("level", "SATISFIED")).ok();
        context.checkEqual("第二轮整改后再评满意，工单办结", "CLOSED", closed.path("state").asString());
        List<String> steps = context.offices().ticket(ticket).path("steps").valueStream()
                .map(s -> s.path("what").asString()).toList();
        context.check("闭环两轮全程留痕", steps.stream().filter("CalledBack"::equals).count() == 2
                && steps.contains("Reopened"));

        LocalDate today = ScenarioContext.day(context.now());
        JsonNode loop = context.offices().ratios(caseNo.substring(0, 6), today.minusDays(30).toString(),
                today.toString()).path("loop");
        for (String ratio : List.of("feedback", "rectified", "calledBack")) {
            JsonNode share = loop.path(ratio);
            context.check(name(ratio) + "百分之百", share.path("whole").asLong() >= 1
                    && share.path("part").asLong() == share.path("whole").asLong());
        }
    }

    private static String name(String ratio) {
        return switch (ratio) {
            case "feedback" -> "差评反馈率";
            case "rectified" -> "差评整改率";
            default -> "回访率";
        };
    }

    /** 核实、整改、告知、回访. */
    private static void round(ScenarioContext context, String ticket) {
        OfficeClient offices = context.offices();
        JsonNode file = offices.ticket(ticket);
        String department = file.path("department").asString(String.valueOf(context.oneThing().lead()));
        if (!file.path("state").asString().equals("ASSIGNED")) {
            offices.step(ticket, "SUPERVISOR", "ASSIGN", Map.of("department", department)).ok();
        }
        offices.step(ticket, "SUPERVISOR", "VERIFY", Map.of("verdict", "GENUINE", "text", "调阅监控，情况属实")).ok();
        offices.stepBy(department, ticket, "PLAN", Map.of("text", "增开一个窗口")).ok();
        offices.stepBy(department, ticket, "RECTIFY", Map.of("text", "已增开窗口并培训")).ok();
        offices.step(ticket, "SUPERVISOR", "INFORM", Map.of("text", "已整改", "way", "PHONE")).ok();
        offices.step(ticket, "SUPERVISOR", "CALL_BACK", Map.of("text", "已接通", "reached", true)).ok();
        context.tell("核实属实，整改，告知，电话回访");
    }
}
