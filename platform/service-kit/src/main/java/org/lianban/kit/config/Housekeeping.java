package org.lianban.kit.config;

import static org.lianban.persistence.Columns.bigint;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lianban.messaging.Failures;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Parking;
import org.lianban.persistence.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The small regular jobs of the platform: parked events are offered again, gauges are sampled. One thread. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration QUERY_LIMIT = Duration.ofSeconds(10);

    private final Database database;
    private final Parking parking;
    private final MessagingMeters meters;
    private final ConsumerLag lag;
    private final ScheduledExecutorService jobs = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    Housekeeping(Database database, Parking parking, MessagingMeters meters, ConsumerLag lag) {
        this.database = database;
        this.parking = parking;
        this.meters = meters;
        this.lag = lag;
    }

    void start(String group) {
        jobs.scheduleWithFixedDelay(() -> quietly("offer parked events", parking::offerAgain), 1, 1, TimeUnit.SECONDS);
        jobs.scheduleWithFixedDelay(() -> quietly("sample the outbox", this::sample), 1, 5, TimeUnit.SECONDS);
        jobs.scheduleWithFixedDelay(() -> quietly("sample consumer lag", () -> lag.sample(group)), 2, 10,
                TimeUnit.SECONDS);
    }

    private interface Job {
        Object run() throws Exception;
    }

    /** A failure is logged and the job comes round again; nothing here is the only chance of anything. */
    private static void quietly(String what, Job job) {
        try {
            job.run();
        } catch (Exception failure) {
            LOG.warn("Could not {}: {}", what, Failures.reason(failure));
        }
    }

    private Object sample() {
        return database.withConnection(c -> Database.query(c,
                """
                        select count(*) as rows,
                            coalesce(extract(epoch from clock_timestamp() - min(appended_at)) * 1000, 0)::bigint as age,
                            (select count(*) from quarantine where closed_at is null) as open,
                            (select count(*) from parked) as parked
                        from outbox
                        """,
                row -> {
                    meters.sample(bigint(row, "rows"), bigint(row, "age"), bigint(row, "open"), bigint(row, "parked"));
                    return meters;
                })).blockOptional(QUERY_LIMIT).orElseThrow();
    }

    @Override
    public void close() {
        jobs.shutdownNow();
    }
}
