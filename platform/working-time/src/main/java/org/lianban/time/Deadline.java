package org.lianban.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 期限: what a {@link Ledger} comes to. It is derived and may change whenever the ledger or the calendar does.
 *
 * @param due the clock is breached from this instant on; null while paused, since it is not known
 * @param lastDay the day {@code due} belongs to: with a day that ends at 24:00, the one before the due instant's date
 * @param amber when a warning is in order; never after {@code due}, null while paused
 * @param remaining not yet charged at the asked instant, never negative: whole working days after today, or minutes,
 *     a begun one counted whole
 * @param doubt in Chinese, why the answer is provisional; null when it is not
 */
public record Deadline(State state, @Nullable Instant due, @Nullable LocalDate lastDay, @Nullable Instant amber,
        Budget remaining, @Nullable String doubt) {
    public enum State {
        /** 计时中, also when overdue. */
        RUNNING,
        /** 已暂停. */
        PAUSED,
        /** 已停止; due tells what had to be met. */
        STOPPED
    }

    /** Whether days were counted whose arrangement is not published or not loaded. */
    public boolean provisional() {
        return doubt != null;
    }

    /** Whether the budget is used up at the given instant; the due instant itself is too late. */
    public boolean breachedAt(Instant instant) {
        return due != null && !instant.isBefore(due);
    }
}
