package org.lianban.result.bundle.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.clock.ClockRules;
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
 * @param correctionDays working days for what a department asks an applicant to mend; 0: no term is set
 * @param immediateMinutes service minutes that 「即时」 allows after the last prerequisite's result
 * @param certificateDays working days for a certificate where the promised limit has run out (行政许可法 44)
 * @param progressDays working days after which reported progress is stale
 * @param unkept clocks that this county does not keep
 */
@ConfigurationProperties("lianban.clocks")
record ClockProperties(@DefaultValue("120") int intakeMinutes, @DefaultValue("5") int noticeDays,
        @DefaultValue("1") int acceptanceDays, @Nullable Boolean waitingStopsPromise,
        @DefaultValue("LICENSE") Set<ItemKind> deemedKinds, @DefaultValue("MIDNIGHT") DayEnd dayEnd,
        @DefaultValue("15") int correctionDays, @DefaultValue("210") int immediateMinutes,
        @DefaultValue("10") int certificateDays, @DefaultValue("1") int progressDays, @DefaultValue Set<Timer> unkept) {
    ClockRules rules() {
        return new ClockRules(Budget.serviceMinutes(intakeMinutes), Budget.workingDays(noticeDays),
                Budget.workingDays(acceptanceDays), waitingStopsPromise, deemedKinds, dayEnd,
                new ClockRules.Further(correctionDays == 0 ? null : Budget.workingDays(correctionDays),
                        Budget.serviceMinutes(immediateMinutes), Budget.workingDays(certificateDays),
                        Budget.workingDays(progressDays), unkept));
    }
}
