package org.lianban.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.time.Calendars.CHINA;
import static org.lianban.time.Calendars.PUBLISHED;
import static org.lianban.time.Calendars.SPEC;
import static org.lianban.time.Calendars.TO_2026;
import static org.lianban.time.Calendars.WITH_2027;
import static org.lianban.time.Calendars.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Set {@code -Dlianban.seed} to the seed a failure prints and the same cases run again. */
class WholeYearsPropertyTest {
    private static final long SEED = Long.getLong("lianban.seed", System.nanoTime());
    private static final LocalDate FIRST = day("2024-01-01");

    private static final NaiveClock REFERENCE = new NaiveClock(WITH_2027, DayEnd.MIDNIGHT);

    private final Random random = new Random(SEED);

    /** One random clock and the spans it is paused for. */
    private record Sample(Ledger ledger, LocalDateTime start, int total, List<NaiveClock.Span> pauses) {
        @Override
        public String toString() {
            return "seed " + SEED + ": " + ledger.budget() + " " + ledger.entries();
        }
    }

    @Test
    void shouldAgreeWithCountingDayByDay() {
        NaiveClock naive = REFERENCE;
        for (LocalDate start = FIRST; start.getYear() < 2027; start = start.plusDays(1)) {
            assertThat(CHINA.isWorkingDay(start)).as("%s", start).isEqualTo(naive.works(start));
            LocalDate end = start;
            int counted = 0;
            LocalDate before = CHINA.addWorkingDays(start, 0);
            for (int n = 1; n <= 60; n++) {
                do {
                    end = end.plusDays(1);
                } while (!naive.works(end));
                counted++;
                LocalDate added = CHINA.addWorkingDays(start, n);
                assertThat(added).as("%s + %d", start, n).isEqualTo(end).isAfterOrEqualTo(before);
                assertThat(CHINA.workingDaysBetween(start, added)).isEqualTo(counted);
                before = added;
            }
        }
    }

    @Test
    void shouldInvertServiceMinutesAndStayMonotone() {
        for (int i = 0; i < 20_000; i++) {
            Instant start = NaiveClock.instant(anyTime()).plusNanos(random.nextLong(60_000_000_000L));
            int minutes = random.nextInt(10_001);
            Instant due = CHINA.addServiceMinutes(start, minutes);
            String as = "seed " + SEED + ": " + start + " + " + minutes;
            assertThat(CHINA.serviceMinutesBetween(start, due)).as(as).isEqualTo(minutes);
            assertThat(due).as(as).isAfterOrEqualTo(start);
            assertThat(CHINA.addServiceMinutes(start, minutes + 1)).as(as).isAfter(due);
            Instant later = start.plusSeconds(random.nextInt(1_000_000));
            assertThat(CHINA.addServiceMinutes(later, minutes)).as(as).isAfterOrEqualTo(due);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMoveTermsOfDaysAsTheReferenceDoes(DayEnd dayEnd) {
        var calendar = WorkCalendar.of(SPEC.withDayEnd(dayEnd));
        var naive = new NaiveClock(WITH_2027, dayEnd);
        for (int i = 0; i < 8_000; i++) {
            Sample sample = sample(Budget.Unit.WORKING_DAYS, 30, 40);
            check(calendar, sample, naive.dueByDays(sample.start, sample.total, sample.pauses));
        }
    }

    @Test
    void shouldMoveTermsOfMinutesAsTheReferenceDoes() {
        NaiveClock naive = REFERENCE;
        for (int i = 0; i < 1_500; i++) {
            Sample sample = sample(Budget.Unit.SERVICE_MINUTES, 1_000, 8);
            if (sample.total > 0) {
                check(CHINA, sample, naive.dueByMinutes(sample.start, sample.total, sample.pauses));
            }
        }
    }

    @Test
    void shouldFollowTheHoursOfEachWindowDay() {
        for (int round = 0; round < 20; round++) {
            List<LocalLayer.WindowDay> windowDays = new ArrayList<>();
            for (LocalDate date = day("2026-01-01"); date.getYear() < 2027; date = date
                    .plusDays(1 + random.nextInt(9))) {
                int opens = random.nextInt(23);
                List<Hours> hours = random.nextInt(3) == 0
                        ? List.of()
                        : List.of(new Hours(LocalTime.of(opens, 15),
                                LocalTime.of((opens + 1 + random.nextInt(23 - opens)) % 24, 0)));
                windowDays.add(new LocalLayer.WindowDay(date, hours, "特定日"));
            }
            var calendar = WorkCalendar.of(SPEC.withLocal(new LocalLayer("410721@1", List.of(), windowDays)));
            LocalDateTime start = day("2026-01-01").atStartOfDay().plusMinutes(random.nextInt(300 * 24 * 60));
            LocalDateTime minute = start;
            for (int open = 0; open < 2_000; minute = minute.plusMinutes(1)) {
                if (openBy(windowDays, minute)) {
                    open++;
                    assertThat(calendar.addServiceMinutes(NaiveClock.instant(start), open))
                            .as("seed %d: %s + %d %s", SEED, start, open, windowDays)
                            .isEqualTo(NaiveClock.instant(minute.plusMinutes(1)));
                }
            }
        }
    }

    private static boolean openBy(List<LocalLayer.WindowDay> windowDays, LocalDateTime minute) {
        for (LocalLayer.WindowDay day : windowDays) {
            if (day.date().equals(minute.toLocalDate())) {
                int minuteOfDay = minute.toLocalTime().toSecondOfDay() / 60;
                return day.hours().stream()
                        .anyMatch(hours -> minuteOfDay >= hours.openMinute() && minuteOfDay < hours.closeMinute());
            }
        }
        return REFERENCE.open(minute);
    }

    @Test
    void shouldGoOnByWeekdaysPastTheLastYearAndSaySo() {
        var naive = new NaiveClock(PUBLISHED, DayEnd.MIDNIGHT);
        for (int i = 0; i < 1_000; i++) {
            LocalDateTime start = day("2026-12-01").atStartOfDay().plusMinutes(random.nextInt(400 * 24 * 60));
            Budget days = Budget.workingDays(random.nextInt(61));
            checkBeyond(days, start, naive.dueByDays(start, days.amount(), List.of()));
            Budget minutes = Budget.serviceMinutes(60 * (1 + random.nextInt(40)));
            checkBeyond(minutes, start, naive.dueByMinutes(start, minutes.amount(), List.of()));
        }
    }

    private void checkBeyond(Budget budget, LocalDateTime start, @Nullable LocalDateTime due) {
        Instant from = NaiveClock.instant(start);
        Deadline deadline = Ledger.started(budget, from, "受理").deadline(TO_2026, from);
        String as = "seed " + SEED + ": " + budget + " from " + start;
        assertThat(deadline.due()).as(as).isEqualTo(NaiveClock.instant(Objects.requireNonNull(due)));
        assertThat(deadline.provisional()).as(as)
                .isEqualTo(Objects.requireNonNull(deadline.lastDay()).getYear() > 2026);
    }

    private void check(WorkCalendar calendar, Sample sample, @Nullable LocalDateTime due) {
        Instant now = NaiveClock.instant(sample.start.plusMinutes(random.nextInt(60 * 24 * 60)));
        Explanation explained = sample.ledger.explain(calendar, now);
        Deadline deadline = explained.deadline();
        assertThat(deadline).as("%s", sample).isEqualTo(sample.ledger.deadline(calendar, now));
        assertThat(deadline.due()).as("%s", sample).isEqualTo(due == null ? null : NaiveClock.instant(due));
        assertThat(deadline.provisional()).as("%s", sample).isEqualTo(lastCounted(sample, deadline).getYear() > 2026);
        assertThat(deadline.remaining().amount()).as("%s", sample).isBetween(0, sample.total);
        int charged = explained.steps().stream().mapToInt(Explanation.Step::charged).sum();
        if (due == null) {
            assertThat(deadline.state()).as("%s", sample).isEqualTo(Deadline.State.PAUSED);
            assertThat(sample.total - deadline.remaining().amount()).as("%s", sample).isEqualTo(charged);
            assertThat(deadline.amber()).as("%s", sample).isNull();
        } else {
            assertThat(charged).as("%s %s", sample, explained.steps()).isEqualTo(sample.total);
            assertThat(Objects.requireNonNull(deadline.amber())).as("%s", sample)
                    .isBetween(NaiveClock.instant(sample.start), NaiveClock.instant(due));
        }
    }

    /** 0 to 5 pauses that may overlap, touch, precede the start or come too late; the last may last; 0 to 2 extensions. */
    private Sample sample(Budget.Unit unit, int most, int pauseDays) {
        LocalDateTime start = anyTime();
        Budget budget = new Budget(random.nextInt(most + 1), unit);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Start(NaiveClock.instant(start), "受理"));
        List<NaiveClock.Span> pauses = new ArrayList<>();
        int total = budget.amount();
        int rounds = random.nextInt(6);
        for (int i = 0; i < rounds; i++) {
            LocalDateTime from = start.plusMinutes(random.nextInt(pauseDays * 24 * 60) - 24 * 60);
            LocalDateTime to = from.plusMinutes(random.nextInt(pauseDays * 12 * 60));
            boolean lasts = i == rounds - 1 && random.nextInt(4) == 0;
            entries.add(new Entry.Suspend(NaiveClock.instant(from), "pause" + i, "听证" + i));
            if (!lasts) {
                entries.add(new Entry.Resume(NaiveClock.instant(to), "pause" + i));
            }
            // What ended before the start was no pause of this clock, and what began before it began with it.
            if (lasts || !to.isBefore(start)) {
                pauses.add(new NaiveClock.Span(from.isBefore(start) ? start : from, lasts ? null : to));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Budget extra = new Budget(random.nextInt(11), unit);
            total += extra.amount();
            entries.add(new Entry.Extend(NaiveClock.instant(start.plusDays(i)), extra, "情况复杂"));
        }
        return new Sample(Ledger.of(budget, entries), start, total, pauses);
    }

    /** The last day, or while a pause lasts the day it was noticed on: the earliest of those that run together. */
    private static LocalDate lastCounted(Sample sample, Deadline deadline) {
        if (deadline.lastDay() != null) {
            return deadline.lastDay();
        }
        LocalDateTime held = sample.pauses.getLast().from();
        for (int i = 0; i < sample.pauses.size(); i++) {
            for (NaiveClock.Span pause : sample.pauses) {
                if (pause.to() != null && pause.from().isBefore(held) && !pause.to().isBefore(held)) {
                    held = pause.from();
                }
            }
        }
        return held.toLocalDate();
    }

    /** Whole minutes of the years 2024 to 2026; terms that begin late end in the provisional year. */
    private LocalDateTime anyTime() {
        return FIRST.atStartOfDay().plusMinutes(random.nextInt(1096 * 24 * 60));
    }
}
