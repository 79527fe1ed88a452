package org.lianban.command;

import java.util.List;

/**
 * What a decider answers to a command; it has changed nothing.
 *
 * @param <E> the events of its aggregate
 */
public sealed interface Decision<E> {

    /**
     * @param events to be applied in order; empty where what was asked is so already
     * @param refused what part of the command changed nothing, and why; mostly empty
     */
    record Accepted<E>(List<E> events, List<Refusal> refused) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            refused = List.copyOf(refused);
        }

        public Accepted(List<E> events) {
            this(events, List.of());
        }
    }

    /** The same command again: nothing changes, and it is answered as the first time. */
    record Repeated<E>() implements Decision<E> {}

    record Refused<E>(Refusal refusal) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> repeated() {
        return new Repeated<>();
    }

    static <E> Decision<E> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <E> Decision<E> refused(Refusal.Code code, String detail) {
        return new Refused<>(Refusal.of(code, detail));
    }
}
