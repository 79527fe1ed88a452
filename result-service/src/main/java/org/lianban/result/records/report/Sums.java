package org.lianban.result.records.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;

/**
 * What the cases of one group sum up to.
 *
 * @param group what the report is split by; empty where a case has none
 */
public record Sums(String group, long cases, Outcomes outcomes, Items items, Corrections corrections, Times times,
        Materials materials, Forms forms, Map<Timer, Ran> clocks) {

    /** 办件结论, and how many came online or from the province. */
    public record Outcomes(long approved, long partly, long refused, long withdrawn, long online) {}

    /** 事项结论. */
    public record Items(long all, long positive, long refused, long withdrawn) {}

    /**
     * @param clean cases without a correction notice
     * @param rounds correction notices
     * @param asked department corrections after a receipt
     */
    public record Corrections(long clean, long rounds, long asked) {}

    /** Days are medians, minutes are sums of service minutes. */
    public record Times(long medianDays, long medianPromised, long caseMinutes, long itemMinutes) {}

    public record Materials(long listed, long handedIn, long exempted, long waived, long deferred) {}

    /** @param meanPrefilled mean of each case's share; null where no form was counted */
    public record Forms(long counted, long fields, long prefilled, long kept, @Nullable Double meanPrefilled) {}

    /** Clocks that ended or ran out, and how many of them late. */
    public record Ran(long ended, long late) {
        /** 按时率, 0 to 1; null where none ended. */
        public @Nullable Double onTime() {
            return share(ended - late, ended);
        }
    }

    public Sums with(Map<Timer, Ran> ran) {
        return new Sums(group, cases, outcomes, items, corrections, times, materials, forms, ran);
    }

    /** 并联度: item time over case time; above 1 the items ran side by side. */
    public @Nullable Double parallelism() {
        return times.caseMinutes() == 0 ? null : (double) times.itemMinutes() / times.caseMinutes();
    }

    /** 一次通过率. */
    public @Nullable Double firstPass() {
        return share(corrections.clean(), cases);
    }

    /** 网办率. */
    public @Nullable Double online() {
        return share(outcomes.online(), cases);
    }

    public static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** 压减率: 1 − now ÷ before; null where there is nothing to compare with. */
    public static @Nullable Double reduction(double now, double before) {
        return before <= 0 ? null : 1 - now / before;
    }
}
