package org.lianban.result.bundle;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lianban.contracts.event.ResultEvent.Timer;

/**
 * 已发声: which clocks have warned or breached already, by the code of their timer, so that each speaks once. A timer that
 * this release does not know keeps its mark.
 *
 * @param deemed whether acceptance was deemed
 */
public record Spoken(SortedMap<String, Word> words, boolean deemed) {
    public static final Spoken NONE = new Spoken(Collections.emptySortedMap(), false);

    /** The last word of a clock. */
    public enum Word {
        WARNED, BREACHED
    }

    public Spoken {
        words = Collections.unmodifiableSortedMap(words);
    }

    public boolean warned(Timer timer) {
        return words.containsKey(timer.name());
    }

    public boolean breached(Timer timer) {
        return words.get(timer.name()) == Word.BREACHED;
    }

    Spoken warn(Timer timer) {
        return breached(timer) ? this : with(timer, Word.WARNED);
    }

    Spoken breach(Timer timer) {
        return with(timer, Word.BREACHED);
    }

    private Spoken with(Timer timer, Word word) {
        var changed = new TreeMap<>(words);
        changed.put(timer.name(), word);
        return new Spoken(changed, deemed);
    }

    Spoken deem() {
        return new Spoken(words, true);
    }

    /** Clocks that start anew may speak anew. */
    Spoken without(Timer... timers) {
        var changed = new TreeMap<>(words);
        for (Timer timer : timers) {
            changed.remove(timer.name());
        }
        return new Spoken(changed, deemed);
    }

    Spoken undeemed() {
        return new Spoken(words, false);
    }
}
