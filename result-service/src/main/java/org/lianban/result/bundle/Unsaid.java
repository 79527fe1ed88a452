package org.lianban.result.bundle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves out of the stored text what says nothing: most cases and items have no more than the ordinary facts. */
@SuppressWarnings({"EqualsHashCode", "EqualsUnsafeCast"})
final class Unsaid {
    private static final Set<Object> NOTHING = Set.of(Item.Handling.NONE, Item.Gate.OPEN, Marks.NONE, Course.NONE,
            Handout.NONE, Bundle.IntakeMore.NONE, Bundle.Intake.NONE, Bundle.Published.NONE, Outlet.NONE);

    @Override
    public boolean equals(@Nullable Object value) {
        return value == null || NOTHING.contains(value);
    }

    @Override
    public int hashCode() {
        return NOTHING.hashCode();
    }
}
