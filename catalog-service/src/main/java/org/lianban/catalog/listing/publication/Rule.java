package org.lianban.catalog.listing.publication;

import java.util.Set;

/** One named policy of publishing. */
interface Rule {
    /** @param departments ids of every department on record */
    void check(Content content, Set<String> departments, Faults faults);
}
