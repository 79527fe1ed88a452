package org.lianban.result.bundle;

import java.util.function.UnaryOperator;

/**
 * 已处理标记 of one item: the last sequence its department stream was seen at, and which of its clocks have spoken.
 */
public record Marks(long seen, Spoken spoken) {
    public static final Marks NONE = new Marks(0, Spoken.NONE);

    public Marks {
        spoken = spoken == null ? Spoken.NONE : spoken;
    }

    public Marks saw(long sequence) {
        return new Marks(sequence, spoken);
    }

    Marks with(UnaryOperator<Spoken> change) {
        return new Marks(seen, change.apply(spoken));
    }
}
