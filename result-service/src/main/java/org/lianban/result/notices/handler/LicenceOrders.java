package org.lianban.result.notices.handler;

import java.util.Optional;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.Ordering;
import reactor.core.publisher.Mono;

/** 制证申请 as the case and its version say when an order is carried out. */
public record LicenceOrders(CaseQueries cases, Law law, Ordering ordering) {
    /** @return nothing for an item that yields no licence */
    Mono<Optional<Licence.Order>> of(Licence.Stored order) {
        return cases.one(order.caseNo())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("There is no case " + order.caseNo())))
                .map(stored -> ordering.of(stored.bundle(), law.terms(stored.bundle()).orElseThrow(
                        () -> new IllegalStateException("The version of " + order.caseNo() + " has not arrived")),
                        order.itemNo(), order.serial(), order.decidedAt(), order.decisionNo()));
    }
}
