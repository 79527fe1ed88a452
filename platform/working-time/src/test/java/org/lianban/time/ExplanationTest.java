package org.lianban.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.time.Calendars.CHINA;
import static org.lianban.time.Calendars.SPEC;
import static org.lianban.time.Calendars.TO_2026;
import static org.lianban.time.Calendars.at;
import static org.lianban.time.Calendars.day;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lianban.time.Explanation.Kind;
import org.lianban.time.Explanation.Step;
import org.lianban.time.LocalLayer.LocalDay;
import org.lianban.time.LocalLayer.WindowDay;

class ExplanationTest {
    private static final Instant NOW = at("2026-10-14T16:00");
    private static final String NOTICE = "（国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)）";
    private static final Ledger TWENTY_DAYS = Ledger.started(Budget.workingDays(20), at("2026-09-18T10:00"), "受理");
    private static final Ledger TWO_HOURS = Ledger.started(Budget.serviceMinutes(120), at("2026-09-30T17:10"), "提交");
    private static final Entry HEARING = new Entry.Suspend(at("2026-10-08T09:00"), "hearing", "听证");
    private static final WorkCalendar LOCAL = WorkCalendar.of(SPEC.withLocal(new LocalLayer("410721@2",
            List.of(new LocalDay(day("2026-09-21"), false, "停电", "新政文1号"),
                    new LocalDay(day("2026-09-26"), true, "补班", "新政文2号")),
            List.of(new WindowDay(day("2026-10-03"), List.of(Hours.of("09:00", "11:00")), "节假日不打烊")))));

    private static List<String> texts(Ledger ledger, WorkCalendar calendar) {
        return ledger.explain(calendar, NOW).steps().stream().map(Step::text).toList();
    }

    @Test
    void shouldTellEveryShiftOfATermOfDays() {
        assertThat(texts(TWENTY_DAYS, CHINA)).containsExactly("起算日 2026-09-18（受理）不计入（民法典第201条），期限20个工作日",
                "2026-09-19 周末，不计", "2026-09-20 国庆节调休上班，计1个工作日" + NOTICE, "2026-09-21 至 2026-09-24 共4个工作日",
                "2026-09-25 至 2026-09-27 中秋节放假，不计" + NOTICE, "2026-09-28 至 2026-09-30 共3个工作日",
                "2026-10-01 至 2026-10-07 国庆节放假，不计" + NOTICE, "2026-10-08 至 2026-10-09 共2个工作日",
                "2026-10-10 国庆节调休上班，计1个工作日" + NOTICE, "2026-10-11 至 2026-10-22 共9个工作日（其间周末3天不计）",
                "到期 2026-10-22 24:00");
    }

    @Test
    void shouldNameTheRuleAndItsCalendar() {
        Explanation explanation = TWENTY_DAYS.explain(CHINA, NOW);
        assertThat(explanation.calendarVersion()).isEqualTo("CN@3");
        Step makeUp = explanation.steps().get(2);
        assertThat(makeUp.kind()).isEqualTo(Kind.MAKE_UP);
        assertThat(makeUp.charged()).isEqualTo(1);
        DayRule rule = Objects.requireNonNull(makeUp.rule());
        assertThat(rule.name()).isEqualTo("国庆节调休上班");
        assertThat(rule.source()).startsWith("国务院办公厅");
        assertThat(rule.calendarVersion()).isEqualTo("CN@3");
        assertThat(explanation.steps()).filteredOn(step -> step.kind() == Kind.HOLIDAY)
                .allSatisfy(step -> assertThat(step.rule()).isNotNull());
    }

    @Test
    void shouldTellPausesAndExtensionsInOrder() {
        Ledger ledger = TWENTY_DAYS.with(HEARING).with(new Entry.Resume(at("2026-10-14T16:00"), "hearing"))
                .with(new Entry.Extend(at("2026-10-20T10:00"), Budget.workingDays(10), "经负责人批准"))
                .with(new Entry.Stop(at("2026-10-21T10:00"), "已作决定"));
        assertThat(texts(ledger, CHINA)).containsSubsequence("2026-10-08 计1个工作日", "2026-10-08 暂停（听证），次日起不计",
                "2026-10-09 至 2026-10-14 暂停（听证）期间，5个工作日不计", "2026-10-14 恢复计时，次日起计",
                "2026-10-15 至 2026-10-20 共4个工作日（其间周末2天不计）", "2026-10-20 延期10个工作日（经负责人批准）", "2026-10-21 计1个工作日",
                "2026-10-21 停止计时（已作决定）", "到期 2026-11-12 24:00");
    }

    @Test
    void shouldTellWhatRemainsWhilePaused() {
        assertThat(texts(TWENTY_DAYS.with(HEARING), CHINA)).endsWith("2026-10-08 计1个工作日", "2026-10-08 暂停（听证），次日起不计",
                "计时已暂停，剩余11个工作日");
    }

    @Test
    void shouldTellThatAPauseCameTooLate() {
        Ledger ledger = TWENTY_DAYS.with(new Entry.Suspend(at("2026-10-23T09:00"), "hearing", "听证"));
        assertThat(texts(ledger, CHINA)).endsWith("2026-10-23 09:00 暂停（听证），期限已届满，不影响到期", "到期 2026-10-22 24:00");
    }

    @Test
    void shouldTellTheRollOfADayThatDoesNotWork() {
        assertThat(texts(Ledger.started(Budget.workingDays(0), at("2026-09-25T10:00"), "受理"), CHINA)).containsExactly(
                "起算 2026-09-25（受理），须当日办结，非工作日顺延至其后首个工作日", "2026-09-26 至 2026-09-27 中秋节放假，不计" + NOTICE,
                "2026-09-28 为其后首个工作日，顺延至该日", "到期 2026-09-28 24:00");
    }

    @Test
    void shouldTellServiceMinutes() {
        assertThat(texts(TWO_HOURS, CHINA)).containsExactly("起算 2026-09-30 17:10（提交），期限120分钟，按窗口服务时间计",
                "2026-09-30 17:10 至 18:00，计50分钟", "2026-10-01 至 2026-10-07 国庆节放假，不计" + NOTICE,
                "2026-10-08 08:30 至 09:40，计70分钟", "到期 2026-10-08 09:40");
        assertThat(texts(Ledger.started(Budget.serviceMinutes(30), at("2026-09-17T19:10"), "提交"), CHINA))
                .startsWith("起算 2026-09-17 19:10（提交），窗口未开放，自 2026-09-18 08:30 起计，期限30分钟，按窗口服务时间计");
        Ledger paused = TWO_HOURS.with(new Entry.Suspend(at("2026-10-08T09:00"), "outage", "停电"))
                .with(new Entry.Resume(at("2026-10-08T11:45"), "outage"));
        assertThat(texts(paused, CHINA)).endsWith("2026-10-08 09:00 暂停（停电）", "2026-10-08 11:45 恢复计时",
                "2026-10-08 暂停（停电）期间，165分钟不计，计70分钟", "到期 2026-10-08 14:55");
    }

    @Test
    void shouldTellLocalDays() {
        assertThat(texts(TWENTY_DAYS, LOCAL)).contains("2026-09-21 本地停办：停电，不计（新政文1号）",
                "2026-09-26 本地加班：补班，计1个工作日（新政文2号）");
        assertThat(texts(TWO_HOURS, LOCAL)).endsWith("2026-10-03 窗口时间调整：节假日不打烊，计70分钟", "到期 2026-10-03 10:10");
        assertThat(TWO_HOURS.explain(LOCAL, NOW).calendarVersion()).isEqualTo("CN@3+410721@2");
    }

    @Test
    void shouldMarkWhatIsProvisional() {
        Ledger ledger = Ledger.started(Budget.workingDays(5), at("2026-12-30T10:00"), "受理");
        assertThat(texts(ledger, CHINA)).endsWith("2027-01-02 至 2027-01-07 共4个工作日（其间周末2天不计）（暂定）",
                "暂定：2027年放假安排尚未公布，仅计法定节假日，未计调休；待日历更新后重新计算", "到期 2027-01-07 24:00");
        assertThat(texts(ledger, TO_2026)).endsWith("2026-12-31 计1个工作日", "2027-01-01 至 2027-01-06 共4个工作日（其间周末2天不计）（暂定）",
                "暂定：2027年起工作日历尚未载入，仅按周一至周五推算；待日历更新后重新计算", "到期 2027-01-06 24:00");
    }
}
