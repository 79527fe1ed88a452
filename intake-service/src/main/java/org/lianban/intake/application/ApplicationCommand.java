package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Held.Receiving;
import org.lianban.intake.checking.Extras;

/** What may be asked of an application. Contents have been checked before; commands carry what the check found. */
public sealed interface ApplicationCommand {

    /** @param receive 当场收件: received at once; null: waits for a clerk */
    record Submit(Dossier dossier, @Nullable Receiving receive) implements ApplicationCommand {}

    /** @param pack what was handed in, with what the clerk found about it */
    record Receive(CasePack pack, Receiving receiving) implements ApplicationCommand {}

    /**
     * @param defects every one, never empty
     * @param dueAt 补正期限; null: none
     * @param mayLapse whether the application ends when it runs out
     */
    record NotifyCorrection(List<Defect> defects, @Nullable Instant dueAt, boolean mayLapse)
            implements ApplicationCommand {}

    record Resubmit(List<String> items, CasePack pack, Extras extras, @Nullable Receiving receive)
            implements
            ApplicationCommand {}

    /** 当场补正 before the receipt. */
    record Amend(List<String> items, CasePack pack, Extras extras) implements ApplicationCommand {}

    /**
     * 补交 after the receipt.
     *
     * @param item for CORRECTION, the item whose department asked; null for TOLERANCE
     * @param materials what is handed in now
     * @param pack everything, with them
     */
    record Supplement(SupplementPurpose purpose, @Nullable String item, List<MaterialRef> materials,
            CasePack pack) implements ApplicationCommand {}

    /** 容缺逾期, as the clock found. */
    record Expire(String material) implements ApplicationCommand {}

    /** 补正逾期 of a round, as the clock found. */
    record Lapse(int round) implements ApplicationCommand {}

    /** A department asks for a correction. */
    record AskCorrection(Held.Wish wish) implements ApplicationCommand {}

    /** @param items item numbers; empty: all */
    record Withdraw(List<String> items, String reason) implements ApplicationCommand {}

    record MarkSettled(String outcome, Instant settledAt) implements ApplicationCommand {}
}
