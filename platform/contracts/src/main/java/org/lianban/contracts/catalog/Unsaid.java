package org.lianban.contracts.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leaves what says nothing out of what is written: a version that says nothing of it keeps its content hash. */
@SuppressWarnings({"EqualsHashCode", "EqualsUnsafeCast"})
abstract class Unsaid {
    private final Object nothing;

    Unsaid(Object nothing) {
        this.nothing = nothing;
    }

    @Override
    public boolean equals(@Nullable Object value) {
        return value == null || nothing.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(nothing);
    }
}
