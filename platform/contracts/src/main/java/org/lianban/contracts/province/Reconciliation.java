package org.lianban.contracts.province;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 双向对账. A province sends to {@code province.reconciliations.v1} what it holds of one day; we answer on
 * {@code province.record-differences.v1} with every difference.
 *
 * @param day of {@code cd_time}, in the region's time zone
 * @param page from 0; the last page closes the day
 * @param last whether no further page comes
 * @param rows at most 5,000 a page
 */
public record Reconciliation(String region, LocalDate day, int page, boolean last, List<Held> rows) {

    /** @param digest {@code sha256:} of the row as received; null: not compared */
    public record Held(String rowGuid, @Nullable String digest) {}

    /**
     * 差异清单.
     *
     * @param ours rows sent
     * @param theirs rows the province holds
     * @param differences at most 1,000; {@code more} says that there are others
     */
    public record Differences(String region, LocalDate day, Instant at, int ours, int theirs,
            List<Difference> differences, boolean more) {}

    /** @param caseNo null where only the province knows the row */
    public record Difference(Kind kind, String rowGuid, @Nullable String caseNo) {}

    public enum Kind {
        /** 省平台缺失: sent and not held; it is sent again. */
        MISSING_AT_PROVINCE,
        /** 本地缺失: held and never sent. */
        UNKNOWN_HERE,
        /** 内容不一致; it is sent again. */
        DIFFERENT
    }
}
