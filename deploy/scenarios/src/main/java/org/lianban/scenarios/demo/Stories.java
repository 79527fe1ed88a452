package org.lianban.scenarios.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.CaseView;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.scenarios.client.ProvinceClient;
import org.lianban.standalone.departments.Behaviour.Verdict;
import org.lianban.standalone.departments.Behaviour;
import org.lianban.standalone.departments.Script;
import org.lianban.standalone.departments.SimulatedDepartments;
import tools.jackson.databind.JsonNode;

/** The cases of the tour: every region, and every turn that a case can take. */
final class Stories {
    private static final Duration REPLY_PATIENCE = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    /**
     * One case of the tour.
     *
     * @param title in Chinese, at most ten characters wide
     * @param code of the one-thing
     */
    record Story(String title, String code, Plot plot) {

        /** What its people do; returns when they have done their part. */
        interface Plot {
            /** @param applicant whose identity applies */
            void play(StoryContext context, Board.Row row, int applicant) throws InterruptedException;
        }
    }

    /** What a story has to hand. */
    record StoryContext(LianbanClient client, ProvinceClient province, SimulatedDepartments departments, Board board,
            InstantSource clock, int firstApplicant) {
        /** A department takes its seconds; a whole tour takes a minute. */
        static final long PATIENCE_SECONDS = 90;

        void filed(Board.Row row, String caseNo) {
            board.filed(row, caseNo, clock.instant());
        }

        void note(String caseNo, String text) {
            Instant now = clock.instant();
            board.happened(new Board.Event(now, caseNo, text, false));
        }

        CaseView await(Board.Row row, Board.Condition condition) throws InterruptedException {
            return board.await(row, PATIENCE_SECONDS, condition);
        }
    }

    private Stories() {}

    static List<Story> all() {
        return List.of(
                new Story("并联与前置", "XX-09", online(Map.of())),
                new Story("窗口当场收件", "SQ-13", window(Map.of())),
                new Story("许可与核验", "XX-03", window(Map.of())),
                new Story("多选一：特殊工种", "SQ-24", online(Map.of("group-q", "03"))),
                new Story("多部门汇总", "SQ-12", window(Map.of())),
                new Story("水电气暖联动", "QJ-02", online(Map.of())),
                new Story("水电气联动", "PL-11", window(Map.of("item-05", "no"))),
                new Story("新生儿", "JC-04", online(Map.of())),
                new Story("中途撤回", "XX-13", Stories::withdrawnMidway),
                new Story("一次告知后补正", "QJ-05", Stories::corrected),
                new Story("省平台申报", "JC-06", Stories::filedByProvince),
                new Story("部门中断后恢复", "JC-12", Stories::departmentDown),
                new Story("前置未通过，终止", "XX-08", failedPrerequisite("TERMINATE", "税务注销未通过，后续事项不再办理")),
                new Story("前置未通过，续办", "SQ-03", failedPrerequisite("CONTINUE", "已人工核对营业执照，后续事项继续办理")));
    }

    private static Story.Plot window(Map<String, String> answers) {
        return (context, row, applicant) -> context.filed(row,
                context.client().file(context.client().prepare(code(context, row), applicant, answers).received()));
    }

    private static Story.Plot online(Map<String, String> answers) {
        return (context, row, applicant) -> {
            String caseNo = file(context, row, applicant, answers);
            context.client().receive(caseNo);
        };
    }

    private static String file(StoryContext context, Board.Row row, int applicant, Map<String, String> answers) {
        String caseNo = context.client()
                .file(context.client().prepare(code(context, row), applicant, answers).online());
        context.filed(row, caseNo);
        return caseNo;
    }

    private static String code(StoryContext context, Board.Row row) {
        return context.board().code(row);
    }

    private static void withdrawnMidway(StoryContext context, Board.Row row, int applicant)
            throws InterruptedException {
        String caseNo = file(context, row, applicant, Map.of("group-q", "01"));
        context.client().receive(caseNo);
        context.await(row, seen -> seen.endedItems() > 0);
        context.client().withdraw(caseNo, "个人原因，申请撤回").ok();
        context.board().remark(row, "已有事项办结后撤回");
    }

    private static void corrected(StoryContext context, Board.Row row, int applicant) throws InterruptedException {
        String caseNo = file(context, row, applicant, Map.of());
        String material = context.client().oneThing(code(context, row)).materials().getFirst().code();
        context.client().notifyCorrection(caseNo,
                List.of(Map.of("target", "material:" + material, "problem", "扫描件不清晰", "remedy", "请重新上传清晰的扫描件"),
                        Map.of("target", "applicant:phone", "problem", "联系电话无法接通", "remedy", "请更换联系电话")));
        context.board().remark(row, "一次告知 2 处");
        context.await(row, seen -> seen.state() == CaseState.CORRECTION_NOTIFIED);
        Application again = context.client().prepare(code(context, row), applicant + 1, Map.of());
        context.client().resubmit(caseNo, Map.of("applicant", body(again, "applicant"), "materials",
                body(again, "materials")));
        context.board().remark(row, "补正后收件");
        context.client().receive(caseNo);
    }

    private static Object body(Application application, String member) {
        return Objects.requireNonNull(application.body().get(member));
    }

    /** A message that cannot be accepted goes first, so that it would be in the way if anything could. */
    private static void filedByProvince(StoryContext context, Board.Row row, int applicant) {
        String number = "SPT-" + UUID.randomUUID();
        String broken = number + "-X";
        context.province().send(number, ("{\"provinceNo\":\"" + broken
                + "\",\"region\":\"140502\",\"oneThing\":\"没有这件事\","
                + "\"applicant\":{\"name\":\"张三\",\"idType\":\"RESIDENT_ID\",\"idNumber\":\"110105194912310021\"}}")
                .getBytes(StandardCharsets.UTF_8), Map.of());
        context.province().send(number,
                context.client().prepare(code(context, row), applicant, Map.of()).ofProvince(number));
        ApplicationReply refused = context.province().await(broken, REPLY_PATIENCE);
        if (refused.accepted() || refused.faults().isEmpty()) {
            throw new IllegalStateException("The province's malformed application was answered " + refused);
        }
        ApplicationReply reply = context.province().await(number, REPLY_PATIENCE);
        String caseNo = reply.caseNo();
        if (!reply.accepted() || caseNo == null) {
            throw new IllegalStateException("The province's application was refused: " + reply.faults());
        }
        context.filed(row, caseNo);
        context.note(caseNo, "省平台另一份申报被退回，一次列明 " + refused.faults().size() + " 处问题："
                + refused.faults().stream().map(ApplicationReply.Fault::message).limit(2)
                        .collect(Collectors.joining("；")));
        context.board().remark(row, "Kafka 申报并收到回执");
    }

    private static void departmentDown(StoryContext context, Board.Row row, int applicant) throws InterruptedException {
        Application application = context.client().prepare(code(context, row), applicant, Map.of());
        String department = application.oneThing().items().getFirst().primaryDepartment();
        Script script = context.departments().script(department);
        context.board().remark(row, "部门系统中断");
        script.downUntil(context.clock().instant().plus(OUTAGE));
        context.filed(row, context.client().file(application.received()));
        context.await(row, seen -> seen.items().stream()
                .anyMatch(item -> item.department().id().equals(department) && item.ended()));
        context.board().remark(row, "部门系统恢复");
    }

    private static Story.Plot failedPrerequisite(String decision, String reason) {
        return (context, row, applicant) -> {
            OneThing oneThing = context.client().oneThing(code(context, row));
            String caseNo = file(context, row, applicant, Map.of());
            OneThing.Item first = oneThing.items().getFirst();
            Behaviour usual = Demo.pace(first.primaryDepartment());
            context.departments().script(first.primaryDepartment()).when(
                    task -> task.caseNo().equals(caseNo) && task.itemNo().equals(first.no()),
                    new Behaviour(Verdict.DENY, usual.acceptAfter(), usual.decideAfter(), usual.copies()));
            context.client().receive(caseNo);
            Set<String> decided = new HashSet<>();
            CaseView seen = context.await(row, s -> !s.blocked().isEmpty());
            while (!seen.ended()) {
                for (String item : seen.blocked()) {
                    if (decided.add(item)) {
                        decide(context, row, caseNo, item, oneThing, decision, reason);
                    }
                }
                seen = context.await(row, s -> !decided.containsAll(s.blocked()));
            }
        };
    }

    private static void decide(StoryContext context, Board.Row row, String caseNo, String item, OneThing oneThing,
            String decision, String reason) {
        String lead = Objects.requireNonNull(oneThing.lead(), "The one-thing has no lead");
        JsonNode done = context.client().leadDecision(caseNo, item, lead, decision, reason).ok();
        context.board().remark(row, decision.equals("TERMINATE") ? "牵头部门决定终止" : "牵头部门决定续办");
        context.note(caseNo, "牵头部门决定  " + item + "  " + (decision.equals("TERMINATE") ? "终止" : "继续办理")
                + (done.isMissingNode() ? "" : "：" + reason));
    }
}
