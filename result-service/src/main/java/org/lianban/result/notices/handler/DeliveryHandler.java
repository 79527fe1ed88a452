package org.lianban.result.notices.handler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.notices.delivery.CertificateWindows;
import org.lianban.result.notices.delivery.DeliveryDecider;
import org.lianban.result.notices.delivery.Handouts;
import org.lianban.result.notices.delivery.Order;
import reactor.core.publisher.Mono;

/** 出件台: commands on the results of one case. */
public final class DeliveryHandler {
    private final CaseCommands commands;
    private final CertificateWindows windows;

    public DeliveryHandler(CaseCommands commands, CertificateWindows windows) {
        this.commands = commands;
        this.windows = windows;
    }

    /** @return what was published; empty when it had been done before */
    public Mono<Outcome<List<ResultEvent>>> submit(String caseNo, Actor actor, @Nullable String traceparent,
            Order order) {
        return commands.submit(caseNo, actor, traceparent, at -> {
            var faults = switch (order) {
                case Order.Choose choose -> List.<org.lianban.command.Fault>of();
                case Order.Receive receive -> windows.faults(region(at.bundle()), receive.window(), actor.id());
                case Order.Complete complete -> windows.faults(region(at.bundle()), actor.window(), actor.id());
            };
            return faults.isEmpty()
                    ? DeliveryDecider.decide(caseNo, Handouts.of(at.bundle()), order, at.now())
                    : Decision.refused(Refusal.forbidden(faults));
        });
    }

    private static String region(Bundle bundle) {
        var filing = bundle.filing();
        return filing == null ? "" : filing.region();
    }
}
