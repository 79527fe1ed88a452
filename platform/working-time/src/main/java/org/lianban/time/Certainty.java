package org.lianban.time;

/** How far the calendar can be relied on. */
public enum Certainty {
    /** The State Council's arrangement of the year is loaded. */
    PUBLISHED,
    /** Only the statutory days of the year are loaded; the arrangement is not published. */
    PROVISIONAL,
    /** The year is past the last one loaded: nothing but the weekday is known. */
    NOT_COVERED
}
