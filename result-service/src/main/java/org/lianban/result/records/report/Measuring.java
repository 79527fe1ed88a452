package org.lianban.result.records.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.records.CaseFile;
import org.lianban.time.WorkCalendar;

/** Measures an ended case. Everything derives from facts; nothing is typed in. */
public final class Measuring {
    private final Bundle bundle;
    private final Terms terms;
    private final @Nullable CaseFile file;
    private final Instant now;

    private Measuring(Bundle bundle, Terms terms, @Nullable CaseFile file, Instant now) {
        this.bundle = bundle;
        this.terms = terms;
        this.file = file;
        this.now = now;
    }

    /** Empty for a case that has not ended, and for test cases, which are out of every statistic. */
    public static Optional<Measure> of(Bundle bundle, Terms terms, @Nullable CaseFile file, Instant now) {
        return bundle.isSettled() && !bundle.isTest()
                ? Optional.of(new Measuring(bundle, terms, file, now).measure())
                : Optional.empty();
    }

    private Measure measure() {
        var settlement = bundle.book().settlement();
        var filing = bundle.filing();
        if (settlement == null || filing == null) {
            throw new IllegalStateException("Only ended cases are measured");
        }
        var origin = bundle.intake().origin();
        LocalDate day = LocalDate.ofInstant(settlement.at(), calendar().zone());
        int asked = (int) bundle.items().values().stream().filter(i -> i.course().correction() != null).count();
        return new Measure(bundle.caseNo(), filing.region(), filing.oneThing(), terms.oneThing().lead(),
                origin == null ? Channel.ONLINE : origin.channel(), origin == null ? null : origin.window(), day,
                settlement.outcome(), bundle.intake().round(), asked, clocks(), volume(), time(settlement.at()),
                material(), form());
    }

    private WorkCalendar calendar() {
        return terms.calendar();
    }

    /** A clock counts once it has stopped, or when it is past its due instant. */
    private List<Measure.Ran> clocks() {
        Map<Timer, int[]> counts = new TreeMap<>();
        for (Clock clock : Clocks.of(bundle, terms)) {
            var reading = clock.read(now);
            boolean late = reading.status() == Clock.Status.BREACHED;
            if (late || reading.status() == Clock.Status.MET) {
                var count = counts.computeIfAbsent(clock.timer(), t -> new int[2]);
                count[0]++;
                count[1] += late ? 1 : 0;
            }
        }
        return counts.entrySet().stream().map(e -> new Measure.Ran(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .toList();
    }

    private Measure.Volume volume() {
        int positive = 0;
        int withdrawn = 0;
        var expected = bundle.expected();
        for (String no : expected) {
            var end = bundle.item(no).end();
            if (end != null && end.outcome().satisfiesDependents()) {
                positive++;
            } else if (end != null && end.outcome() == Outcome.WITHDRAWN) {
                withdrawn++;
            }
        }
        return new Measure.Volume(expected.size(), positive, expected.size() - positive - withdrawn, withdrawn);
    }

    private Measure.Time time(Instant settledAt) {
        int days = 0;
        long itemMinutes = 0;
        for (String no : bundle.expected()) {
            var item = bundle.item(no);
            var acceptance = item.handling().acceptance();
            var end = item.end();
            if (acceptance != null && end != null && !end.at().isBefore(acceptance.effectiveAt())) {
                days = Math.max(days, daysOf(item, acceptance.effectiveAt(), end.at()));
                itemMinutes += calendar().serviceMinutesBetween(acceptance.effectiveAt(), end.at());
            }
        }
        long caseMinutes = bundle.receivedAt().filter(r -> !r.isAfter(settledAt))
                .map(r -> calendar().serviceMinutesBetween(r, settledAt)).orElse(0L);
        return new Measure.Time(days, CriticalPath.days(terms.oneThing(), bundle.expected()), caseMinutes, itemMinutes);
    }

    private int daysOf(Item item, Instant from, Instant to) {
        int days = calendar().workingDaysBetween(calendar().dateOf(from), calendar().dateOf(to));
        for (Item.Pause pause : item.pauses()) {
            var end = pause.to() == null || pause.to().isAfter(to) ? to : pause.to();
            if (pause.promise() && end.isAfter(pause.from())) {
                days -= calendar().workingDaysBetween(calendar().dateOf(pause.from()), calendar().dateOf(end));
            }
        }
        return Math.max(0, days);
    }

    private Measure.Material material() {
        int listed = 0;
        for (OneThing.Material material : terms.oneThing().materials()) {
            long needing = bundle.expected().stream()
                    .filter(no -> material.items().isEmpty() || material.items().contains(no)).count();
            listed += (int) needing;
        }
        Map<MaterialRef.Form, Integer> forms = new HashMap<>();
        for (MaterialRef ref : file == null ? List.<MaterialRef>of() : file.materials()) {
            forms.merge(ref.form(), 1, Integer::sum);
        }
        int handedIn = forms.getOrDefault(MaterialRef.Form.ELECTRONIC, 0)
                + forms.getOrDefault(MaterialRef.Form.PAPER, 0);
        int exempted = forms.getOrDefault(MaterialRef.Form.EXEMPT_DATA, 0)
                + forms.getOrDefault(MaterialRef.Form.EXEMPT_LICENSE, 0);
        return new Measure.Material(listed, handedIn, exempted, forms.getOrDefault(MaterialRef.Form.WAIVED, 0),
                forms.getOrDefault(MaterialRef.Form.DEFERRED, 0));
    }

    private Measure.Form form() {
        var share = file == null ? null : file.facts().form();
        return share == null
                ? new Measure.Form(0, 0, 0)
                : new Measure.Form(share.fields(), share.prefilled(), share.kept());
    }

    /** 承诺期限 of the whole: the longest chain of promises, because dependents are reviewed while they wait. */
    public static final class CriticalPath {
        private CriticalPath() {}

        /** @return working days; 0 where no item promises any */
        static int days(OneThing oneThing, java.util.Set<String> chosen) {
            Map<String, Integer> finish = new HashMap<>();
            int longest = 0;
            for (String no : chosen) {
                longest = Math.max(longest, finish(oneThing, no, chosen, finish, new ArrayList<>()));
            }
            return longest;
        }

        /** With pre-review an item ends with the later of its own promise and its last prerequisite. */
        private static int finish(OneThing oneThing, String no, java.util.Set<String> chosen,
                Map<String, Integer> finish, List<String> path) {
            Integer known = finish.get(no);
            if (known != null || path.contains(no)) {
                return known == null ? 0 : known;
            }
            path.add(no);
            int days = 0;
            var item = oneThing.item(no).orElse(null);
            if (item != null) {
                Term promise = item.promise();
                days = promise != null && promise.unit() == Term.Unit.WORKING_DAYS ? promise.amount() : 0;
                for (String before : item.hard()) {
                    if (chosen.contains(before)) {
                        days = Math.max(days, finish(oneThing, before, chosen, finish, path));
                    }
                }
            }
            path.removeLast();
            finish.put(no, days);
            return days;
        }
    }
}
