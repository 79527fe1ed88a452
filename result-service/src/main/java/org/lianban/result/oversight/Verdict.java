package org.lianban.result.oversight;

import java.util.List;

/** What became of a command. */
public sealed interface Verdict<E> {
    /** @param events empty when what was asked is so already */
    record Accepted<E>(List<E> events) implements Verdict<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(Refusal refusal) implements Verdict<E> {}

    @SafeVarargs
    static <E> Verdict<E> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Verdict<E> refused(Refusal.Kind kind, String detail) {
        return new Refused<>(new Refusal(kind, detail));
    }
}
