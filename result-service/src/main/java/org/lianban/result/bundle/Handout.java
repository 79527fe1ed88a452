package org.lianban.result.bundle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Way;

/**
 * 结果去向 of an item, published by this service itself.
 *
 * @param receivedAt 结果到窗
 * @param window the certificate window that has it
 */
public record Handout(@Nullable Instant receivedAt, @Nullable String window, @Nullable Delivered delivered,
        @Nullable Licence licence) {
    public static final Handout NONE = new Handout(null, null, null, null);

    /** @param proof 送达凭证 */
    public record Delivered(Instant at, Way way, String proof) {}

    /** 电子证照. */
    public record Licence(String id, String name, @Nullable LocalDate validUntil, Instant at) {}

    /** The first receipt stands. */
    Handout received(Instant at, String by) {
        return receivedAt != null ? this : new Handout(at, by, delivered, licence);
    }

    Handout with(Delivered how) {
        return delivered != null ? this : new Handout(receivedAt, window, how, licence);
    }

    Handout with(Licence issued) {
        return new Handout(receivedAt, window, delivered, issued);
    }
}
