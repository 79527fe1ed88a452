package org.lianban.intake.application.stream;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.command.Actor;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.contracts.event.ResultEvent.CorrectionAsked;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.intake.application.ApplicationCommand;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.application.Held;
import org.lianban.intake.application.handler.IntakeCommand;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Hears what concerns intake: cases that settled are marked with one statement per batch; terms that ran out and
 * corrections that departments asked for are commands, in the same transaction. The state of the application itself tells
 * a repetition, so no sequence is kept; the other events of the topic are passed over.
 */
public record ResultHandler(ApplicationRepository applications, IntakeCommands commands, IntakeMeters meters,
        MessagingMeters messaging) implements BatchHandler<Incoming<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(ResultHandler.class);
    private static final Actor RESULT = Actor.system("result");

    @Override
    public Mono<Void> handle(Connection tx, List<Incoming<?>> batch) {
        Map<String, CaseSettled> settled = new LinkedHashMap<>();
        List<Keyed<Request>> asked = new ArrayList<>();
        for (Incoming<?> event : batch) {
            if (event.data() instanceof CaseSettled s) {
                settled.putIfAbsent(s.caseNo(), s);
            } else {
                command(event.data()).ifPresent(c -> asked.add(
                        new Keyed<>(new Request(c, RESULT, event.traceparent()), null, "")));
            }
        }
        return commands.handle(tx, asked).doOnNext(outcomes -> warn(asked, outcomes))
                .then(Mono.defer(() -> settle(tx, settled)));
    }

    static Optional<IntakeCommand> command(Object event) {
        if (event instanceof CorrectionAsked asked) {
            return Optional.of(new IntakeCommand.Plain(asked.caseNo(),
                    new ApplicationCommand.AskCorrection(new Held.Wish(asked.itemNo(),
                            asked.noticeNo(), asked.defects(), asked.dueAt(), asked.at(), null))));
        }
        return event instanceof TimerBreached breached ? breached(breached) : Optional.empty();
    }

    /** The terms that intake decides about; a department's own correction is the department's. */
    private static Optional<IntakeCommand> breached(TimerBreached breached) {
        String detail = breached.detail();
        if (detail == null || breached.itemNo() != null) {
            return Optional.empty();
        }
        if (breached.timer() == Timer.TOLERANCE) {
            return Optional.of(new IntakeCommand.Plain(breached.caseNo(), new ApplicationCommand.Expire(detail)));
        }
        return breached.timer() == Timer.CORRECTION && detail.matches("[0-9]{1,6}")
                ? Optional.of(new IntakeCommand.Plain(breached.caseNo(),
                        new ApplicationCommand.Lapse(Integer.parseInt(detail))))
                : Optional.empty();
    }

    private static void warn(List<Keyed<Request>> asked, List<Outcome<CaseAnswer>> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused<CaseAnswer> refused) {
                LOG.warn("{} came for nothing: {}", asked.get(i).command().command(), refused.refusal().code());
            }
        }
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
