package org.lianban.catalog.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;

/**
 * 整体期限: the limit of the whole is the longest way through the items, never their sum. With 容缺预审 an item is
 * reviewed while it waits, so it ends at the later of its own limit and half a working day after its last
 * prerequisite (即时作出审批决定, 新政文〔2024〕62号 附件3 四(二)4).
 *
 * @param workingDays whole working days of the slowest choice of items, rounded up; null where no item has a limit
 * @param unknownItems numbers of items without such a limit: the whole can take longer than said
 */
public record CriticalPath(@Nullable Integer workingDays, List<String> unknownItems) {
    private static final int HALF_DAYS = 2;
    private static final int RELEASE_HALF_DAYS = 1;

    /** @param limit the limit to follow, promised or statutory */
    public static CriticalPath of(OneThing oneThing, Function<Item, @Nullable Term> limit) {
        Map<String, Item> items = oneThing.items().stream().collect(Collectors.toMap(Item::no, i -> i));
        Map<String, Integer> finish = new HashMap<>();
        int longest = items.keySet().stream().mapToInt(no -> finish(no, items, limit, finish)).max().orElse(0);
        List<String> unknown = oneThing.items().stream().filter(i -> days(limit.apply(i)) == null).map(Item::no)
                .toList();
        boolean nothingKnown = unknown.size() == items.size();
        return new CriticalPath(nothingKnown ? null : Math.ceilDiv(longest, HALF_DAYS), unknown);
    }

    /** Ends because published prerequisites are acyclic. */
    private static int finish(String no, Map<String, Item> items, Function<Item, @Nullable Term> limit,
            Map<String, Integer> finish) {
        Integer known = finish.get(no);
        if (known != null) {
            return known;
        }
        Item item = items.get(no);
        if (item == null) {
            return 0;
        }
        Integer own = days(limit.apply(item));
        int result = own == null ? 0 : own * HALF_DAYS;
        for (String prerequisite : item.hard()) {
            result = Math.max(result, finish(prerequisite, items, limit, finish) + RELEASE_HALF_DAYS);
        }
        finish.put(no, result);
        return result;
    }

    /** Service minutes are less than a working day and do not add to it. */
    private static @Nullable Integer days(@Nullable Term term) {
        if (term == null) {
            return null;
        }
        return switch (term.unit()) {
            case WORKING_DAYS -> term.amount();
            case SERVICE_MINUTES -> 1;
        };
    }
}
