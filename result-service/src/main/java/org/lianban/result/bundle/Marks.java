package org.lianban.result.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.lianban.contracts.event.ResultEvent.Timer;

/**
 * 已处理标记 of one item: the last sequence its department stream was seen at, and which clocks have already spoken.
 *
 * @param bits per timer whether it warned and whether it breached, and whether acceptance was deemed; each fires once
 */
public record Marks(@JsonProperty("s") long seen, @JsonProperty("b") long bits) {
    static final Marks NONE = new Marks(0, 0);
    private static final int GROUP = 8;
    private static final long DEEMED = 1L << 16;
    /** Where the timers after the first eight begin, which lie around the mark of deemed acceptance. */
    private static final int LATER = 17;

    public Marks saw(long sequence) {
        return new Marks(sequence, bits);
    }

    Marks with(long added) {
        return new Marks(seen, bits | added);
    }

    /** A clock that starts anew may speak anew. */
    Marks without(long removed) {
        return new Marks(seen, bits & ~removed);
    }

    static long warnedBit(Timer timer) {
        int n = timer.ordinal();
        return 1L << (n < GROUP ? n : LATER + n - GROUP);
    }

    static long breachedBit(Timer timer) {
        int n = timer.ordinal();
        return 1L << (n < GROUP ? GROUP + n : LATER + GROUP + n - GROUP);
    }

    static long bits(Timer timer) {
        return warnedBit(timer) | breachedBit(timer);
    }

    static long deemedBit() {
        return DEEMED;
    }

    public static boolean warned(long bits, Timer timer) {
        return (bits & warnedBit(timer)) != 0;
    }

    public static boolean breached(long bits, Timer timer) {
        return (bits & breachedBit(timer)) != 0;
    }

    public static boolean deemed(long bits) {
        return (bits & DEEMED) != 0;
    }
}
