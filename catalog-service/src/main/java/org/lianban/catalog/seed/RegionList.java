package org.lianban.catalog.seed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;

/** 清单: the list of one region, field by field as it was published. */
record RegionList(String region, OneThing.Source source, List<ListedOneThing> oneThings) {

    /**
     * @param number place in the list
     * @param leadDepartment 牵头部门 as printed; null where the source names none
     */
    record ListedOneThing(String code, int number, String name, OneThing.Subject subject, @Nullable String stage,
            @Nullable String batch, @Nullable String leadDepartment, List<String> coLeads,
            @Nullable String plannedCompletion, @Nullable String uncertain, List<ListedItem> items) {}

    /** @param departments as printed, the first is primary */
    record ListedItem(int number, String name, List<String> departments, OneThing.Level level,
            @Nullable String remark, @Nullable String sourceText, @Nullable String uncertain) {

        String no() {
            return "%02d".formatted(number);
        }
    }
}
