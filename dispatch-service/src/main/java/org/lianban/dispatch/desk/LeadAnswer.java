package org.lianban.dispatch.desk;

import java.util.List;
import org.lianban.dispatch.plan.ItemStage;
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

    record Refused(Rejection rejection) implements LeadAnswer {}

    /** The idempotency key belongs to another order. */
    record KeyReused(String key) implements LeadAnswer {}
}
