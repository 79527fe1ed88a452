package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.result.oversight.expiry.ExpiryRules;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.expiry.LicenceCommand;
import org.lianban.result.oversight.expiry.LicenceEvent;
import org.lianban.result.oversight.expiry.Lifecycle;
import org.lianban.time.WorkCalendar;

/** 到期证照. */
final class LicenceDrawer extends Drawer<Licence, LicenceCommand, LicenceEvent> {
    private final ExpiryRules rules;

    LicenceDrawer(ExpiryRules rules) {
        super(FileKind.LICENCE, Licence.class);
        this.rules = rules;
    }

    @Override
    Verdict<LicenceEvent> decide(Licence licence, LicenceCommand command, Speaker who, WorkCalendar calendar,
            Instant now) {
        return Licence.decide(licence, command, who, now);
    }

    @Override
    Licence apply(Licence licence, LicenceEvent event) {
        return Licence.apply(licence, event);
    }

    @Override
    Instant at(LicenceEvent event) {
        return event.at();
    }

    @Override
    Columns columns(Licence l) {
        return new Columns(l.head().id(), l.head().caseNo(), l.head().itemNo(), l.head().region(),
                l.head().department(), l.state().name(), !Lifecycle.TABLE.ends().contains(l.state()), false,
                l.renewal(), l.head().issuedAt());
    }

    @Override
    Optional<Instant> due(Licence licence, WorkCalendar calendar) {
        return licence.due(rules, calendar);
    }
}
