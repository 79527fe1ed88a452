package org.lianban.catalog.seed;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.Term;

/** 法定期限 and 承诺期限 of an item. A promise is never longer than the statutory limit. */
record Limits(@Nullable Term promise, @Nullable Term statutory) {
    /** 行政许可法 42: twenty working days where no other law sets a limit. */
    private static final Term LICENSE = Term.workingDays(20);
    /** Limits printed in 日 whose own law counts working days: 市场主体登记管理条例 19, 机动车登记规定 (公安部令第164号). */
    private static final Map<String, Term> STATUTORY = Map.of("企业开办/A", Term.workingDays(3), "新车入户/B",
            Term.workingDays(2));

    static Limits of(Optional<FlowMatch> match, Optional<Flow.Step> step, ItemKind kind) {
        LimitNote note = LimitNote.parse(step.map(Flow.Step::limitNote).orElse(""));
        Term own = match.flatMap(m -> step.map(s -> m.flow().name() + "/" + s.letter())).map(STATUTORY::get)
                .orElse(note.statutory());
        Term statutory = own == null && kind == ItemKind.LICENSE ? LICENSE : own;
        return new Limits(atMost(note.promise(), statutory), statutory);
    }

    private static @Nullable Term atMost(@Nullable Term promise, @Nullable Term statutory) {
        return promise != null && statutory != null && promise.amount() > statutory.amount() ? statutory : promise;
    }

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
}
