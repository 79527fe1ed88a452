package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.messaging.NotYet;
import org.lianban.result.bundle.Outlet;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.supervision.Ladder;
import org.lianban.result.oversight.supervision.LadderRules;
import org.lianban.result.oversight.supervision.Order;

/** OrderProjection that a case's events open, move and end. */
record OrderProjection(FileTypes types, Law law, LadderRules rules) {
    private static final String RULE = OversightActor.SYSTEM.account();

    /** A case that breached, or that has orders. */
    boolean concerns(CaseChange change) {
        return !change.after().outlet().orders().isEmpty() || opening(change).findAny().isPresent()
                || Stream.of(ResultEvent.SupervisionIssued.class, ResultEvent.SupervisionCleared.class)
                        .anyMatch(type -> change.events(type).findAny().isPresent());
    }

    /** How many numbers are needed, by prefix. */
    TreeMap<String, Integer> numbers(List<CaseChange> cases, FileUnitOfWork unit) {
        var wanted = new TreeMap<String, Integer>();
        cases.forEach(change -> breaches(change, unit)
                .forEach(e -> wanted.merge(prefix(e.caseNo(), e.itemNo()), 1, Integer::sum)));
        return wanted;
    }

    static String prefix(String caseNo, @Nullable String itemNo) {
        return caseNo + "-" + (itemNo == null ? "00" : itemNo) + "-DB";
    }

    /** Breaches that open an order: there is no open one for the same reason. */
    private List<TimerBreached> breaches(CaseChange change, FileUnitOfWork unit) {
        var opened = new HashSet<String>();
        unit.files(FileRow.Kind.ORDER).stream().filter(row -> change.caseNo().equals(row.caseNo()) && row.open())
                .map(row -> unit.read(types.order(), row).head())
                .forEach(h -> opened.add(reason(h.cause().rule(), h.itemNo(), h.cause().subject())));
        return opening(change).filter(e -> opened.add(reason(e.timer().name(), e.itemNo(), e.detail()))).toList();
    }

    private Stream<TimerBreached> opening(CaseChange change) {
        return change.events(TimerBreached.class).filter(e -> rules.opening(e.timer()).isPresent());
    }

    private static String reason(String rule, @Nullable String itemNo, @Nullable String subject) {
        return rule + "/" + itemNo + "/" + subject;
    }

    void project(FileUnitOfWork unit, List<CaseChange> cases, Map<String, Integer> numbers, Instant now) {
        var given = new TreeMap<>(numbers);
        for (CaseChange change : cases) {
            var breaches = breaches(change, unit);
            record(unit, change);
            ended(unit, change, now);
            for (TimerBreached breach : breaches) {
                var prefix = prefix(breach.caseNo(), breach.itemNo());
                open(unit, change, breach, prefix + given.merge(prefix, 1, Integer::sum));
            }
        }
    }

    private void open(FileUnitOfWork unit, CaseChange change, TimerBreached breach, String id) {
        var filed = change.after().filing();
        var terms = change.terms();
        if (filed == null || terms == null) {
            throw new NotYet("The terms of " + breach.caseNo() + " have not arrived yet");
        }
        var responsible = Stream.of(breach.responsible(), terms.oneThing().lead(), filed.region())
                .filter(Objects::nonNull).findFirst().orElseThrow();
        unit.open(types.order(),
                Order.opened(new Order.Head(id, filed.region(), breach.caseNo(), breach.itemNo(), responsible,
                        new Order.Cause(breach.timer().name(), breach.detail(), LadderRules.text(breach.timer())),
                        Order.Preset.LADDER,
                        false, rules.opening(breach.timer()).orElseThrow(), recipients(terms.oneThing()),
                        breach.breachedAt(), "SYSTEM:result-service")),
                List.of(), RULE);
    }

    /** 专班, leader first. */
    static List<Order.Recipient> recipients(OneThing oneThing) {
        return oneThing.particulars().workingGroup().stream().sorted(Comparator.comparing(member -> member.role()))
                .map(member -> new Order.Recipient(member.role().name(), member.name(), member.title(),
                        member.department()))
                .toList();
    }

    /** What the ladder said through the case is now recorded with the order. */
    private void record(FileUnitOfWork unit, CaseChange change) {
        for (CaseChange.RecordedEvent recorded : change.events()) {
            if (recorded.event() instanceof ResultEvent.SupervisionIssued e) {
                unit.file(FileRow.Kind.ORDER, e.orderId()).ifPresent(row -> move(unit, row, e.at()));
            } else if (recorded.event() instanceof ResultEvent.SupervisionCleared e) {
                unit.file(FileRow.Kind.ORDER, e.orderId()).ifPresent(row -> move(unit, row, e.at()));
            }
        }
    }

    /** @throws IllegalStateException when the order changed after the ladder was asked: nothing is published, and it is asked again */
    private void move(FileUnitOfWork unit, FileRow row, Instant at) {
        var order = unit.read(types.order(), row);
        var next = Ladder.next(order, rules, FileUnitOfWork.calendar(law, order.head().region()), at).orElseThrow(
                () -> new IllegalStateException("Order " + row.id() + " has nothing to say any more"));
        unit.move(types.order(), row, List.of(next.event()), RULE);
    }

    /** An order loses its reason once no clock of that kind is both open and past its end. */
    private void ended(FileUnitOfWork unit, CaseChange change, Instant now) {
        var terms = change.terms();
        if (change.after().outlet().orders().isEmpty() || terms == null) {
            return;
        }
        var late = Clocks.of(change.after(), terms).stream().filter(clock -> late(clock, now)).toList();
        for (Outlet.Order open : change.after().outlet().orders()) {
            unit.file(FileRow.Kind.ORDER, open.id()).ifPresent(row -> {
                var order = unit.read(types.order(), row);
                if (order.course().causeEndedAt() == null && !holds(order, late)) {
                    unit.move(types.order(), row, List.of(new Order.Event.CauseEnded("事项已按要求办理", now)), RULE);
                }
            });
        }
    }

    private static boolean late(Clock clock, Instant now) {
        return clock.open() && clock.read(now).status() == Clock.Status.BREACHED;
    }

    /** Of an order by hand and of one about a ticket people and tickets decide. */
    private static boolean holds(Order order, List<Clock> late) {
        var rule = order.head().cause().rule();
        return rule.equals(Order.Cause.BY_HAND) || rule.equals(ResultEvent.Timer.RATING.name())
                || late.stream().anyMatch(clock -> clock.timer().name().equals(rule)
                        && Objects.equals(clock.itemNo(), order.head().itemNo()));
    }

    /** Said on the order's case, and recorded with the order when that transaction is followed. */
    static List<ResultEvent> announced(Order order, Ladder.Next next, Instant now) {
        var caseNo = Objects.requireNonNull(order.head().caseNo());
        var head = order.head();
        var events = new ArrayList<ResultEvent>();
        if (next.missedAt() != null) {
            events.add(new TimerBreached(caseNo, ResultEvent.Timer.SUPERVISION, head.itemNo(), next.missedAt(), now,
                    head.department(), head.id()));
        }
        if (next.event() instanceof Order.Event.Issued issued) {
            events.add(new ResultEvent.SupervisionIssued(caseNo, head.itemNo(), head.id(),
                    ResultEvent.Level.valueOf(issued.level().name()), head.department(), head.cause().rule(),
                    issued.replyDue(), now));
        } else {
            events.add(new ResultEvent.SupervisionCleared(caseNo, head.id(), now));
        }
        return events;
    }
}
