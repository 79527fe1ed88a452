package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.check.CheckCommand;
import org.lianban.result.oversight.check.CheckDecider;
import org.lianban.result.oversight.check.CheckEvent;
import org.lianban.result.oversight.check.CheckRules;
import org.lianban.result.oversight.check.Lifecycle;
import org.lianban.time.WorkCalendar;

/** 事后核查. */
final class CheckDrawer extends Drawer<Check, CheckCommand, CheckEvent> {
    private final CheckRules rules;

    CheckDrawer(CheckRules rules) {
        super(FileKind.CHECK, Check.class);
        this.rules = rules;
    }

    @Override
    Verdict<CheckEvent> decide(Check check, CheckCommand command, Speaker who, WorkCalendar calendar, Instant now) {
        return CheckDecider.decide(check, command, who, rules, calendar, now);
    }

    @Override
    Check apply(Check check, CheckEvent event) {
        return Check.apply(check, event);
    }

    @Override
    Instant at(CheckEvent event) {
        return event.at();
    }

    @Override
    Columns columns(Check c) {
        return new Columns(c.head().id(), c.head().caseNo(), c.head().itemNo(), c.head().region(),
                c.head().department(), c.state().name(), !Lifecycle.TABLE.ends().contains(c.state()), c.overdue(),
                c.head().material(), c.head().signedAt());
    }

    @Override
    Optional<Instant> due(Check check, WorkCalendar calendar) {
        return check.due(rules, calendar);
    }
}
