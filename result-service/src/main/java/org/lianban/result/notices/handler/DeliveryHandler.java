package org.lianban.result.notices.handler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.notices.delivery.CertificateWindows;
import org.lianban.result.notices.delivery.DeliveryDecider;
import org.lianban.result.notices.delivery.Handout;
import reactor.core.publisher.Mono;

/** 出件: commands on the results of one case. */
public record DeliveryHandler(CaseCommands commands, CertificateWindows windows) {
    /** @return what was published; empty when it had been done before */
    public Mono<Outcome<List<ResultEvent>>> submit(String caseNo, Actor actor, @Nullable String traceparent,
            DeliveryDecider.Command command) {
        return commands.submit(caseNo, actor, traceparent, at -> decide(caseNo, actor, at, command));
    }

    private Decision<ResultEvent> decide(String caseNo, Actor actor, CaseCommands.CaseContext at,
            DeliveryDecider.Command command) {
        var filing = at.bundle().filing();
        var region = filing == null ? "" : filing.region();
        var faults = switch (command) {
            case DeliveryDecider.Command.Choose choose -> List.<Fault>of();
            case DeliveryDecider.Command.Receive receive -> windows.faults(region, receive.window(), actor.id());
            case DeliveryDecider.Command.Complete complete -> windows.faults(region, actor.window(), actor.id());
        };
        return faults.isEmpty()
                ? DeliveryDecider.decide(caseNo, Handout.of(at.bundle()), command, at.now())
                : Decision.refused(Refusal.forbidden(faults));
    }
}
