package org.lianban.result.records.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.result.bundle.Bundle;

/** 已办结办件, without any personal data: what a draft of the catalogue is rehearsed over. */
public record ClosedCase(String caseNo, String catalogHash, @Nullable Instant receivedAt, Map<String, String> answers,
        List<Item> items) {

    /** @param acceptedAt when its clocks began; null: it was never accepted */
    public record Item(String itemNo, String department, @Nullable Instant acceptedAt, @Nullable Instant decidedAt,
            @Nullable Outcome outcome) {}

    public static ClosedCase of(Bundle bundle, Map<String, String> answers) {
        var items = new ArrayList<Item>();
        for (String no : bundle.expected()) {
            var item = bundle.item(no);
            var acceptance = item.handling().acceptance();
            var task = item.task();
            items.add(new Item(no, task == null ? "" : task.department(),
                    acceptance == null ? null : acceptance.effectiveAt(),
                    item.end() == null ? null : item.end().at(), item.end() == null ? null : item.end().outcome()));
        }
        var filing = bundle.filing();
        return new ClosedCase(bundle.caseNo(), filing == null ? "" : filing.hash(), bundle.receivedAt().orElse(null),
                answers, items);
    }
}
