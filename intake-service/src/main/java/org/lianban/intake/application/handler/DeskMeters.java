package org.lianban.intake.application.handler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.lianban.command.Fault;
import org.lianban.contracts.Channel;
import org.lianban.intake.application.Status;

/** The meters of intake, named once. */
public final class DeskMeters {
    /** Tags {@code channel} and {@code verdict}. */
    static final String APPLICATIONS = "lianban.intake.applications";
    /** Tag {@code code}: what applicants get wrong. */
    static final String FAULTS = "lianban.intake.faults";
    /** Tags {@code order} and {@code verdict}: commands on applications that were filed before, and uploads. */
    static final String COMMANDS = "lianban.intake.commands";
    /** Tag {@code state}: applications that wait at intake. */
    static final String CASES = "lianban.intake.cases";
    static final String BATCH = "lianban.intake.batch";
    static final String SETTLED = "lianban.intake.settled";

    /** How a request ended; {@code REPEATED}: answered before. */
    public enum Result {
        ACCEPTED, REFUSED, REPEATED
    }

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Counter settled;
    private final Map<Status, AtomicLong> waiting = new EnumMap<>(Status.class);

    public DeskMeters(MeterRegistry registry) {
        this.registry = registry;
        this.batch = DistributionSummary.builder(BATCH).description("Requests per transaction")
                .publishPercentiles(0.5, 0.99).register(registry);
        this.settled = Counter.builder(SETTLED).description("Cases marked settled").register(registry);
        for (Channel channel : Channel.values()) {
            for (Result result : Result.values()) {
                applications(channel.name(), result);
            }
        }
        for (Status status : new Status[]{Status.SUBMITTED, Status.CORRECTION_NOTIFIED}) {
            waiting.put(status, registry.gauge(CASES, io.micrometer.core.instrument.Tags.of("state", status.name()),
                    new AtomicLong()));
        }
    }

    private Counter applications(String channel, Result result) {
        return Counter.builder(APPLICATIONS).description("Applications handed in, by what became of them")
                .tags("channel", channel, "verdict", result.name()).register(registry);
    }

    void batch(int requests) {
        batch.record(requests);
    }

    /** Counts a committed answer. */
    public void count(Request request, Answer answer) {
        Result result = switch (answer) {
            case Answer.Done done -> done.repeated() ? Result.REPEATED : Result.ACCEPTED;
            case Answer.Faulty faulty -> Result.REFUSED;
            case Answer.Refused refused -> Result.REFUSED;
            case Answer.KeyReused reused -> Result.REFUSED;
        };
        if (request.order() instanceof Order.File file) {
            Channel channel = file.filing().channel();
            applications(channel == null ? "UNKNOWN" : channel.name(), result).increment();
        } else {
            Counter.builder(COMMANDS).description("Commands after filing, and uploads")
                    .tags("order", name(request.order()), "verdict", result.name())
                    .register(registry).increment();
        }
        if (answer instanceof Answer.Faulty(var faults)) {
            faults.stream().map(Fault::code).distinct().forEach(code -> Counter.builder(FAULTS)
                    .description("Refused requests that had such a fault").tags("code", code).register(registry)
                    .increment());
        }
    }

    private static String name(Order order) {
        return order instanceof Order.Aside aside ? aside.work().name() : order.getClass().getSimpleName();
    }

    public void settled(long cases) {
        settled.increment(cases);
    }

    /** Sampled from the database every few seconds. */
    public void waiting(Map<String, Long> byState) {
        waiting.forEach((status, value) -> value.set(byState.getOrDefault(status.name(), 0L)));
    }
}
