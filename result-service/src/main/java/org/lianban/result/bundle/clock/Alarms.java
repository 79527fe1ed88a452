package org.lianban.result.bundle.clock;

import java.util.List;
import org.lianban.contracts.event.ResultEvent.Timer;

/**
 * 预警与超时: the open clocks of a case that have warned, and those that have breached, by the code of their timer: one
 * code per clock, in alphabetical order.
 */
public record Alarms(List<String> soon, List<String> over) {
    public static final Alarms NONE = new Alarms(List.of(), List.of());

    public Alarms {
        soon = soon.stream().sorted().toList();
        over = over.stream().sorted().toList();
    }

    public static Alarms of(List<Clock> clocks) {
        var open = clocks.stream().filter(Clock::open).toList();
        return new Alarms(
                open.stream().filter(c -> !c.breached() && c.warned() && c.deadline(c.start()).due() != null)
                        .map(Clock::timer).map(Timer::name).toList(),
                open.stream().filter(Clock::breached).map(Clock::timer).map(Timer::name).toList());
    }
}
