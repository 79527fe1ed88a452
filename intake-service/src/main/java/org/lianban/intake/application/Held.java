package org.lianban.intake.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.intake.checking.ReceiptPolicy.Review;

/**
 * What intake keeps in hand of a received application; most have nothing of it.
 *
 * @param debts 容缺材料
 * @param waived 承诺免交, as announced
 * @param wishes 部门补正
 * @param receiving how it was received, where more is to be said of it than the receipt does
 */
public record Held(@OmitEmpty List<Debt> debts,
        @OmitEmpty List<Commitment> waived,
        @OmitEmpty List<Wish> wishes, @Nullable Receiving receiving) {
    public static final Held NOTHING = new Held(List.of(), List.of(), List.of(), null);

    public Held {
        debts = debts == null ? List.of() : List.copyOf(debts);
        waived = waived == null ? List.of() : List.copyOf(waived);
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
    }

    Held with(List<Debt> changed) {
        return new Held(changed, waived, wishes, receiving);
    }

    Held withWishes(List<Wish> changed) {
        return new Held(debts, waived, changed, receiving);
    }

    List<Commitment> commitments() {
        return java.util.stream.Stream.concat(debts.stream().map(Debt::commitment), waived.stream()).toList();
    }

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
}
