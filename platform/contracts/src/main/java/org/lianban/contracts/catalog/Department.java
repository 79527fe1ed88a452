package org.lianban.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 部门 or another organisation that handles items: an office of one region.
 *
 * @param id {@code region-office}, for example {@code 410721-gongan}
 * @param names every spelling the region's sources use, the first is shown
 * @param parent id of the department it belongs to by function
 */
public record Department(String id, String region, String office, String label, Kind kind, List<String> names,
        @Nullable String parent, @Nullable String note) {
    /** As it is shown: the first of its names. */
    public String shownName() {
        return names.isEmpty() ? label : names.getFirst();
    }

    public enum Kind {
        /** A public body. */
        AGENCY,
        /** A utility or another firm. */
        COMPANY,
        /** No single office is named, for example 各商业银行. */
        OPEN_GROUP
    }
}
