package org.lianban.catalog.publish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.publish.Fault.Code;

/** Collects every fault, so that the publisher mends all of them at once. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    public void add(Code code, String pointer, String message, @Nullable Object... values) {
        found.add(new Fault(code, pointer, message.formatted(values)));
    }

    /** Content comes from outside: what the contract promises may be absent all the same. */
    public boolean present(@Nullable Object value, String pointer, String what) {
        boolean absent = value == null || value instanceof String text && text.isBlank();
        if (absent) {
            add(Code.MISSING, pointer, "缺少%s", what);
        }
        return !absent;
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
