package org.lianban.result.clock;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
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
 */
public record ClockRules(Budget intake, Budget notice, Budget acceptance, @Nullable Boolean waitingStopsPromise,
        Set<ItemKind> deemedKinds, DayEnd dayEnd) {
    public static final ClockRules DEFAULT = new ClockRules(Budget.serviceMinutes(120), Budget.workingDays(5),
            Budget.workingDays(1), null, Set.of(ItemKind.LICENSE), DayEnd.MIDNIGHT);

    public ClockRules {
        deemedKinds = Set.copyOf(deemedKinds);
    }
}
