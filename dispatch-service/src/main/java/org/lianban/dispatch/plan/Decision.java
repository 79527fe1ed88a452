package org.lianban.dispatch.plan;

import java.util.List;

/** What a plan answers to a command. */
public sealed interface Decision {

    /**
     * @param events never empty
     * @param refused what part of the command changed nothing, and why
     */
    record Accepted(List<PlanEvent> events, List<Rejection> refused) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            refused = List.copyOf(refused);
        }
    }

    /** The same command again: nothing changes, and it is answered as the first time. */
    record Repeated() implements Decision {}

    /** @param reasons never empty; more than one where the command spoke of several items */
    record Rejected(List<Rejection> reasons) implements Decision {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    static Decision accepted(PlanEvent event) {
        return new Accepted(List.of(event), List.of());
    }

    static Decision rejected(Rejection.Kind kind, String detail) {
        return rejected(new Rejection(kind, detail));
    }

    static Decision rejected(Rejection rejection) {
        return new Rejected(List.of(rejection));
    }
}
