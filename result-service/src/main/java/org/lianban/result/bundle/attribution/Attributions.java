package org.lianban.result.bundle.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.attribution.Attribution.Charge;
import org.lianban.time.Certainty;
import org.lianban.time.WorkCalendar;

/**
 * Charges every working minute of a case to exactly one account. Working minutes are those in which the windows of the
 * region are open, from the first hand-in to the settlement, withdrawal or lapse.
 *
 * <p>
 * Before the dispatch a minute is the applicant's while a correction notice is with the applicant, else the window's.
 * After it, the item that the case waits for decides ({@link Path}); of what holds of that item, the first that is named
 * here counts: the applicant owes something (a correction, or a material under a commitment); an outage of the region
 * or of the department; a special procedure or a joint activity; the lead department has to decide on the item; else
 * the department has it that handled it then. An outage of the region also goes before the window.
 *
 * <p>
 * The rule looks at instants, and facts change only at instants that are recorded; so the spans between them have one
 * account each, and their minutes are differences of one running count. That is why they sum up to the whole.
 */
public final class Attributions {
    private final Bundle bundle;
    private final @Nullable String lead;
    private final List<Outage> outages;
    private final Path path;

    private Attributions(Bundle bundle, @Nullable String lead, List<Outage> outages) {
        this.bundle = bundle;
        this.lead = lead;
        this.outages = outages;
        this.path = new Path(bundle);
    }

    /**
     * Empty while the case was not handed in, or from before the calendar begins.
     *
     * @param lead department id of the one-thing's lead
     * @param outages of the region, whichever department
     * @param now where the account ends while the case goes on
     */
    public static Optional<Attribution> of(Bundle bundle, WorkCalendar calendar, @Nullable String lead,
            List<Outage> outages, Instant now) {
        var from = begun(bundle);
        if (from == null || calendar.dateOf(from).isBefore(calendar.firstDay())) {
            return Optional.empty();
        }
        var ended = ended(bundle);
        var until = ended == null ? now : ended;
        var covered = calendar.endOf(calendar.lastDay()).minusNanos(1);
        var to = until.isAfter(covered) ? covered : until;
        if (to.isBefore(from)) {
            to = from;
        }
        var charges = new Attributions(bundle, lead, outages).charges(calendar, from, to);
        return Optional.of(new Attribution(from, to, ended == null, calendar.serviceMinutesBetween(from, to),
                shares(charges), charges, doubt(calendar, until.isAfter(covered), to)));
    }

    private static @Nullable String doubt(WorkCalendar calendar, boolean beyond, Instant to) {
        if (beyond) {
            return "超出已发布的工作日历，仅计至" + calendar.lastDay();
        }
        return calendar.certainty(calendar.dateOf(to)) == Certainty.PUBLISHED ? null : "当年节假日安排尚未公布";
    }

    private static @Nullable Instant begun(Bundle b) {
        var past = b.intake().more().past();
        return past.isEmpty() ? b.intake().handedInAt() : past.getFirst().handedInAt();
    }

    private static @Nullable Instant ended(Bundle b) {
        var settlement = b.book().settlement();
        return settlement != null ? settlement.at() : b.isLapsed() ? b.intake().more().lapsedAt() : null;
    }

    private static List<Attribution.Share> shares(List<Charge> charges) {
        Map<Attribution.Account, Long> sums = new LinkedHashMap<>();
        charges.forEach(charge -> sums.merge(charge.account(), charge.minutes(), Long::sum));
        return sums.entrySet().stream().filter(e -> e.getValue() > 0)
                .map(e -> new Attribution.Share(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Attribution.Share::minutes).reversed()).toList();
    }

    private List<Charge> charges(WorkCalendar calendar, Instant from, Instant to) {
        var charges = new ArrayList<Charge>();
        var instants = new ArrayList<>(new Turns(bundle, outages).between(from, to));
        long before = 0;
        for (int i = 0; i + 1 < instants.size(); i++) {
            var start = instants.get(i);
            var end = instants.get(i + 1);
            var item = bundle.frozen() == null || start.isBefore(bundle.frozen().at())
                    ? null
                    : path.at(start).orElse(null);
            var account = account(start, item);
            long count = calendar.serviceMinutesBetween(from, end);
            add(charges, new Charge(account, item, start, end, count - before));
            before = count;
        }
        return charges;
    }

    /** Spans that follow each other and go to the same account for the same item become one. */
    private static void add(List<Charge> charges, Charge next) {
        var last = charges.isEmpty() ? null : charges.getLast();
        if (last != null && last.account().equals(next.account())
                && java.util.Objects.equals(last.itemNo(), next.itemNo())) {
            charges.set(charges.size() - 1, new Charge(last.account(), last.itemNo(), last.from(), next.to(),
                    last.minutes() + next.minutes()));
        } else {
            charges.add(next);
        }
    }

    private Attribution.Account account(Instant at, @Nullable String no) {
        if (no == null) {
            return correcting(at)
                    ? Attribution.Account.APPLICANT
                    : out(null, at) ? Attribution.Account.OUTAGE : Attribution.Account.INTAKE;
        }
        var item = bundle.item(no);
        var task = item.task();
        var handler = task == null ? null : task.departmentAt(at);
        if (owes(no, item, at)) {
            return Attribution.Account.APPLICANT;
        }
        if (out(handler, at)) {
            return Attribution.Account.OUTAGE;
        }
        if (external(no, item, at)) {
            return Attribution.Account.EXTERNAL;
        }
        if (lead != null && held(item, at)) {
            return Attribution.Account.department(lead);
        }
        return handler == null ? Attribution.Account.INTAKE : Attribution.Account.department(handler);
    }

    /** From a correction notice to the resubmission. */
    private boolean correcting(Instant at) {
        var corrected = bundle.intake().correctedAt();
        if (corrected != null && !at.isBefore(corrected)) {
            return true;
        }
        var past = bundle.intake().more().past();
        for (int i = 0; i < past.size(); i++) {
            var back = i + 1 < past.size() ? past.get(i + 1).handedInAt() : bundle.intake().handedInAt();
            if (within(at, past.get(i).correctedAt(), back)) {
                return true;
            }
        }
        return false;
    }

    private boolean owes(String no, Item item, Instant at) {
        var correction = item.course().correction();
        return correction != null && within(at, correction.requestedAt(), correction.suppliedAt())
                || bundle.owedBy(no).stream().anyMatch(owed -> owed.type() == Commitment.Type.DEFER
                        && within(at, owed.signedAt(), owed.suppliedAt()));
    }

    private boolean out(@Nullable String handler, Instant at) {
        return outages.stream().anyMatch(outage -> outage.covers(handler, at));
    }

    private boolean external(String no, Item item, Instant at) {
        return item.pauses().stream().anyMatch(pause -> within(at, pause.from(), pause.to()))
                || bundle.joints().stream().anyMatch(joint -> joint.participants().contains(no)
                        && within(at, joint.scheduledAt(), joint.ended() == null ? null : joint.ended().at()));
    }

    private static boolean held(Item item, Instant at) {
        var blocked = item.gate().blockedAt();
        return item.gate().isBlocked() && blocked != null && !at.isBefore(blocked)
                || item.gate().held().stream().anyMatch(span -> within(at, span.from(), span.to()));
    }

    private static boolean within(Instant at, Instant from, @Nullable Instant to) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
}
