package org.lianban.result.bundle.stream;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Parking;
import org.lianban.messaging.Refused;
import org.lianban.messaging.sequence.SequenceCheck;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.Join;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.clock.CorrectionRelay;
import org.lianban.result.bundle.handler.CaseUnitOfWorkHandler;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.store.BundleRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One batch: locks the cases it touches, folds the events of each over its bundle, and keeps the result. */
public record CaseEventHandler(BundleRepository store, CaseUnitOfWorkHandler handler, Law law, Parking parking,
        MessagingMeters meters) implements BatchHandler<Incoming<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(CaseEventHandler.class);

    /** What became of a batch. */
    private static final class Outcome {
        private final List<CaseUnitOfWorkHandler.Work> works = new ArrayList<>();
        private final List<Incoming<?>> early = new ArrayList<>();
        private int duplicates;
    }

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        var byCase = new TreeMap<String, List<Incoming<?>>>();
        for (Incoming<?> event : batch) {
            byCase.computeIfAbsent(caseNo(event), no -> new ArrayList<>()).add(event);
        }
        return store.lock(tx, byCase.keySet()).flatMap(stored -> {
            var outcome = new Outcome();
            byCase.forEach((no, events) -> fold(stored.getOrDefault(no, StoredCase.none(no)), events, outcome));
            return handler.carryOut(tx, outcome.works).then(parking.park(tx, outcome.early))
                    .doOnSuccess(done -> count(outcome));
        });
    }

    private void count(Outcome outcome) {
        meters.duplicates(outcome.duplicates);
        meters.gaps(outcome.early.size());
    }

    private void fold(StoredCase stored, List<Incoming<?>> events, Outcome outcome) {
        var unit = new CaseUnitOfWork(stored.bundle());
        String traceparent = null;
        for (Incoming<?> event : inOrderOfTime(events)) {
            switch (SequenceCheck.of(unit.lastSeen(own(event)), event.sequence())) {
                case NEXT -> {
                    apply(unit, event);
                    traceparent = event.traceparent();
                }
                case DUPLICATE -> outcome.duplicates++;
                case GAP -> outcome.early.add(event);
            }
        }
        if (unit.changed()) {
            outcome.works.add(new CaseUnitOfWorkHandler.Work(stored, unit, traceparent));
        }
    }

    private void apply(CaseUnitOfWork unit, Incoming<?> event) {
        if (event.data() instanceof DispatchEvent.ItemsDispatched dispatched && dispatched.tasks().isEmpty()) {
            throw new Refused(
                    "Expected at least one task of " + dispatched.caseNo() + ", but there is none to wait for");
        }
        var strangers = Join.strangers(unit.bundle()).size();
        unit.apply(own(event), event.sequence(), event.actor(), event.time());
        if (event.data() instanceof DepartmentEvent.CorrectionRequested request) {
            unit.publish(CorrectionRelay.asked(request, law.terms(unit.bundle()).orElse(null)));
        }
        if (Join.strangers(unit.bundle()).size() > strangers) {
            LOG.warn("{} ended an item outside the frozen set of {}", event.id(), event.key());
        }
    }

    /**
     * Topics of one batch come in any order; merging them by time shows the province and the history what happened in
     * the order it did. Events of one stream are never exchanged, whatever their clocks say.
     */
    static List<Incoming<?>> inOrderOfTime(List<Incoming<?>> events) {
        if (events.size() == 1) {
            return events;
        }
        Map<String, List<Incoming<?>>> streams = new TreeMap<>();
        for (Incoming<?> event : events) {
            streams.computeIfAbsent(event.source() + "/" + event.subject(), s -> new ArrayList<>()).add(event);
        }
        var merged = new ArrayList<Incoming<?>>(events.size());
        var heads = new ArrayList<>(streams.values().stream().map(java.util.ArrayDeque::new).toList());
        while (merged.size() < events.size()) {
            java.util.@Nullable ArrayDeque<Incoming<?>> first = null;
            for (var head : heads) {
                if (!head.isEmpty() && (first == null || head.element().time().isBefore(first.element().time()))) {
                    first = head;
                }
            }
            if (first == null) {
                throw new IllegalStateException("Streams ended before their events did");
            }
            merged.add(first.remove());
        }
        return merged;
    }

    private static CaseEvent own(Incoming<?> event) {
        if (event.data() instanceof CaseEvent own) {
            return own;
        }
        throw new Refused("Expected an event of a case, but got " + event.type());
    }

    private static String caseNo(Incoming<?> event) {
        var caseNo = own(event).caseNo();
        if (!caseNo.equals(event.key())) {
            throw new Refused("Expected the key " + event.key() + " to be the case number, but that is " + caseNo);
        }
        return caseNo;
    }
}
