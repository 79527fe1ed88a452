package org.lianban.form;

import java.util.List;
import org.lianban.command.Fault;

/** What became of a form that was sent. */
public sealed interface Form<T> {

    /** Every value clean, present and within its limits. */
    record Whole<T>(T value) implements Form<T> {}

    /** @param faults every one, never empty */
    record Faulty<T>(List<Fault> faults) implements Form<T> {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
