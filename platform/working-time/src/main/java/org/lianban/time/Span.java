package org.lianban.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lianban.time.Explanation.Kind;
import org.lianban.time.Explanation.Step;

/** Neighbouring days that one step tells of together. */
final class Span {
    /**
     * What one day does to the clock.
     *
     * @param charged units it takes off the budget
     * @param spared units it would have taken but for a pause
     * @param note why it stands apart: the pause, or the opening hours; null for a day told by its rule alone
     */
    record Day(DayRule rule, Kind kind, int charged, int spared, @Nullable String note) {
        boolean ordinary() {
            return kind == Kind.COUNTED || kind == Kind.REST;
        }
    }

    private final Day first;
    private final Budget.Unit unit;
    private LocalDate to;
    private int charged;
    private int spared;
    private int weekend;
    private int working;

    Span(Day first, Budget.Unit unit) {
        this.first = first;
        this.unit = unit;
        this.to = first.rule().date();
        add(first);
    }

    boolean takes(Day day) {
        if (first.rule().certainty() != day.rule().certainty()) {
            return false;
        }
        if (first.kind() == Kind.PAUSED || day.kind() == Kind.PAUSED) {
            return first.kind() == day.kind() && String.valueOf(first.note()).equals(day.note());
        }
        if (first.note() != null || day.note() != null) {
            return false;
        }
        return first.ordinary()
                ? day.ordinary()
                : first.kind() == day.kind() && first.rule().name().equals(day.rule().name())
                        && first.rule().source().equals(day.rule().source());
    }

    void add(Day day) {
        to = day.rule().date();
        charged += day.charged();
        spared += day.spared();
        weekend += day.kind() == Kind.REST ? 1 : 0;
        working += day.kind() == Kind.COUNTED ? 1 : 0;
    }

    Step step() {
        Kind kind = first.kind() == Kind.REST && working > 0 ? Kind.COUNTED : first.kind();
        boolean plain = first.ordinary() && first.rule().certainty() == Certainty.PUBLISHED;
        String text = dates() + " " + what(kind)
                + (first.rule().certainty() == Certainty.PUBLISHED ? "" : "（暂定）");
        return new Step(kind, first.rule().date(), to, charged, text, plain ? null : first.rule());
    }

    private String dates() {
        LocalDate from = first.rule().date();
        return from.equals(to) ? from.toString() : from + " 至 " + to;
    }

    private String what(Kind kind) {
        DayRule rule = first.rule();
        String source = rule.source().isEmpty() ? "" : "（" + rule.source() + "）";
        String counts = "计" + charged + unit.label();
        return switch (kind) {
            case PAUSED -> first.note() + "期间，" + spared + unit.label() + "不计" + (charged > 0 ? "，" + counts : "");
            case COUNTED -> first.note() != null
                    ? first.note() + "，" + counts
                    : (first.rule().date().equals(to) ? counts : "共" + charged + unit.label())
                            + (weekend > 0 ? "（其间周末" + weekend + "天不计）" : "");
            case REST -> "周末，不计";
            case HOLIDAY -> rule.name() + "放假，不计" + source;
            case LOCAL_CLOSURE -> "本地停办：" + rule.name() + "，不计" + source;
            case MAKE_UP -> makeUpName(rule.name()) + note() + "，" + counts + source;
            case LOCAL_OPENING -> "本地加班：" + rule.name() + note() + "，" + counts + source;
            case WINDOW_DAY -> first.note() + "，" + counts;
            case ROLL -> "为其后首个工作日，顺延至该日";
            case START, SUSPEND, RESUME, EXTENSION, PROVISIONAL, STOP, DUE ->
                throw new IllegalStateException("No span: " + kind);
        };
    }

    private String note() {
        return first.note() == null ? "" : "，" + first.note();
    }

    private static String makeUpName(String name) {
        return name.contains("调休") ? name : name + "调休上班";
    }
}
