package org.lianban.intake.application;

import java.util.List;

/** What became of a command. */
public sealed interface Decision {

    /** @param events empty when what was asked is so already */
    record Accepted(List<ApplicationEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Rejected(Rejection rejection) implements Decision {}

    static Decision accepted(ApplicationEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision rejected(Rejection.Kind kind, String detail) {
        return new Rejected(new Rejection(kind, detail));
    }
}
