package org.lianban.department.query;

import java.util.List;
import org.lianban.command.Actor;
import org.lianban.department.store.DeliveryRepository.Handed;
import org.lianban.kit.access.AccessLog;
import reactor.core.publisher.Mono;

/** 访问日志 of packs that are handed out: one entry per call, durable before anything leaves. */
public record PackAccess(AccessLog log) {
    private static final List<String> PACK = List.of("applicant", "agent", "form", "materials");

    /** A call that hands out no pack is not recorded. */
    public Mono<Void> handedOut(Actor who, String purpose, List<Handed> deliveries) {
        List<String> cases = deliveries.stream().filter(h -> h.pack() != null).map(Handed::caseNo).distinct().toList();
        return cases.isEmpty() ? Mono.empty() : log.record(who, cases, purpose, PACK);
    }

    public Mono<Void> looked(Actor who, String caseNo, String purpose) {
        return log.record(who, caseNo, purpose, PACK);
    }
}
