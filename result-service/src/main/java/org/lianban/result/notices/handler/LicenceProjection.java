package org.lianban.result.notices.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.store.LicenceRepository;
import reactor.core.publisher.Mono;

/** 制证: an approval of an item that yields a licence orders it, in the transaction that records the approval. */
public record LicenceProjection(LicenceRepository repository) implements CaseProjection {
    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        return repository.order(tx, cases.stream().filter(change -> !change.after().isTest())
                .flatMap(change -> change.events(DepartmentEvent.ItemDecided.class)
                        .filter(e -> e.outcome() == Outcome.APPROVED && Ordering.yields(change.terms(), e.itemNo())))
                .map(e -> new LicenceRepository.Wanted(e.caseNo(), e.itemNo(), e.at(), e.decisionNo())).toList(), now);
    }
}
