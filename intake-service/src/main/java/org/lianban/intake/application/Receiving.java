package org.lianban.intake.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 收件 as it is done.
 *
 * @param clerk account; null: no clerk, as for an application of the province
 * @param reviews what the clerk found
 * @param acceptedOnReceipt 收件即受理: chosen items that the window accepts in the departments' name
 */
public record Receiving(@Nullable String clerk, @Nullable String window, List<Review> reviews,
        List<String> acceptedOnReceipt) {
    /** Received without a clerk. */
    public static final Receiving UNTOUCHED = new Receiving(null, null, List.of(), List.of());

    public Receiving {
        reviews = List.copyOf(reviews);
        acceptedOnReceipt = List.copyOf(acceptedOnReceipt);
    }
}
