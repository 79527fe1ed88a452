package org.lianban.result.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.lianban.contracts.result.ResultEvent.Timer;

/**
 * 已处理标记 of one item: the last sequence its department stream was seen at, and which clocks have already spoken.
 *
 * @param bits per timer whether it warned and whether it breached, and whether acceptance was deemed; each fires once
 */
public record Marks(@JsonProperty("s") long seen, @JsonProperty("b") int bits) {
    static final Marks NONE = new Marks(0, 0);
    private static final int DEEMED = 1 << 16;

    public Marks saw(long sequence) {
        return new Marks(sequence, bits);
    }

    Marks with(int added) {
        return new Marks(seen, bits | added);
    }

    static int warnedBit(Timer timer) {
        return 1 << timer.ordinal();
    }

    static int breachedBit(Timer timer) {
        return 1 << (8 + timer.ordinal());
    }

    static int deemedBit() {
        return DEEMED;
    }

    public static boolean warned(int bits, Timer timer) {
        return (bits & warnedBit(timer)) != 0;
    }

    public static boolean breached(int bits, Timer timer) {
        return (bits & breachedBit(timer)) != 0;
    }

    public static boolean deemed(int bits) {
        return (bits & DEEMED) != 0;
    }
}
