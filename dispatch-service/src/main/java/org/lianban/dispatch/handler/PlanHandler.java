package org.lianban.dispatch.handler;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Refusal;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlanUnitOfWork;
import org.lianban.dispatch.store.PlanRepository;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Opens the plans of a batch under lock, and closes them: rows and announcements in the same transaction. */
public record PlanHandler(PlanRepository store, Outbox outbox, InstantSource clock, MeterRegistry registry,
        MessagingMeters messaging) {
    private static final Logger LOG = LoggerFactory.getLogger(PlanHandler.class);

    /** Who and what an announcement follows from. @param since when that happened; null: not measured */
    public record Cause(@Nullable String actor, @Nullable String traceparent, @Nullable Instant since) {}

    public Instant now() {
        return clock.instant();
    }

    public Mono<Map<String, PlanState>> open(Connection tx, Collection<String> caseNos) {
        return store.lock(tx, caseNos);
    }

    /** @param causes by the index that the folds were given */
    public Mono<Void> close(Connection tx, Collection<PlanUnitOfWork.Folded> folds, List<Cause> causes) {
        Instant now = clock.instant();
        List<Outgoing> events = new ArrayList<>();
        for (PlanUnitOfWork.Folded folded : folds) {
            for (PlanUnitOfWork.Announced announced : folded.announced()) {
                Cause cause = causes.get(announced.cause());
                String caseNo = announced.event().caseNo();
                events.add(new Outgoing(Topics.DISPATCH, caseNo, caseNo, announced.sequence(), now, cause.actor(),
                        cause.traceparent(), announced.event()));
            }
        }
        return store.save(tx, folds).then(Mono.defer(() -> outbox.append(tx, events)))
                .then(Mono.fromRunnable(() -> folds.forEach(folded -> measure(folded, causes))));
    }

    private void measure(PlanUnitOfWork.Folded folded, List<Cause> causes) {
        int gaps = folded.early().size();
        messaging.duplicates(folded.duplicates());
        messaging.gaps(gaps);
        Meters.DUPLICATES.add(registry, folded.duplicates());
        Meters.GAPS.add(registry, gaps);
        for (Refusal refusal : folded.refusals()) {
            LOG.info("{} changed nothing: {}", folded.state().caseNo(), refusal.code());
            Meters.REJECTIONS.add(registry, 1, "kind", refusal.code());
        }
        for (PlanUnitOfWork.Announced announced : folded.announced()) {
            measure(announced.event(), causes.get(announced.cause()).since());
        }
    }

    private void measure(DispatchEvent event, @Nullable Instant since) {
        switch (event) {
            case DispatchEvent.ItemsDispatched dispatched -> {
                Meters.CASES_DISPATCHED.add(registry, 1);
                Meters.ITEMS_DISPATCHED.add(registry, dispatched.tasks().size());
                took(Meters.FAN_OUT, since);
            }
            case DispatchEvent.ItemsReleased released -> {
                Meters.ITEMS_RELEASED.add(registry, released.releases().size());
                took(Meters.RELEASE, since);
            }
            case DispatchEvent.ItemsBlocked blocked -> Meters.ITEMS_BLOCKED.add(registry,
                    (int) blocked.blocks().stream().map(DispatchEvent.Block::itemNo).distinct().count());
            case DispatchEvent.ItemsCancelled cancelled ->
                Meters.ITEMS_CANCELLED.add(registry, cancelled.items().size());
            case DispatchEvent.ItemReassigned reassigned -> Meters.ITEMS_REASSIGNED.add(registry, 1);
            case DispatchEvent.MaterialsOverdue overdue -> Meters.ITEMS_BLOCKED.add(registry,
                    (int) overdue.overdue().stream().map(DispatchEvent.Overdue::itemNo).distinct().count());
            case DispatchEvent.JointActivityScheduled scheduled -> Meters.ACTIVITIES.add(registry, 1, "state",
                    "SCHEDULED");
            case DispatchEvent.JointActivityConcluded concluded -> Meters.ACTIVITIES.add(registry, 1, "state",
                    "CONCLUDED");
            case DispatchEvent.JointActivityCancelled cancelled -> Meters.ACTIVITIES.add(registry, 1, "state",
                    "CANCELLED");
        }
    }

    private void took(Meters meter, @Nullable Instant since) {
        if (since != null) {
            meter.took(registry, Duration.between(since, clock.instant()));
        }
    }
}
