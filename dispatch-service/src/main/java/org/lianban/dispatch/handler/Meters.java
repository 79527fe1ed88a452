package org.lianban.dispatch.handler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.lianban.dispatch.plan.Joint;
import org.lianban.dispatch.plan.PlanRefusal;

/** The meters of dispatch, named once. Counters count when the transaction's work is done, just before its commit. */
public enum Meters {
    CASES_DISPATCHED("lianban.dispatch.cases.dispatched", "Cases fanned out to their departments"),
    ITEMS_DISPATCHED("lianban.dispatch.items.dispatched", "Items fanned out to their departments"),
    ITEMS_RELEASED("lianban.dispatch.items.released", "Upstream results handed on, by dependent item"),
    ITEMS_BLOCKED("lianban.dispatch.items.blocked", "Items stopped by a failed prerequisite"),
    ITEMS_CANCELLED("lianban.dispatch.items.cancelled", "Items asked to end by withdrawal or by the lead"),
    ITEMS_REASSIGNED("lianban.dispatch.items.reassigned", "Items given to another department"),
    DUPLICATES("lianban.dispatch.duplicates", "Messages and commands that had been dealt with before"),
    GAPS("lianban.dispatch.gaps", "Messages parked because their predecessor is missing"),
    REJECTIONS("lianban.dispatch.rejections", "Messages and commands that came too late or do not fit; tag kind"),
    ACTIVITIES("lianban.dispatch.joint.activities", "Joint activities by what became of them; tag state"),
    FAN_OUT("lianban.dispatch.fanout", "From the receipt of a case until all its departments' tasks are written"),
    RELEASE("lianban.dispatch.release", "From the end of a prerequisite until its result is handed on");

    private final String meter;
    private final String description;

    Meters(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    void add(MeterRegistry registry, int amount, String... tags) {
        if (amount > 0) {
            Counter.builder(meter).description(description).tags(tags).register(registry).increment(amount);
        }
    }

    void took(MeterRegistry registry, Duration time) {
        timer(registry).record(time.isNegative() ? Duration.ZERO : time);
    }

    /** With buckets and not with percentiles: only buckets of several instances can be added up. */
    private Timer timer(MeterRegistry registry) {
        return Timer.builder(meter).description(description).publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1)).maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    /** Registers every counter, so that dashboards show zero instead of nothing. */
    public static void register(MeterRegistry registry) {
        for (Meters meter : values()) {
            switch (meter) {
                case FAN_OUT, RELEASE -> meter.timer(registry);
                case REJECTIONS -> {
                    for (PlanRefusal kind : PlanRefusal.values()) {
                        Counter.builder(meter.meter).description(meter.description).tags("kind", kind.name())
                                .register(registry);
                    }
                }
                case ACTIVITIES -> {
                    for (Joint.State state : Joint.State.values()) {
                        Counter.builder(meter.meter).description(meter.description).tags("state", state.name())
                                .register(registry);
                    }
                }
                case CASES_DISPATCHED, ITEMS_DISPATCHED, ITEMS_RELEASED, ITEMS_BLOCKED, ITEMS_CANCELLED,
                        ITEMS_REASSIGNED, DUPLICATES, GAPS ->
                    Counter.builder(meter.meter).description(meter.description).register(registry);
            }
        }
    }
}
