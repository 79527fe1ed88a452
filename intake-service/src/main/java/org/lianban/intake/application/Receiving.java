package org.lianban.intake.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.intake.checking.Review;

/**
 * 收件 as it is done.
 *
 * @param clerk account; null: no clerk, as for an application of the province
 * @param reviews what the clerk found
 * @param acceptedOnReceipt 收件即受理: chosen items that the window accepts in the departments' name
 */
public record Receiving(@Nullable String clerk, @Nullable String window, @OmitEmpty List<Review> reviews,
        @OmitEmpty List<String> acceptedOnReceipt) {
    /** Received without a clerk. */
    public static final Receiving UNTOUCHED = new Receiving(null, null, List.of(), List.of());

    public Receiving {
        reviews = reviews == null ? List.of() : List.copyOf(reviews);
        acceptedOnReceipt = acceptedOnReceipt == null ? List.of() : List.copyOf(acceptedOnReceipt);
    }
}
