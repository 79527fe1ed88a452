package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.Defect;

/** What happened to an application; {@link Announcements} says it to the other services. */
public sealed interface ApplicationEvent {

    /** Round 0, or with a resubmission the next one. */
    record Submitted(Dossier dossier) implements ApplicationEvent {}

    record CorrectionNotified(Application.Notice notice, int round, List<Defect> defects) implements ApplicationEvent {}

    /**
     * @param pack what was handed in, with what the clerk found about it
     * @param held what is kept in hand of it
     */
    record Received(Application.Receipt receipt, CasePack pack, Held held, Held.Receiving how)
            implements ApplicationEvent {}

    /** 当场补正: the same round. */
    record Amended(Dossier dossier) implements ApplicationEvent {}

    /**
     * 补交.
     *
     * @param items item numbers that the materials are for
     * @param pack everything, with them
     */
    record Supplemented(SupplementPurpose purpose, List<String> items, List<MaterialRef> materials, CasePack pack,
            Instant at) implements ApplicationEvent {}

    /** 容缺逾期. */
    record Expired(String material, List<String> items, Instant at) implements ApplicationEvent {}

    /** 补正不来办结. */
    record Lapsed(int round, Instant at) implements ApplicationEvent {}

    /** 部门补正; told to nobody, since everybody who needs it knows. */
    record CorrectionAsked(Held.Wish wish) implements ApplicationEvent {}

    record AllWithdrawn(String reason, Instant at) implements ApplicationEvent {}

    /** @param items ascending, never empty, none of them withdrawn before */
    record ItemsWithdrawn(List<String> items, String reason, Instant at) implements ApplicationEvent {}

    record Settled(String outcome, Instant at) implements ApplicationEvent {}
}
