package org.lianban.intake.commands.handler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.Channel;

/** The meters of intake, named once. */
public final class IntakeMeters {
    /** Tags {@code channel} and {@code verdict}. */
    static final String APPLICATIONS = "lianban.intake.applications";
    /** Tag {@code code}: what applicants get wrong. */
    static final String FAULTS = "lianban.intake.faults";
    /** Tags {@code order} and {@code verdict}: commands on applications that were filed before, and all others. */
    static final String COMMANDS = "lianban.intake.commands";
    /** Tag {@code state}: applications that wait at intake. */
    public static final String CASES = "lianban.intake.cases";
    static final String BATCH = "lianban.intake.batch";
    static final String SETTLED = "lianban.intake.settled";

    /** How a request ended; {@code REPEATED}: answered before. */
    public enum Result {
        ACCEPTED, REFUSED, REPEATED
    }

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Counter settled;

    public IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
        this.batch = DistributionSummary.builder(BATCH).description("Requests per transaction")
                .publishPercentiles(0.5, 0.99).register(registry);
        this.settled = Counter.builder(SETTLED).description("Cases marked settled").register(registry);
        for (Channel channel : Channel.values()) {
            for (Result result : Result.values()) {
                applications(channel.name(), result);
            }
        }
    }

    private Counter applications(String channel, Result result) {
        return Counter.builder(APPLICATIONS).description("Applications handed in, by what became of them")
                .tags("channel", channel, "verdict", result.name()).register(registry);
    }

    public void batch(int requests) {
        batch.record(requests);
    }

    /** Counts a committed answer to an application that was handed in. */
    public void application(@Nullable Channel channel, Outcome<?> outcome) {
        applications(channel == null ? "UNKNOWN" : channel.name(), result(outcome)).increment();
        faults(outcome);
    }

    /** Counts a committed answer to any other command. */
    public void command(String name, Outcome<?> outcome) {
        Counter.builder(COMMANDS).description("Commands after filing, and beside it")
                .tags("order", name, "verdict", result(outcome).name()).register(registry).increment();
        faults(outcome);
    }

    private static Result result(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> done.repeated() ? Result.REPEATED : Result.ACCEPTED;
            case Outcome.Refused<?> refused -> Result.REFUSED;
        };
    }

    private void faults(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            refused.refusal().faults().stream().map(Fault::code).distinct().forEach(code -> Counter.builder(FAULTS)
                    .description("Refused requests that had such a fault").tags("code", code).register(registry)
                    .increment());
        }
    }

    public void settled(long cases) {
        settled.increment(cases);
    }
}
