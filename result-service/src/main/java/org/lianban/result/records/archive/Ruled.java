package org.lianban.result.records.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.clock.Terms;

/**
 * 时限说明 as archived: each clock, when it was due, and the steps by which it got there.
 *
 * @param calendarVersion {@code region@version}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Ruled(Timer timer, @Nullable String itemNo, @Nullable String responsible, Instant start, @Nullable Instant due,
        @Nullable LocalDate lastDay, @Nullable Instant stoppedAt, Clock.Status status, long lateSeconds,
        boolean provisional, String calendarVersion, List<String> steps) {

    /** Every clock of a case, read at one instant; of one item only where {@code itemNo} names it. */
    static List<Ruled> of(Bundle bundle, Terms terms, @Nullable String itemNo, Instant at) {
        var ruled = new ArrayList<Ruled>();
        for (Clock clock : Clocks.of(bundle, terms)) {
            if (itemNo == null || clock.itemNo() == null || itemNo.equals(clock.itemNo())) {
                var reading = clock.read(at);
                var explanation = clock.explain(at);
                ruled.add(new Ruled(clock.timer(), clock.itemNo(), clock.responsible(), clock.start(),
                        reading.deadline().due(), reading.deadline().lastDay(), clock.stoppedAt().orElse(null),
                        reading.status(), reading.lateBy().toSeconds(), reading.deadline().provisional(),
                        explanation.calendarVersion(), explanation.steps().stream()
                                .map(s -> s.from() + " " + s.to() + " " + s.charged() + " " + s.text()).toList()));
            }
        }
        return ruled;
    }
}
