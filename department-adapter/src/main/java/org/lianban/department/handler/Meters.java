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
    private record Name(String meter, String description) {}

    private static final Name QUEUE = new Name("lianban.department.queue", "Deliveries that wait to be handed out");
    private static final Name UNCONFIRMED = new Name("lianban.department.unconfirmed",
            "Deliveries without an answer yet, handed out or not");
    private static final Name GIVEN_UP = new Name("lianban.department.given.up",
            "Deliveries only the manual desk has");
    private static final Name OLDEST = new Name("lianban.department.queue.oldest.seconds",
            "Age of the oldest delivery that waits");
    private static final Name BREAKER = new Name("lianban.department.breaker",
            "Circuit breaker: 0 closed, 1 half open, 2 open");
    private static final Name REPLY_TIME = new Name("lianban.department.reply.time",
            "From dispatch to the first reply");
    private static final Name REPLIES = new Name("lianban.department.replies", "Replies by how they were answered");
    private static final Name PUSHES = new Name("lianban.department.pushes", "Push calls by result");
    private static final Name REFUSED = new Name("lianban.department.commands.refused",
            "Commands of dispatch and result that came too late");
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final int maxDepartments;
    private final Set<String> tagged = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    public Meters(MeterRegistry registry, int maxDepartments) {
        this.registry = registry;
        this.maxDepartments = maxDepartments;
    }

    void reply(String department, ReplyAnswer.Status status) {
        count(REPLIES, department, "status", status.name());
    }

    void firstReply(String department, Duration sinceDispatch) {
        Timer.builder(REPLY_TIME.meter).description(REPLY_TIME.description).tags("department", tag(department))
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10),
                        Duration.ofHours(1), Duration.ofHours(8), Duration.ofDays(1), Duration.ofDays(3),
                        Duration.ofDays(7), Duration.ofDays(30))
                .register(registry).record(sinceDispatch.isNegative() ? Duration.ZERO : sinceDispatch);
    }

    public void pushed(String department, boolean taken) {
        count(PUSHES, department, "result", taken ? "taken" : "failed");
    }

    public void refused(Refusal why) {
        Counter.builder(REFUSED.meter).description(REFUSED.description).tags("reason", why.code()).register(registry)
                .increment();
    }

    public void breaker(String department, int state) {
        gauge(BREAKER, tag(department)).set(state);
    }

    /** A department whose queue is empty is not among the rows. */
    public void queues(List<Queue> queues) {
        gauges.forEach((key, value) -> {
            if (!key.startsWith(BREAKER.meter)) {
                value.set(0);
            }
        });
        for (Queue queue : queues) {
            String tag = tag(queue.department());
            gauge(QUEUE, tag).addAndGet(queue.waiting());
            gauge(UNCONFIRMED, tag).addAndGet(queue.unconfirmed());
            gauge(GIVEN_UP, tag).addAndGet(queue.givenUp());
            Double oldest = queue.oldestSeconds();
            if (oldest != null) {
                gauge(OLDEST, tag).accumulateAndGet(Math.round(oldest), Math::max);
            }
        }
    }

    private AtomicLong gauge(Name name, String tag) {
        return gauges.computeIfAbsent(name.meter + "/" + tag, k -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder(name.meter, value, AtomicLong::get).description(name.description)
                    .tags(Tags.of("department", tag)).register(registry);
            return value;
        });
    }

    private void count(Name name, String department, String key, String value) {
        Counter.builder(name.meter).description(name.description).tags("department", tag(department), key, value)
                .register(registry).increment();
    }

    private String tag(String department) {
        if (tagged.contains(department)) {
            return department;
        }
        return tagged.size() < maxDepartments && tagged.add(department) ? department : OTHER;
    }
}
