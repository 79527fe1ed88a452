package org.lianban.intake.application;

import java.util.List;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.intake.Defect;

/** What may be asked of an application. Contents have been checked before; commands carry what the check found. */
public sealed interface Command {

    /** @param receive 当场收件: received at once */
    record Submit(Dossier dossier, boolean receive) implements Command {}

    record Receive() implements Command {}

    /** @param defects every one, never empty */
    record NotifyCorrection(List<Defect> defects) implements Command {}

    record Resubmit(List<String> items, CasePack pack, boolean receive) implements Command {}

    /** @param items item numbers; empty: all */
    record Withdraw(List<String> items, String reason) implements Command {}

    record MarkSettled(String outcome, java.time.Instant settledAt) implements Command {}
}
