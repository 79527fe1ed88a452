package org.lianban.result.oversight.supervision;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.time.WorkCalendar;

/** When an order has something to say, and what: first issue, next level, clearing. */
public final class Ladder {
    private Ladder() {}

    /** What an order says next, and the limit that was missed, if one was. */
    public record Next(Order.Event event, @Nullable Instant missedAt) {}

    /** When to look at the order next; empty while it waits for people only. */
    public static Optional<Instant> due(Order order, LadderRules rules, WorkCalendar calendar) {
        if (order.state() == Order.State.CLEARED) {
            return Optional.empty();
        }
        if (clears(order)) {
            return Optional.ofNullable(order.course().causeEndedAt());
        }
        return switch (order.state()) {
            case DETECTED -> Optional.of(order.course().since());
            case REMINDED, ORDERED, CIRCULATED -> period(order, rules, calendar);
            case PROPOSED, CLEARED -> Optional.empty();
        };
    }

    /** A proposal to hold somebody accountable is not dropped because the cause went away: people decide first. */
    private static boolean clears(Order order) {
        return order.course().causeEndedAt() != null
                && (order.state() != Order.State.PROPOSED || order.course().decision() != null);
    }

    private static Optional<Instant> period(Order order, LadderRules rules, WorkCalendar calendar) {
        var course = order.course();
        if (course.answered().containsKey(Order.Answer.SOLVED)) {
            return Optional.empty();
        }
        return open(order).map(answer -> limit(order, answer, rules, calendar)).flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .or(() -> order.state().level().flatMap(rules::period)
                        .map(period -> period.end(course.since(), calendar)));
    }

    /** 13710: what is still to be answered and was not missed before. */
    private static Stream<Order.Answer> open(Order order) {
        return order.head().preset() == Order.Preset.LADDER
                ? Stream.empty()
                : Arrays.stream(Order.Answer.values()).filter(answer -> !order.course().answered().containsKey(answer)
                        && !order.course().missed().contains(answer));
    }

    /** 13710 counts from the order; an accepted improvement moves what is left to be counted from it. */
    private static Optional<Instant> limit(Order order, Order.Answer answer, LadderRules rules, WorkCalendar calendar) {
        var issued = order.course().issuedAt();
        return issued == null
                ? Optional.empty()
                : rules.period(answer, order.head().major())
                        .map(period -> period.end(issued, calendar));
    }

    /** What the order says at this instant; empty when it is not due. */
    public static Optional<Next> next(Order order, LadderRules rules, WorkCalendar calendar, Instant now) {
        var due = due(order, rules, calendar);
        if (due.isEmpty() || now.isBefore(due.get())) {
            return Optional.empty();
        }
        if (clears(order)) {
            return Optional.of(new Next(new Order.Event.Cleared("督办事由已消除", now), null));
        }
        if (order.state() == Order.State.DETECTED) {
            return Optional.of(new Next(issued(order, order.head().first(), Set.of(), rules, calendar, now), null));
        }
        var missed = EnumSet.noneOf(Order.Answer.class);
        open(order).filter(answer -> limit(order, answer, rules, calendar).filter(end -> !now.isBefore(end))
                .isPresent()).forEach(missed::add);
        var next = Order.Level.values()[order.state().level().orElseThrow().ordinal() + 1];
        return Optional.of(new Next(issued(order, next, missed, rules, calendar, now), due.get()));
    }

    private static Order.Event.Issued issued(Order order, Order.Level level, Set<Order.Answer> missed,
            LadderRules rules, WorkCalendar calendar, Instant now) {
        var bare = new Order.Event.Issued(level, missed, null, now);
        return new Order.Event.Issued(level, missed, due(order.apply(bare), rules, calendar).orElse(null), now);
    }
}
