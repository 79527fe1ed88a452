package org.lianban.dispatch.handler;

import java.util.List;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.Joint;

/** What a lead department is answered once its command took effect, now or the first time. */
public sealed interface LeadAnswer {

    /**
     * An item as it stands now.
     *
     * @param department who handles the item
     * @param waitsFor prerequisites still open, by item number
     */
    record Decided(String caseNo, String itemNo, ItemStage stage, String department, int epoch, List<String> waitsFor)
            implements
            LeadAnswer {}

    /** A joint activity as it stands now. */
    record Arranged(String caseNo, Joint joint) implements LeadAnswer {}
}
