package org.lianban.result.records.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.event.ResultEvent;

/**
 * What one ended case counts for in every report. Whole numbers only, so that sums are exact.
 *
 * @param settledOn local day
 * @param clocks of each kind of clock that ended or ran out: how many, how many of them late
 * @param rounds 一次告知 before the receipt
 * @param asked 部门补正 after it, counted against the window
 * @param volume items and their outcomes
 * @param time how long it took
 * @param material how many materials were spared
 * @param form how much of the form was filled in beforehand
 */
public record Measure(String caseNo, String region, String oneThing, @Nullable String lead, Channel channel,
        @Nullable String window, LocalDate settledOn, ResultEvent.CaseOutcome outcome, int rounds, int asked,
        List<Ran> clocks, Volume volume, Time time, Material material, Form form) {

    /** 时钟. */
    public record Ran(ResultEvent.Timer timer, int ended, int late) {}

    /** 办件量: by what became of the items. */
    public record Volume(int items, int positive, int refused, int withdrawn) {}

    /**
     * @param days 实际工作日: of the item that took longest, from acceptance to its end, special procedures left out
     * @param promised 承诺工作日: the critical path of the version, 0 where none is known
     * @param caseMinutes service minutes from receipt to the last end
     * @param itemMinutes the same of every item, summed
     */
    public record Time(int days, int promised, long caseMinutes, long itemMinutes) {}

    /**
     * @param listed materials that the separate items of this case ask for, each counted for every item that needs it
     * @param handedIn by the applicant
     * @param exempted by data or certificate
     * @param waived by commitment
     * @param deferred handed in later
     */
    public record Material(int listed, int handedIn, int exempted, int waived, int deferred) {}

    /** 表单. */
    public record Form(int fields, int prefilled, int kept) {}
}
