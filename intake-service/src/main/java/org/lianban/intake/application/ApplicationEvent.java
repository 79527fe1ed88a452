package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.lianban.contracts.intake.Defect;
import org.lianban.intake.application.Application.Notice;
import org.lianban.intake.application.Application.Receipt;

/** What happened to an application; {@link Announcements} says it to the other services. */
public sealed interface ApplicationEvent {

    /** Round 0, or with a resubmission the next one. */
    record Submitted(Dossier dossier) implements ApplicationEvent {}

    record CorrectionNotified(Notice notice, int round, List<Defect> defects) implements ApplicationEvent {}

    record Received(Receipt receipt) implements ApplicationEvent {}

    record AllWithdrawn(String reason, Instant at) implements ApplicationEvent {}

    /** @param items ascending, never empty, none of them withdrawn before */
    record ItemsWithdrawn(List<String> items, String reason, Instant at) implements ApplicationEvent {}

    record Settled(String outcome, Instant at) implements ApplicationEvent {}
}
