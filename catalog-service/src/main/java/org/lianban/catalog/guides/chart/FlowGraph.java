package org.lianban.catalog.guides.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow chart shows: items and what they wait for. Items that nothing connects are worked on at the same time.
 *
 * @param start label above everything, 收件
 * @param end label below everything, 统一出件
 * @param steps in list order, keys unique
 */
public record FlowGraph(String start, String end, List<Step> steps) {

    /**
     * One box.
     *
     * @param key what others refer to
     * @param title shown first, number included
     * @param office shown below it, smaller
     * @param note shown last, for example the limit; empty: none
     * @param optional drawn with a broken border
     * @param alternative key of the group of which exactly one step is taken; null: none
     * @param hard keys of steps that have to be finished before; unknown ones are ignored
     * @param soft keys of steps whose result is used when it is there
     */
    public record Step(String key, String title, String office, String note, boolean optional,
            @Nullable String alternative, List<String> hard, List<String> soft) {}
}
