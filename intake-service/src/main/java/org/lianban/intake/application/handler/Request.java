package org.lianban.intake.application.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.intake.application.store.AnswerStore.Key;

/**
 * An order with who gave it.
 *
 * @param key makes a repetition harmless; null where none was given
 * @param digest of everything the order says; the same key with another digest is a misuse
 */
public record Request(Order order, Actor by, @Nullable String traceparent, @Nullable Key key, String digest) {

    /** As events carry it, without personal data. */
    String actor() {
        return by.text();
    }
}
