package org.lianban.catalog.listing.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;

/** Collects every fault, so that the publisher mends all of them at once. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    public void add(Defect code, String pointer, String message, @Nullable Object... values) {
        found.add(code.at(pointer, message, values));
    }

    /** Content comes from outside: what the contract promises may be absent all the same. */
    public boolean present(@Nullable Object value, String pointer, String what) {
        boolean absent = value == null || value instanceof String text && text.isBlank();
        if (absent) {
            add(Defect.MISSING, pointer, "缺少%s", what);
        }
        return !absent;
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
