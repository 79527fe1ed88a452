package org.lianban.department.task;

import java.util.List;

/** What a reply or a command does. */
public sealed interface Decision {
    /** @param events never empty; apply them in order */
    record Changed(List<TaskEvent> events) implements Decision {
        public Changed {
            events = List.copyOf(events);
        }
    }

    record Refused(Refusal why) implements Decision {}

    static Decision changed(TaskEvent... events) {
        return new Changed(List.of(events));
    }

    static Decision refused(Refusal why) {
        return new Refused(why);
    }
}
