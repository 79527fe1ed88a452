package org.lianban.scenarios.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;

/** 办件总览 as result-service shows it, as far as the tour needs it. */
public record CaseView(String caseNo, long version, @Nullable String regionName, @Nullable String receiptNo,
        CaseState state, String stateText, @Nullable CaseOutcome outcome, @Nullable String outcomeText,
        List<Item> items) {

    public record Item(String itemNo, String name, ItemState state, String stateText, Department department,
            @Nullable Instant since, @Nullable String why, boolean deemed, @Nullable Instant acceptedAt) {
        public boolean ended() {
            return state.isFinal();
        }
    }

    public record Department(String id, String name) {}

    public boolean ended() {
        return switch (state) {
            case SETTLED, WITHDRAWN, LAPSED, DELIVERING, DELIVERED, ARCHIVED -> true;
            case SUBMITTED, CORRECTION_NOTIFIED, RECEIVED, DISPATCHED, IN_PROGRESS -> false;
        };
    }

    public long endedItems() {
        return items.stream().filter(Item::ended).count();
    }

    /** Item numbers that wait for the lead's decision. */
    public List<String> blocked() {
        return items.stream().filter(item -> item.state() == ItemState.BLOCKED).map(Item::itemNo).toList();
    }

    /** @throws IllegalStateException when the case has no such item */
    public Item item(String no) {
        return items.stream().filter(item -> item.itemNo().equals(no)).findFirst()
                .orElseThrow(() -> new IllegalStateException(caseNo + " has no item " + no));
    }
}
