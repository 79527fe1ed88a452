package org.lianban.catalog.listing;

import java.util.List;
import org.lianban.command.Fault;

/** What became of a command that changes the catalogue. */
public sealed interface Outcome<T> {
    /** @param repeated whether an earlier command with the same key had done it already */
    record Done<T>(T value, boolean repeated) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value, false);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(List<Fault> faults) {
        return new Refused<>(Refusal.unacceptable(faults));
    }
}
