package org.lianban.dispatch.handler;

import java.util.List;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.Joint;
import org.lianban.dispatch.plan.Rejection;

/** How an order was answered. */
public sealed interface LeadAnswer {

    /**
     * It took effect, now or the first time.
     *
     * @param department who handles the item
     * @param waitsFor prerequisites still open, by item number
     */
    record Done(String caseNo, String itemNo, ItemStage stage, String department, int epoch, List<String> waitsFor)
            implements
            LeadAnswer {}

    /** A joint activity as it stands now. */
    record Arranged(String caseNo, Joint joint) implements LeadAnswer {}

    /** @param reasons never empty, all of them */
    record Refused(List<Rejection> reasons) implements LeadAnswer {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        public Rejection rejection() {
            return reasons.getFirst();
        }
    }

    /** The idempotency key belongs to another order. */
    record KeyReused(String key) implements LeadAnswer {}
}
