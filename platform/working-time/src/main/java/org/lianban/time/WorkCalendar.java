package org.lianban.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * 工作日历: which days work and when the windows are open. Immutable; every question is answered from arrays made once.
 *
 * <p>
 * Past the last covered year nothing is guessed. The methods of this class that answer with a bare value refuse with
 * {@link CalendarNotCoveredException}, since a bare value has no place for a doubt. {@link Ledger} does answer, counting
 * Mondays to Fridays, because a case must have some deadline, and marks the answer provisional; it is to be recomputed
 * when the year is loaded. A year loaded as provisional is answered here, and {@link #certainty} tells. Dates before
 * the first year are always refused.
 */
public final class WorkCalendar {
    private final CalendarSpec spec;
    private final String version;
    private final ZoneOffset offset;
    private final Rules rules;
    private final DayLine days;
    private final OpenLine open;
    private final @Nullable WorkCalendar statutory;

    private WorkCalendar(CalendarSpec spec) {
        this.spec = spec;
        this.version = spec.local().version().isEmpty()
                ? spec.version()
                : spec.version() + "+" + spec.local().version();
        LocalDate first = LocalDate.of(spec.years().getFirst().year(), 1, 1);
        this.offset = spec.zone().getRules().getOffset(first.atStartOfDay(spec.zone()).toInstant());
        this.rules = new Rules(spec, version);
        this.days = rules.dayLine();
        this.open = rules.openLine(days);
        this.statutory = spec.local().isEmpty() ? null : new WorkCalendar(spec.withLocal(LocalLayer.NONE));
    }

    public static WorkCalendar of(CalendarSpec spec) {
        return new WorkCalendar(spec);
    }

    /** The calendar without its local layer: statutory clocks are neither shortened nor lengthened by a county. */
    public WorkCalendar statutory() {
        return statutory == null ? this : statutory;
    }

    /** The version of the national part, and of the local layer after a plus sign where there is one. */
    public String version() {
        return version;
    }

    public ZoneId zone() {
        return spec.zone();
    }

    public DayEnd dayEnd() {
        return spec.dayEnd();
    }

    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(days.first());
    }

    /** The last day of the last covered year. */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(days.last());
    }

    public Certainty certainty(LocalDate date) {
        return rules.certainty(fromFirst(date));
    }

    /** Why a day counts or not; past the covered years the weekday, marked {@link Certainty#NOT_COVERED}. */
    public DayRule rule(LocalDate date) {
        return rules.of(fromFirst(date));
    }

    /** @throws CalendarNotCoveredException outside the covered years */
    public boolean isWorkingDay(LocalDate date) {
        return days.isWorking(covered(date).toEpochDay());
    }

    /**
     * The last day of a term of days. The start is not counted (民法典 201).
     *
     * @param n 0 or more; 0 means the start itself if it works, else the next working day
     * @throws CalendarNotCoveredException when start or result is outside the covered years
     */
    public LocalDate addWorkingDays(LocalDate start, int n) {
        requireNotNegative(n);
        return covered(LocalDate.ofEpochDay(days.add(covered(start).toEpochDay(), n)));
    }

    /**
     * Working days after {@code start} up to and including {@code end}.
     *
     * @throws IllegalArgumentException when the end is before the start
     * @throws CalendarNotCoveredException outside the covered years
     */
    public int workingDaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
        if (endInclusive.isBefore(startExclusive)) {
            throw new IllegalArgumentException(endInclusive + " is before " + startExclusive);
        }
        return (int) (days.count(covered(endInclusive).toEpochDay())
                - days.count(covered(startExclusive).toEpochDay()));
    }

    /** Whether the windows are open; the closing instant itself is shut. */
    public boolean isOpen(Instant instant) {
        long local = coveredLocal(instant);
        return open.openedBefore(local + 1) > open.openedBefore(local);
    }

    /** The instant itself if the windows are open, else the next opening. */
    public Instant nextOpening(Instant instant) {
        return addServiceMinutes(instant, 0);
    }

    /**
     * The earliest instant by which the windows have been open for so long; a start outside opening hours rolls to the
     * next opening. A term that is used up at closing time ends there and not at the next opening.
     *
     * @param minutes 0 or more; 0 means {@link #nextOpening}
     * @throws CalendarNotCoveredException when start or result is outside the covered years
     */
    public Instant addServiceMinutes(Instant start, int minutes) {
        requireNotNegative(minutes);
        long end = open.add(coveredLocal(start), minutes * OpenLine.MINUTE);
        Instant due = instantOf(end);
        if (Math.floorDiv(end - 1, OpenLine.DAY) > days.last()) {
            throw CalendarNotCoveredException.after(lastDay(), dateOf(due), version);
        }
        return due;
    }

    /**
     * Whole minutes the windows were open from start to end.
     *
     * @throws IllegalArgumentException when the end is before the start
     * @throws CalendarNotCoveredException outside the covered years
     */
    public long serviceMinutesBetween(Instant start, Instant end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(end + " is before " + start);
        }
        return (open.openedBefore(coveredLocal(end)) - open.openedBefore(coveredLocal(start))) / OpenLine.MINUTE;
    }

    /** The local date of an instant. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond() + offset.getTotalSeconds(), 86_400));
    }

    /**
     * The instant a term of days ends whose last day this is, by {@link #dayEnd()}: the first instant of the next day, or
     * the last closing time of the window. A day the windows stay shut ends at the usual closing time.
     */
    public Instant endOf(LocalDate date) {
        return instantOf(endOf(fromFirst(date).toEpochDay()));
    }

    long endOf(long day) {
        if (spec.dayEnd() == DayEnd.MIDNIGHT) {
            return (day + 1) * OpenLine.DAY;
        }
        int[] hours = open.hoursOf(day);
        int closes = hours.length == 0 ? spec.windowHours().getLast().closeMinute() : hours[hours.length - 1];
        return day * OpenLine.DAY + closes * OpenLine.MINUTE;
    }

    DayLine days() {
        return days;
    }

    OpenLine open() {
        return open;
    }

    Rules rules() {
        return rules;
    }

    /** Local time in nanoseconds; refused before the first covered day. */
    long localOf(Instant instant) {
        fromFirst(dateOf(instant));
        return (instant.getEpochSecond() + offset.getTotalSeconds()) * 1_000_000_000L + instant.getNano();
    }

    Instant instantOf(long local) {
        return Instant.ofEpochSecond(Math.floorDiv(local, 1_000_000_000L) - offset.getTotalSeconds(),
                Math.floorMod(local, 1_000_000_000L));
    }

    private long coveredLocal(Instant instant) {
        covered(dateOf(instant));
        return localOf(instant);
    }

    private LocalDate fromFirst(LocalDate date) {
        if (date.toEpochDay() < days.first()) {
            throw CalendarNotCoveredException.before(firstDay(), date, version);
        }
        return date;
    }

    private LocalDate covered(LocalDate date) {
        if (date.toEpochDay() > days.last()) {
            throw CalendarNotCoveredException.after(lastDay(), date, version);
        }
        return fromFirst(date);
    }

    private static void requireNotNegative(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("A term is not negative: " + amount);
        }
    }
}
