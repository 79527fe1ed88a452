package org.lianban.result.oversight.expiry;

import java.util.Comparator;
import java.util.List;

/**
 * What the lead department decides about expiring licences.
 *
 * @param remindDays so many days before the end the holder is reminded, descending; 行政许可法 50 wants the application 30
 *     days before the end, so the first lies before that
 */
public record ExpiryRules(List<Integer> remindDays) {
    /** 行政许可法 50: the renewal is applied for so many days before the end. */
    public static final int APPLY_DAYS = 30;

    public static final ExpiryRules DEFAULT = new ExpiryRules(List.of(60, 40));

    public ExpiryRules {
        if (remindDays.isEmpty() || remindDays.stream().anyMatch(d -> d < 0 || d > 366)) {
            throw new IllegalArgumentException("Expected days of 0 to 366, but got " + remindDays);
        }
        remindDays = remindDays.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }
}
