package org.lianban.catalog.drafting.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.time.WorkCalendar;

/** Replays closed cases over a draft, page by page, and sums up what would have been different. */
public final class Rehearsal {
    /** Cases that are shown one by one. */
    public static final int SAMPLES = 20;
    private static final int MOST_CHANGES = 200;

    private final Content draft;
    private final Function<String, Optional<OneThing>> versions;
    private final WorkCalendar calendar;
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, Integer> unplaced = new HashMap<>();
    private final TreeMap<Integer, Integer> byDays = new TreeMap<>();
    private final TreeSet<String> reached = new TreeSet<>();
    private final List<RehearsalRun.Report.Sample> samples = new ArrayList<>();
    private int cases;
    private int same;
    private int unknown;
    private int notComputed;

    /** @param versions of one-things by content hash */
    public Rehearsal(Content draft, Function<String, Optional<OneThing>> versions, WorkCalendar calendar) {
        this.draft = draft;
        this.versions = versions;
        this.calendar = calendar;
    }

    public void replay(List<ClosedCase> page) {
        page.forEach(this::replay);
    }

    private void replay(ClosedCase closed) {
        Optional<OneThing> version = versions.apply(closed.catalogHash());
        if (version.isEmpty()) {
            unknown++;
            return;
        }
        cases++;
        Map<String, String> answers = closed.answers() == null ? Map.of() : closed.answers();
        Route before = Route.of(version.get().items(), version.get().questions(), answers);
        Route after = Route.of(draft.items(), draft.questions(), answers);
        reached.addAll(after.numbers());
        after.unplaced().forEach(text -> unplaced.merge(text, 1, Integer::sum));
        List<String> found = Route.changes(before, after);
        found.forEach(text -> changes.merge(text, 1, Integer::sum));
        if (found.isEmpty()) {
            same++;
        }
        Optional<LocalDate> was = before.lastDay(closed.receivedAt(), calendar);
        Optional<LocalDate> is = after.lastDay(closed.receivedAt(), calendar);
        if (was.isPresent() && is.isPresent()) {
            byDays.merge(distance(was.get(), is.get()), 1, Integer::sum);
        } else {
            notComputed++;
        }
        boolean telling = !found.isEmpty() || !after.unplaced().isEmpty() || !was.equals(is);
        if (telling && samples.size() < SAMPLES) {
            List<String> all = new ArrayList<>(found);
            all.addAll(after.unplaced());
            samples.add(new RehearsalRun.Report.Sample(closed.caseNo(), all, was.map(LocalDate::toString).orElse(null),
                    is.map(LocalDate::toString).orElse(null)));
        }
    }

    /** Working days from one last day to the other; negative where the second is earlier. */
    private int distance(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -calendar.workingDaysBetween(to, from)
                : calendar.workingDaysBetween(from, to);
    }

    /** What was found so far. */
    public RehearsalRun.Report report() {
        int earlier = byDays.headMap(0).values().stream().mapToInt(n -> n).sum();
        int later = byDays.tailMap(0, false).values().stream().mapToInt(n -> n).sum();
        Integer largest = byDays.isEmpty() ? null : byDays.lastKey();
        return new RehearsalRun.Report(cases, same, sorted(changes),
                new RehearsalRun.Report.Deadlines(earlier, byDays.getOrDefault(0, 0), later, notComputed,
                        new TreeMap<>(byDays), largest),
                cases == 0
                        ? List.of()
                        : draft.items().stream().map(OneThing.Item::no).filter(no -> !reached.contains(no)).toList(),
                sorted(unplaced), unknown, List.copyOf(samples));
    }

    private static List<RehearsalRun.Report.Change> sorted(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(e -> new RehearsalRun.Report.Change(e.getKey(), e.getValue()))
                .sorted((a, b) -> a.cases() == b.cases() ? a.text().compareTo(b.text()) : b.cases() - a.cases())
                .limit(MOST_CHANGES).toList();
    }

    /**
     * 已办结办件, without personal data.
     *
     * @param catalogHash the version it was handled under
     * @param answers 情形 by question
     */
    public record ClosedCase(String caseNo, String catalogHash, Instant receivedAt, Map<String, String> answers,
            List<ClosedItem> items) {

        /** @param outcome as the department decided */
        public record ClosedItem(String itemNo, String department, @Nullable Instant acceptedAt,
                @Nullable Instant decidedAt, @Nullable String outcome) {}

        /** @param next value of {@code after} for the next one; null on the last */
        public record Page(List<ClosedCase> items, @Nullable String next) {}
    }
}
