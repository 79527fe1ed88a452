package org.lianban.result.bundle.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.law.Law;

/** The columns beside a bundle: all derived from it. */
public record CaseRow(Bundle bundle, CaseState state, @Nullable Instant nextDue, Clocks.Alarms alarms,
        @Nullable String lead) {
    /** When a case is looked at again whose one-thing or calendar the catalogue copy does not have yet. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    public static CaseRow of(StoredCase stored, Bundle bundle, Law law, Instant now) {
        var state = CaseStates.of(bundle);
        var lead = law.oneThing(bundle).map(oneThing -> oneThing.lead()).orElse(null);
        var terms = law.terms(bundle);
        if (terms.isEmpty()) {
            return new CaseRow(bundle, state, bundle.filing() == null || bundle.isOver() ? null : now.plus(RETRY),
                    Clocks.Alarms.NONE, lead);
        }
        var clocks = Clocks.running(bundle, terms.get());
        if (clocks.stream().noneMatch(Clock::open)) {
            return new CaseRow(bundle, state, null, Clocks.Alarms.NONE, lead);
        }
        return new CaseRow(bundle, state, nextDue(stored.nextDue(), Clocks.wake(clocks), now), Clocks.Alarms.of(clocks),
                lead);
    }

    /**
     * A stored instant that is too early stays: the poller finds nothing to say then and looks up the next one, which
     * costs less than an index entry with every acceptance.
     */
    private static @Nullable Instant nextDue(@Nullable Instant stored, Optional<Instant> wake, Instant now) {
        if (stored == null || !stored.isAfter(now)) {
            return wake.orElse(null);
        }
        return wake.filter(w -> w.isBefore(stored)).orElse(stored);
    }

    /** Every department that handles or sees an item, ascending, joined by commas. */
    String departments() {
        var departments = new TreeSet<String>();
        for (var item : bundle.items().values()) {
            var task = item.task();
            if (task != null) {
                departments.add(task.department());
                departments.addAll(task.others());
            }
        }
        return String.join(",", departments);
    }
}
