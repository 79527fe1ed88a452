package org.lianban.scenarios.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** 第二幕: what is told after the tour, on a board of its own and on a clock that is moved. */
public interface Sequel {

    /** @param title in Chinese, at most eight characters */
    record Heading(String title, String oneThing) {}

    /** Who listens. Called from several threads; rows count from 0 in the order of the headings. */
    interface Listener {
        /** The case of the row has its number. */
        void filed(int row, String caseNo);

        /** @param text what was done or found to be true, in Chinese */
        void told(int row, String caseNo, String text);

        void clockMoved(Instant to);
    }

    List<Heading> headings();

    /**
     * Returns when everything is told.
     *
     * @return why a row broke off, by row; empty when everything was as it should be
     */
    Map<Integer, Throwable> play(Listener listener) throws InterruptedException;
}
