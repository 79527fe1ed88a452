package org.lianban.intake.application.stream;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.command.Actor;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.contracts.event.ResultEvent.CorrectionAsked;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.intake.application.Wish;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.DeskMeters;
import org.lianban.intake.application.handler.IntakeDesk;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Hears what concerns intake: cases that settled are marked with one statement per batch; terms that ran out and
 * corrections that departments asked for are orders to the desk, in the same transaction. The state of the application
 * itself tells a repetition, so no sequence is kept; the other events of the topic are passed over.
 */
public final class ResultHandler implements BatchHandler<Incoming<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(ResultHandler.class);
    private static final Actor RESULT = Actor.system("result");

    private final ApplicationStore applications;
    private final IntakeDesk desk;
    private final DeskMeters meters;
    private final MessagingMeters messaging;

    public ResultHandler(ApplicationStore applications, IntakeDesk desk, DeskMeters meters,
            MessagingMeters messaging) {
        this.applications = applications;
        this.desk = desk;
        this.meters = meters;
        this.messaging = messaging;
    }

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Map<String, CaseSettled> settled = new LinkedHashMap<>();
        List<Request> orders = new ArrayList<>();
        for (Incoming<?> event : batch) {
            if (event.data() instanceof CaseSettled s) {
                settled.putIfAbsent(s.caseNo(), s);
            } else {
                order(event.data()).ifPresent(
                        o -> orders.add(new Request(o, RESULT, event.traceparent(), null, "")));
            }
        }
        return ordered(tx, orders).then(Mono.defer(() -> settle(tx, settled)));
    }

    static Optional<Order> order(Object event) {
        if (event instanceof CorrectionAsked asked) {
            return Optional.of(new Order.AskCorrection(asked.caseNo(), new Wish(asked.itemNo(), asked.noticeNo(),
                    asked.defects(), asked.dueAt(), asked.at(), null)));
        }
        return event instanceof TimerBreached breached ? breached(breached) : Optional.empty();
    }

    /** The terms that intake decides about; a department's own correction is the department's. */
    private static Optional<Order> breached(TimerBreached breached) {
        String detail = breached.detail();
        if (detail == null || breached.itemNo() != null) {
            return Optional.empty();
        }
        return switch (breached.timer()) {
            case TOLERANCE -> Optional.of(new Order.Expire(breached.caseNo(), detail));
            case CORRECTION -> detail.matches("[0-9]{1,6}")
                    ? Optional.of(new Order.Lapse(breached.caseNo(), Integer.parseInt(detail)))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Mono<Void> ordered(Connection tx, List<Request> orders) {
        return orders.isEmpty() ? Mono.empty() : desk.handle(tx, orders).doOnNext(answers -> {
            for (int i = 0; i < answers.size(); i++) {
                meters.count(orders.get(i), answers.get(i));
                if (answers.get(i) instanceof Answer.Refused(var rejection)) {
                    LOG.warn("{} came for nothing: {}", orders.get(i).order(), rejection.kind());
                }
            }
        }).then();
    }

    private Mono<Void> settle(Connection tx, Map<String, CaseSettled> settled) {
        return settled.isEmpty()
                ? Mono.empty()
                : applications.settle(tx, List.copyOf(settled.values())).doOnNext(rows -> {
                    meters.settled(rows);
                    messaging.duplicates(settled.size() - rows.intValue());
                }).then();
    }
}
