package org.lianban.result.oversight.supervision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an order stands. */
public enum State {
    /** 已发现: a rule hit, nothing issued yet. */
    DETECTED("已发现", null),
    REMINDED("已提醒", Level.REMIND),
    ORDERED("已督办", Level.ORDER),
    CIRCULATED("已通报",
            Level.CIRCULATE),
    PROPOSED("已建议问责", Level.ACCOUNTABILITY),
    CLEARED("已销号", null);

    private final String label;
    private final @Nullable Level level;

    State(String label, @Nullable Level level) {
        this.label = label;
        this.level = level;
    }

    public String label() {
        return label;
    }

    public Optional<Level> level() {
        return Optional.ofNullable(level);
    }
}
