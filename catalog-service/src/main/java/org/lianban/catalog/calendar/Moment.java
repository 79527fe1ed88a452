package org.lianban.catalog.calendar;

import java.util.regex.Pattern;

/** How people write instants into addresses. */
public final class Moment {
    private static final Pattern OFFSET = Pattern.compile(".*T.*([+-][0-9]{2}:[0-9]{2}|Z)");
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=[0-9]{2}:[0-9]{2}$)");

    private Moment() {}

    /** A plus sign that was not escaped in a query arrives as a space. */
    public static String withPlus(String text) {
        return LOST_PLUS.matcher(text).replaceFirst("+");
    }

    static boolean hasOffset(String text) {
        return OFFSET.matcher(text).matches();
    }
}
