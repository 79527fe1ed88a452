package org.lianban.catalog.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.time.Budget;
import org.lianban.time.Explanation;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 期限试算: when a term ends that starts at an instant, and why; all bad parameters are named at once. */
public final class DeadlineQuestion {
    private final WorkCalendar calendar;
    private final List<Fault> faults = new ArrayList<>();

    private DeadlineQuestion(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    public sealed interface Answer {
        /** @param start the instant that was counted from */
        record Explained(Instant start, Budget limit, ZoneId zone, Explanation explanation) implements Answer {}

        record Refused(List<Fault> faults) implements Answer {}
    }

    /**
     * @param faults found before, for example an unknown region
     * @param start an ISO instant with offset, a local date and time, or a date, in the calendar's zone
     * @param limit 0 to 10,000
     * @param unit {@code WORKING_DAYS} or {@code SERVICE_MINUTES}
     */
    public static Answer ask(WorkCalendar calendar, List<Fault> faults, @Nullable String start,
            @Nullable String limit, @Nullable String unit) {
        DeadlineQuestion question = new DeadlineQuestion(calendar);
        question.faults.addAll(faults);
        Optional<Instant> from = question.start(start);
        Optional<Integer> amount = question.limit(limit);
        Optional<Budget.Unit> of = question.unit(unit);
        if (from.isEmpty() || amount.isEmpty() || of.isEmpty() || !faults.isEmpty()) {
            return new Answer.Refused(List.copyOf(question.faults));
        }
        return question.explain(from.get(), new Budget(amount.get(), of.get()));
    }

    private Answer explain(Instant start, Budget limit) {
        if (calendar.dateOf(start).isBefore(calendar.firstDay())) {
            add("?start", "NOT_COVERED", "工作日历自%s起，不能从更早的日期起算".formatted(calendar.firstDay()));
            return new Answer.Refused(List.copyOf(faults));
        }
        Explanation explanation = Ledger.started(limit, start, "起算").explain(calendar, start);
        return new Answer.Explained(start, limit, calendar.zone(), explanation);
    }

    private void add(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }

    private Optional<Instant> start(@Nullable String text) {
        if (text == null || text.isBlank()) {
            add("?start", "MISSING", "缺少参数start");
            return Optional.empty();
        }
        ZoneId zone = calendar.zone();
        try {
            if (text.length() == "2026-01-01".length()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            String plus = Moment.withPlus(text);
            return Optional.of(Moment.hasOffset(plus)
                    ? OffsetDateTime.parse(plus).toInstant()
                    : LocalDateTime.parse(plus).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            add("?start", "MALFORMED", "start应为日期、日期时间或带时区的时刻，例如2026-09-30T17:10:00+08:00");
            return Optional.empty();
        }
    }

    private Optional<Integer> limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            add("?limit", "MISSING", "缺少参数limit");
            return Optional.empty();
        }
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= Budget.MAX_AMOUNT) {
            return Optional.of(Integer.parseInt(text));
        }
        add("?limit", "OUT_OF_RANGE", "limit应为0至%d的整数".formatted(Budget.MAX_AMOUNT));
        return Optional.empty();
    }

    private Optional<Budget.Unit> unit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            add("?unit", "MISSING", "缺少参数unit");
            return Optional.empty();
        }
        for (Budget.Unit unit : Budget.Unit.values()) {
            if (unit.name().equals(text)) {
                return Optional.of(unit);
            }
        }
        add("?unit", "UNKNOWN", "unit应为WORKING_DAYS（工作日）或SERVICE_MINUTES（窗口服务分钟）");
        return Optional.empty();
    }
}
