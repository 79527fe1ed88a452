package org.lianban.result.oversight.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.time.WorkCalendar;

/**
 * 证照 with a last day.
 *
 * @param reminded days of the last reminder; 0: none yet
 * @param renewal case in which the renewal is applied for
 */
public record Licence(Head head, State state, int reminded, @Nullable String renewal) {

    /** @param validUntil last day on which it is valid */
    public record Head(String id, String region, String caseNo, String itemNo, String department, String name,
            LocalDate validUntil, Instant issuedAt) {}

    public static Licence issued(Head head) {
        return new Licence(head, State.WATCHED, 0, null);
    }

    public static Licence apply(Licence l, Event event) {
        return switch (event) {
            case Event.Reminded e -> moved(l, Trigger.REMIND, e.days(), l.renewal());
            case Event.Consented e -> moved(l, Trigger.CONSENT, l.reminded(), l.renewal());
            case Event.Declined e -> moved(l, Trigger.DECLINE, l.reminded(), l.renewal());
            case Event.Filed e -> moved(l, Trigger.FILE, l.reminded(), e.caseNo());
            case Event.Renewed e -> moved(l, Trigger.RENEW, l.reminded(), l.renewal());
            case Event.Expired e -> moved(l, Trigger.EXPIRE, l.reminded(), l.renewal());
            case Event.Revoked e -> moved(l, Trigger.REVOKE, l.reminded(), l.renewal());
        };
    }

    private static Licence moved(Licence l, Trigger trigger, int reminded, @Nullable String renewal) {
        return TABLE.next(l.state(), trigger).map(s -> new Licence(l.head(), s, reminded, renewal)).orElse(l);
    }

    /** The first instant at which it is no longer valid. */
    public Instant end(WorkCalendar calendar) {
        return head.validUntil().plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    /** When the holder is reminded next or the licence ends; empty when nothing more comes. */
    public Optional<Instant> due(Rules rules, WorkCalendar calendar) {
        return switch (state) {
            case WATCHED, REMINDED, CONSENTED -> Optional.of(reminder(rules)
                    .map(days -> head.validUntil().minusDays(days).atStartOfDay(calendar.zone()).toInstant())
                    .orElseGet(() -> end(calendar)));
            case DECLINED -> Optional.of(end(calendar));
            case FILED, RENEWED, EXPIRED, REVOKED -> Optional.empty();
        };
    }

    private Optional<Integer> reminder(Rules rules) {
        return rules.remindDays().stream().filter(days -> reminded == 0 || days < reminded).findFirst();
    }

    /** What is to be said at this instant; reminders that were slept through are said once. */
    public Optional<Event> next(Rules rules, WorkCalendar calendar, Instant now) {
        if (due(rules, calendar).filter(due -> !now.isBefore(due)).isEmpty()) {
            return Optional.empty();
        }
        if (!now.isBefore(end(calendar))) {
            return Optional.of(new Event.Expired(now));
        }
        var today = calendar.dateOf(now);
        return rules.remindDays().stream().filter(days -> !today.isBefore(head.validUntil().minusDays(days)))
                .reduce((first, second) -> second).map(days -> new Event.Reminded(days, now));
    }

    public static Decision<Event> decide(Licence licence, Command command, OversightActor who, Instant now) {
        var trigger = switch (command) {
            case Command.Consent c -> c.agreed() ? Trigger.CONSENT : Trigger.DECLINE;
            case Command.File c -> Trigger.FILE;
        };
        if (!TABLE.allows(licence.state(), trigger)) {
            return Decision.refused(Reason.WRONG_STATE, trigger == Trigger.FILE && licence.state() != State.FILED
                    ? "须经持证人同意方可申请延续。"
                    : "证照“" + licence.state().label() + "”，不能作此登记。");
        }
        return switch (command) {
            case Command.Consent c -> holder(who)
                    ? Decision.accepted(c.agreed()
                            ? new Event.Consented(who.account(), now)
                            : new Event.Declined(who.account(), now))
                    : Decision.refused(Reason.FORBIDDEN, "只有持证人或其代理人可以同意续办。");
            case Command.File c -> holder(who) || who.role() == Role.WINDOW_CLERK
                    ? Decision.accepted(new Event.Filed(c.caseNo(), now))
                    : Decision.refused(Reason.FORBIDDEN, "只有持证人、代理人或窗口可以登记续办申请。");
        };
    }

    private static boolean holder(OversightActor who) {
        return who.role() == Role.APPLICANT || who.role() == Role.AGENT;
    }

    /** What may be done with a licence that is watched. */
    public sealed interface Command {
        /** @param agreed false: the holder does not want a renewal */
        record Consent(boolean agreed) implements Command {}

        /** 续办 was filed as this case. */
        record File(String caseNo) implements Command {}
    }

    /** 证照状态, as far as its end is concerned. */
    public enum State {
        WATCHED("有效"),
        REMINDED("已提醒"),
        CONSENTED("同意续办"),
        DECLINED("不续办"),
        FILED("已申请延续"),
        RENEWED("已延续"),
        EXPIRED("已到期"),
        REVOKED("已撤销");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What moves a licence. */
    public enum Trigger {
        REMIND, CONSENT, DECLINE, FILE, RENEW, EXPIRE, REVOKE
    }

    /**
     * The transition table of a licence, once. A renewal is filed only after consent; once it is filed in time the licence
     * does not expire before the decision (行政许可法 50).
     */
    public static final Transitions<State, Trigger> TABLE = new Transitions<>(State.WATCHED,
            Set.of(State.RENEWED, State.EXPIRED, State.REVOKED), rows());

    private static List<Row<State, Trigger>> rows() {
        var rows = new ArrayList<>(List.of(new Row<>(State.WATCHED, Trigger.REMIND, State.REMINDED),
                new Row<>(State.REMINDED, Trigger.REMIND, State.REMINDED),
                new Row<>(State.WATCHED, Trigger.CONSENT, State.CONSENTED),
                new Row<>(State.REMINDED, Trigger.CONSENT, State.CONSENTED),
                new Row<>(State.DECLINED, Trigger.CONSENT, State.CONSENTED),
                new Row<>(State.REMINDED, Trigger.DECLINE, State.DECLINED),
                new Row<>(State.CONSENTED, Trigger.DECLINE, State.DECLINED),
                new Row<>(State.CONSENTED, Trigger.FILE, State.FILED),
                new Row<>(State.FILED, Trigger.RENEW, State.RENEWED),
                new Row<>(State.CONSENTED, Trigger.REMIND, State.CONSENTED)));
        for (State state : List.of(State.WATCHED, State.REMINDED, State.CONSENTED, State.DECLINED)) {
            rows.add(new Row<>(state, Trigger.EXPIRE, State.EXPIRED));
        }
        for (State state : List.of(State.WATCHED, State.REMINDED, State.CONSENTED, State.DECLINED, State.FILED)) {
            rows.add(new Row<>(state, Trigger.REVOKE, State.REVOKED));
        }
        return rows;
    }

    /** What happened to a licence. */
    public sealed interface Event {
        Instant at();

        /** @param days before the end, as the rules say */
        record Reminded(int days, Instant at) implements Event {}

        /** 授权同意续办. */
        record Consented(String by, Instant at) implements Event {}

        record Declined(String by, Instant at) implements Event {}

        /** @param caseNo of the renewal */
        record Filed(String caseNo, Instant at) implements Event {}

        /** @param licenceId of the new one */
        record Renewed(String licenceId, Instant at) implements Event {}

        record Expired(Instant at) implements Event {}

        record Revoked(String decisionNo, Instant at) implements Event {}
    }

    /**
     * What the lead department decides about expiring licences.
     *
     * @param remindDays so many days before the end the holder is reminded, descending; 行政许可法 50 wants the application 30
     *     days before the end, so the first lies before that
     */
    public record Rules(List<Integer> remindDays) {
        /** 行政许可法 50: the renewal is applied for so many days before the end. */
        public static final int APPLY_DAYS = 30;

        public static final Rules DEFAULT = new Rules(List.of(60, 40));

        public Rules {
            if (remindDays.isEmpty() || remindDays.stream().anyMatch(d -> d < 0 || d > 366)) {
                throw new IllegalArgumentException("Expected days of 0 to 366, but got " + remindDays);
            }
            remindDays = remindDays.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        }
    }
}
