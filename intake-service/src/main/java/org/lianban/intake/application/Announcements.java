package org.lianban.intake.application;

import java.util.List;
import java.util.Optional;
import org.lianban.contracts.intake.IntakeEvent;
import org.lianban.contracts.intake.IntakeEvent.CaseReceived;
import org.lianban.contracts.intake.IntakeEvent.CaseSubmitted;
import org.lianban.contracts.intake.IntakeEvent.CaseWithdrawn;
import org.lianban.intake.application.Application.Filed;

/** What the other services are told. */
public final class Announcements {
    private Announcements() {}

    /** @param after the state that the event led to; empty for what result-service itself said first */
    public static Optional<IntakeEvent> of(ApplicationEvent event, Filed after) {
        Dossier d = after.dossier();
        return switch (event) {
            case ApplicationEvent.Submitted e -> Optional.of(new CaseSubmitted(d.caseNo(), d.region(), d.oneThing(),
                    d.catalogHash(), d.channel(), d.window(), d.pack().applicant().masked().name(), d.provinceNo(),
                    d.round(), d.handedInAt()));
            case ApplicationEvent.CorrectionNotified e -> Optional.of(new IntakeEvent.CorrectionNotified(d.caseNo(),
                    e.notice().number(), e.round(), e.defects(), e.notice().at()));
            case ApplicationEvent.Received e -> Optional.of(new CaseReceived(d.caseNo(), d.region(), d.oneThing(),
                    d.catalogHash(), e.receipt().number(), d.items(), d.handedInAt(), e.receipt().at(), d.pack()));
            case ApplicationEvent.AllWithdrawn e -> Optional
                    .of(new CaseWithdrawn(d.caseNo(), List.of(), e.reason(), e.at()));
            case ApplicationEvent.ItemsWithdrawn e -> Optional
                    .of(new CaseWithdrawn(d.caseNo(), e.items(), e.reason(), e.at()));
            case ApplicationEvent.Settled e -> Optional.empty();
        };
    }
}
