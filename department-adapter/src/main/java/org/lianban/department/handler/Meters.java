package org.lianban.department.handler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lianban.command.Refusal;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.department.store.DeliveryRepository.Queue;

/** The meters of this service, by department up to a number of departments; the others share one tag. */
public final class Meters {
    /** Every meter, once. */
    public enum Name {
        QUEUE("lianban.department.queue", "Deliveries that wait to be handed out"),
        UNCONFIRMED(
                "lianban.department.unconfirmed",
                "Deliveries without an answer yet, handed out or not"),
        GIVEN_UP("lianban.department.given.up",
                "Deliveries only the manual desk has"),
        OLDEST("lianban.department.queue.oldest.seconds",
                "Age of the oldest delivery that waits"),
        BREAKER("lianban.department.breaker",
                "Circuit breaker: 0 closed, 1 half open, 2 open"),
        REPLY_TIME(
                "lianban.department.reply.time",
                "From dispatch to the first reply"),
        REPLIES(
                "lianban.department.replies",
                "Replies by how they were answered"),
        PUSHES("lianban.department.pushes", "Push calls by result"),
        REFUSED("lianban.department.commands.refused", "Commands of dispatch and result that came too late");

        private final String meter;
        private final String description;

        Name(String meter, String description) {
            this.meter = meter;
            this.description = description;
        }
    }

    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final int maxDepartments;
    private final Set<String> tagged = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry, int maxDepartments) {
        this.registry = registry;
        this.maxDepartments = maxDepartments;
    }

    void reply(String department, ReplyAnswer.Status status) {
        count(Name.REPLIES, department, "status", status.name());
    }

    void firstReply(String department, Duration sinceDispatch) {
        String tag = tag(department);
        timers.computeIfAbsent(tag, t -> Timer.builder(Name.REPLY_TIME.meter).description(Name.REPLY_TIME.description)
                .tags("department", t)
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10),
                        Duration.ofHours(1), Duration.ofHours(8), Duration.ofDays(1), Duration.ofDays(3),
                        Duration.ofDays(7), Duration.ofDays(30))
                .register(registry)).record(sinceDispatch.isNegative() ? Duration.ZERO : sinceDispatch);
    }

    public void pushed(String department, boolean taken) {
        count(Name.PUSHES, department, "result", taken ? "taken" : "failed");
    }

    public void refused(Refusal why) {
        counters.computeIfAbsent("refused/" + why.code(), k -> Counter.builder(Name.REFUSED.meter)
                .description(Name.REFUSED.description).tags("reason", why.code()).register(registry)).increment();
    }

    public void breaker(String department, int state) {
        gauge(Name.BREAKER, tag(department)).set(state);
    }

    /** A department whose queue is empty is not among the rows. */
    public void queues(List<Queue> queues) {
        gauges.forEach((key, value) -> {
            if (!key.startsWith(Name.BREAKER.name())) {
                value.set(0);
            }
        });
        for (Queue queue : queues) {
            String tag = tag(queue.department());
            gauge(Name.QUEUE, tag).addAndGet(queue.waiting());
            gauge(Name.UNCONFIRMED, tag).addAndGet(queue.unconfirmed());
            gauge(Name.GIVEN_UP, tag).addAndGet(queue.givenUp());
            Double oldest = queue.oldestSeconds();
            if (oldest != null) {
                gauge(Name.OLDEST, tag).accumulateAndGet(Math.round(oldest), Math::max);
            }
        }
    }

    private AtomicLong gauge(Name name, String tag) {
        return gauges.computeIfAbsent(name + "/" + tag, k -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder(name.meter, value, AtomicLong::get).description(name.description)
                    .tags(Tags.of("department", tag)).register(registry);
            return value;
        });
    }

    private void count(Name name, String department, String key, String value) {
        String tag = tag(department);
        counters.computeIfAbsent(name + "/" + tag + "/" + value, k -> Counter.builder(name.meter)
                .description(name.description).tags("department", tag, key, value).register(registry)).increment();
    }

    private String tag(String department) {
        if (tagged.contains(department)) {
            return department;
        }
        return tagged.size() < maxDepartments && tagged.add(department) ? department : OTHER;
    }
}
