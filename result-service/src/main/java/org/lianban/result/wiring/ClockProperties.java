package org.lianban.result.wiring;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.result.clock.ClockRules;
import org.lianban.time.Budget;
import org.lianban.time.DayEnd;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the lead department decides about clocks.
 *
 * @param intakeMinutes service minutes from hand-in to dispatch or correction notice
 * @param noticeDays working days of silence (行政许可法 32)
 * @param acceptanceDays working days from dispatch to the department's decision to accept
 * @param waitingStopsPromise whether waiting for a prerequisite stops the promised limit; unset: as each item says
 * @param deemedKinds item kinds whose silence is acceptance
 * @param dayEnd when the last day of a term ends: MIDNIGHT or CLOSING_TIME
 */
@ConfigurationProperties("lianban.clocks")
record ClockProperties(@DefaultValue("120") int intakeMinutes, @DefaultValue("5") int noticeDays,
        @DefaultValue("1") int acceptanceDays, @Nullable Boolean waitingStopsPromise,
        @DefaultValue("LICENSE") Set<ItemKind> deemedKinds, @DefaultValue("MIDNIGHT") DayEnd dayEnd) {
    ClockRules rules() {
        return new ClockRules(Budget.serviceMinutes(intakeMinutes), Budget.workingDays(noticeDays),
                Budget.workingDays(acceptanceDays), waitingStopsPromise, deemedKinds, dayEnd);
    }
}
