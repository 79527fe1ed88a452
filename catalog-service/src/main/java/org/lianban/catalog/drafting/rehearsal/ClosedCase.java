package org.lianban.catalog.drafting.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 已办结办件, without personal data.
 *
 * @param catalogHash the version it was handled under
 * @param answers 情形 by question
 */
public record ClosedCase(String caseNo, String catalogHash, Instant receivedAt, Map<String, String> answers,
        List<ClosedItem> items) {

    /** @param outcome as the department decided */
    public record ClosedItem(String itemNo, String department, @Nullable Instant acceptedAt,
            @Nullable Instant decidedAt, @Nullable String outcome) {}

    /** @param next value of {@code page} for the next one; null on the last */
    public record Page(List<ClosedCase> cases, @Nullable String next) {}
}
