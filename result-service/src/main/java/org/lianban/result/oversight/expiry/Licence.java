package org.lianban.result.oversight.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;
import org.lianban.result.oversight.expiry.Lifecycle.Trigger;
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

    public static Licence apply(Licence l, LicenceEvent event) {
        return switch (event) {
            case LicenceEvent.Reminded e -> moved(l, Trigger.REMIND, e.days(), l.renewal());
            case LicenceEvent.Consented e -> moved(l, Trigger.CONSENT, l.reminded(), l.renewal());
            case LicenceEvent.Declined e -> moved(l, Trigger.DECLINE, l.reminded(), l.renewal());
            case LicenceEvent.Filed e -> moved(l, Trigger.FILE, l.reminded(), e.caseNo());
            case LicenceEvent.Renewed e -> moved(l, Trigger.RENEW, l.reminded(), l.renewal());
            case LicenceEvent.Expired e -> moved(l, Trigger.EXPIRE, l.reminded(), l.renewal());
            case LicenceEvent.Revoked e -> moved(l, Trigger.REVOKE, l.reminded(), l.renewal());
        };
    }

    private static Licence moved(Licence l, Trigger trigger, int reminded, @Nullable String renewal) {
        return Lifecycle.TABLE.next(l.state(), trigger).map(s -> new Licence(l.head(), s, reminded, renewal)).orElse(l);
    }

    /** The first instant at which it is no longer valid. */
    public Instant end(WorkCalendar calendar) {
        return head.validUntil().plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    /** When the holder is reminded next or the licence ends; empty when nothing more comes. */
    public Optional<Instant> due(ExpiryRules rules, WorkCalendar calendar) {
        return switch (state) {
            case WATCHED, REMINDED, CONSENTED -> Optional.of(reminder(rules)
                    .map(days -> head.validUntil().minusDays(days).atStartOfDay(calendar.zone()).toInstant())
                    .orElseGet(() -> end(calendar)));
            case DECLINED -> Optional.of(end(calendar));
            case FILED, RENEWED, EXPIRED, REVOKED -> Optional.empty();
        };
    }

    private Optional<Integer> reminder(ExpiryRules rules) {
        return rules.remindDays().stream().filter(days -> reminded == 0 || days < reminded).findFirst();
    }

    /** What is to be said at this instant; reminders that were slept through are said once. */
    public Optional<LicenceEvent> next(ExpiryRules rules, WorkCalendar calendar, Instant now) {
        if (due(rules, calendar).filter(due -> !now.isBefore(due)).isEmpty()) {
            return Optional.empty();
        }
        if (!now.isBefore(end(calendar))) {
            return Optional.of(new LicenceEvent.Expired(now));
        }
        var today = calendar.dateOf(now);
        return rules.remindDays().stream().filter(days -> !today.isBefore(head.validUntil().minusDays(days)))
                .reduce((first, second) -> second).map(days -> new LicenceEvent.Reminded(days, now));
    }

    public static Decision<LicenceEvent> decide(Licence licence, Command command, OversightActor who, Instant now) {
        var trigger = switch (command) {
            case Command.Consent c -> c.agreed() ? Trigger.CONSENT : Trigger.DECLINE;
            case Command.File c -> Trigger.FILE;
        };
        if (!Lifecycle.TABLE.allows(licence.state(), trigger)) {
            return Decision.refused(Reason.WRONG_STATE,
                    trigger == Trigger.FILE && licence.state() != State.FILED
                            ? "须经持证人同意方可申请延续。"
                            : "证照“" + licence.state().label() + "”，不能作此登记。");
        }
        return switch (command) {
            case Command.Consent c -> holder(who)
                    ? Decision.accepted(c.agreed()
                            ? new LicenceEvent.Consented(who.account(), now)
                            : new LicenceEvent.Declined(who.account(), now))
                    : Decision.refused(Reason.FORBIDDEN, "只有持证人或其代理人可以同意续办。");
            case Command.File c -> holder(who) || who.role() == Role.WINDOW_CLERK
                    ? Decision.accepted(new LicenceEvent.Filed(c.caseNo(), now))
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
}
