package org.lianban.catalog.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Term;

/**
 * Reads 法定30WD承诺1-5WD and the like. Of a range the larger end counts; 即办, 即时, 当场 and 当天 are the same day.
 * Natural days (法定3日) are no working days, so they stay in the note and give no term.
 */
record LimitNote(@Nullable Term promise, @Nullable Term statutory) {
    private static final Pattern BRACKETS = Pattern.compile("[(（][^()（）]*[)）]");
    private static final Pattern EXTENSION = Pattern.compile("可延\\d+WD");
    private static final Pattern STATUTORY = Pattern.compile("法定([\\d\\-/]+)WD");
    private static final Pattern WORKING_DAYS = Pattern.compile("([\\d\\-/]+)WD");
    private static final Pattern SAME_DAY = Pattern.compile("即办|即时|当场|当天");

    static LimitNote parse(String note) {
        String plain = EXTENSION.matcher(BRACKETS.matcher(note).replaceAll(";")).replaceAll("");
        Term statutory = largest(STATUTORY.matcher(plain));
        Matcher rest = WORKING_DAYS.matcher(STATUTORY.matcher(plain).replaceAll(""));
        Term promise = largest(rest);
        if (promise == null && SAME_DAY.matcher(plain).find()) {
            promise = Term.workingDays(0);
        }
        return new LimitNote(promise, statutory);
    }

    private static @Nullable Term largest(Matcher matcher) {
        int largest = -1;
        while (matcher.find()) {
            for (String number : matcher.group(1).split("[-/]")) {
                largest = number.isEmpty() ? largest : Math.max(largest, Integer.parseInt(number));
            }
        }
        return largest < 0 ? null : Term.workingDays(largest);
    }
}
