package org.lianban.result.issue;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.result.follow.Followed;
import org.lianban.result.follow.Follower;
import org.lianban.result.follow.Heard;
import org.lianban.result.licence.Ordering;
import org.lianban.result.store.LicenceStore.Wanted;
import org.lianban.result.store.LicenceStore;
import reactor.core.publisher.Mono;

/** 制证: an approval of an item that yields a licence orders it, in the transaction that records the approval. */
public final class LicenceFollower implements Follower {
    private final LicenceStore store;

    public LicenceFollower(LicenceStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> follow(Connection tx, List<Followed> cases, Instant now) {
        var wanted = new ArrayList<Wanted>();
        for (Followed followed : cases) {
            for (Heard heard : followed.heard()) {
                if (heard.event() instanceof DepartmentEvent.ItemDecided e && e.outcome() == Outcome.APPROVED
                        && !followed.after().isTest() && Ordering.yields(followed.terms(), e.itemNo())) {
                    wanted.add(new Wanted(e.caseNo(), e.itemNo(), e.at(), e.decisionNo()));
                }
            }
        }
        return store.order(tx, wanted, now);
    }
}
