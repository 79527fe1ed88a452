package org.lianban.result.notices.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.notices.licence.Ordering;
import org.lianban.result.notices.store.LicenceRepository;
import org.lianban.result.notices.store.LicenceRepository.Wanted;
import reactor.core.publisher.Mono;

/** 制证: an approval of an item that yields a licence orders it, in the transaction that records the approval. */
public record LicenceProjection(LicenceRepository repository) implements CaseProjection {
    @Override
    public Mono<Void> project(Connection tx, List<CaseChange> cases, Instant now) {
        var wanted = new ArrayList<Wanted>();
        for (CaseChange change : cases) {
            for (CaseChange.RecordedEvent recorded : change.events()) {
                if (recorded.event() instanceof DepartmentEvent.ItemDecided e && e.outcome() == Outcome.APPROVED
                        && !change.after().isTest() && Ordering.yields(change.terms(), e.itemNo())) {
                    wanted.add(new Wanted(e.caseNo(), e.itemNo(), e.at(), e.decisionNo()));
                }
            }
        }
        return repository.order(tx, wanted, now);
    }
}
