package org.lianban.intake.desk;

import org.jspecify.annotations.Nullable;
import org.lianban.intake.store.AnswerStore.Key;

/**
 * An order with who gave it.
 *
 * @param actor as events carry it, without personal data
 * @param key makes a repetition harmless; null where none was given
 * @param digest of everything the order says; the same key with another digest is a misuse
 */
public record Request(Order order, String actor, @Nullable String traceparent, @Nullable Key key, String digest) {}
