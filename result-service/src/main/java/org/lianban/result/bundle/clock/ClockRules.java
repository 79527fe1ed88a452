package org.lianban.result.bundle.clock;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.time.Budget;
import org.lianban.time.DayEnd;

/**
 * What the lead department decides about clocks.
 *
 * @param intake 收件: from hand-in to dispatch or correction notice (新政文〔2024〕62号 附件3: 2 小时内)
 * @param notice 法定告知 (行政许可法 32: 五日内)
 * @param acceptance 部门受理 (附件3: 1 个工作日内)
 * @param waitingStopsPromise whether waiting for a prerequisite stops the promised limit; null: as each item says
 * @param deemedKinds whose silence is acceptance
 * @param dayEnd when the last day of a term ends
 * @param further the clocks of corrections, decisions and results
 */
public record ClockRules(Budget intake, Budget notice, Budget acceptance, @Nullable Boolean waitingStopsPromise,
        Set<ItemKind> deemedKinds, DayEnd dayEnd, Further further) {
    public static final ClockRules DEFAULT = new ClockRules(Budget.serviceMinutes(120), Budget.workingDays(5),
            Budget.workingDays(1), null, Set.of(ItemKind.LICENSE), DayEnd.MIDNIGHT);

    /**
     * @param correction 补正期限 of what a department asks for; null: none is set
     * @param immediate 「即时」 after the last prerequisite's result (附件3: 即时作出审批决定), half a day of window hours
     * @param certificate 制证与反馈 where the promised limit has run out (行政许可法 44: 十日内)
     * @param progress 进度更新 of a department that reports by hand
     * @param unkept clocks that this county does not keep
     */
    public record Further(@Nullable Budget correction, Budget immediate, Budget certificate, Budget progress,
            Set<Timer> unkept) {
        public static final Further DEFAULT = new Further(Budget.workingDays(15), Budget.serviceMinutes(210),
                Budget.workingDays(10), Budget.workingDays(1), Set.of());

        public Further {
            unkept = Set.copyOf(unkept);
        }
    }

    public ClockRules {
        deemedKinds = Set.copyOf(deemedKinds);
    }

    /** With the further clocks as they are by default. */
    public ClockRules(Budget intake, Budget notice, Budget acceptance, @Nullable Boolean waitingStopsPromise,
            Set<ItemKind> deemedKinds, DayEnd dayEnd) {
        this(intake, notice, acceptance, waitingStopsPromise, deemedKinds, dayEnd, Further.DEFAULT);
    }

    boolean keeps(Timer timer) {
        return !further.unkept().contains(timer);
    }
}
