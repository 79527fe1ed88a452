package org.lianban.contracts.api;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.ItemState;

/**
 * How one reply was answered, in the order of the batch.
 *
 * @param status APPLIED: it took effect, now and durably; DUPLICATE: this replyId was answered before, {@code first}
 *     repeats that answer; REJECTED: nothing changed, {@code code} and {@code message} say why
 * @param code stable, for example {@code NOT_RELEASED}, {@code UNKNOWN_TASK}, {@code NOT_YOURS}, {@code ALREADY_ENDED},
 *     {@code NOT_ACCEPTED_YET}, {@code REASONS_MISSING}, {@code WRONG_KIND}
 * @param state of the task afterwards
 */
public record ReplyAnswer(String replyId, String taskId, Status status, @Nullable Status first, @Nullable String code,
        @Nullable String message, @Nullable ItemState state) {
    public enum Status {
        APPLIED, DUPLICATE, REJECTED
    }
}
