package org.lianban.result.records.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.documents.Table;

/** 报表 as tables for people: headings in Chinese, shares as percent. */
public final class ReportTables {
    /** The clocks that timeliness is reported of. */
    static final List<Timer> TIMERS = List.of(Timer.INTAKE, Timer.ACCEPTANCE, Timer.PROMISE, Timer.STATUTORY,
            Timer.RESULT_FILING, Timer.SAME_DAY_DELIVERY);
    private static final List<String> TIMER_NAMES = List.of("收件按时率", "受理按时率", "承诺按时率", "法定按时率", "结果反馈按时率", "当天送达率");

    private ReportTables() {}

    /** @param name shown name of a group */
    public static Table volumes(List<Sums> sums, UnaryOperator<String> name) {
        var columns = new ArrayList<>(List.of("分组", "办件", "准予", "部分准予", "不予", "撤回", "网上或省平台", "事项", "事项准予"));
        columns.addAll(TIMER_NAMES);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Sums s : sums) {
            var row = row(name.apply(s.group()), s.cases(), s.outcomes().approved(), s.outcomes().partly(),
                    s.outcomes().refused(), s.outcomes().withdrawn(), s.outcomes().online(), s.items().all(),
                    s.items().positive());
            for (Timer timer : TIMERS) {
                var ran = s.clocks().get(timer);
                row.add(percent(ran == null ? null : ran.onTime()));
            }
            rows.add(row);
        }
        return new Table("办件量与时效", columns, rows);
    }

    public static Table reductions(List<Reductions> reductions) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Reductions r : reductions) {
            var basis = r.baseline();
            rows.add(row(r.oneThing(), r.name(), r.cases(), percent(r.formPrefilled()), percent(r.keptUnchanged()),
                    percent(r.materials()), basis == null ? null : basis.workingDays(),
                    basis == null ? null : switch (basis.basis()) {
                        case STATUTORY_SUM -> basis.stated() ? "法定期限之和" : "法定期限之和（按清单计算）";
                        case OLD_PROMISE_SUM -> "原承诺期限之和";
                        case MEASURED_SERIAL -> "实测串联用时";
                    }, percent(r.timePromised()), percent(r.timeActual()), percent(r.steps())));
        }
        return new Table("四减成效", List.of("编码", "一件事", "办件", "表单自动生成率", "预填保留率", "材料压减率", "时限基线（工作日）", "基线口径",
                "承诺时限压缩率", "实际时限压缩率", "环节压缩率"), rows);
    }

    public static Table quality(List<Sums> sums, UnaryOperator<String> name) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Sums s : sums) {
            rows.add(row(name.apply(s.group()), s.cases(), percent(s.firstPass()), s.corrections().rounds(),
                    s.corrections().asked(), s.items().refused(), percent(s.online()),
                    s.parallelism() == null ? null : Math.round(s.parallelism() * 100) / 100.0,
                    s.times().medianDays()));
        }
        return new Table("服务质量", List.of("分组", "办件", "一次通过率", "补正通知", "收件后部门补正", "事项不予", "网办率", "并联度",
                "实际工作日（中位数）"), rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>();
        java.util.Collections.addAll(row, cells);
        return row;
    }

    /** One decimal. */
    private static @Nullable String percent(@Nullable Double share) {
        return share == null ? null : Math.round(share * 1000) / 10.0 + "%";
    }
}
