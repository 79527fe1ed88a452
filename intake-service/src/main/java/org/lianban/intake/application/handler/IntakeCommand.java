package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.ApplicationCommand;
import org.lianban.intake.checking.Filing;
import tools.jackson.databind.JsonNode;

/** What is asked of intake about one application, as it was brought; nothing of it has been checked. */
public sealed interface IntakeCommand {
    /**
     * 提交申请.
     *
     * @param faults found while it was read
     * @param provinceNo the province's own number
     * @param handedInAt when the applicant handed it in elsewhere; null: now
     */
    record File(Filing filing, List<Fault> faults, @Nullable String provinceNo,
            @Nullable Instant handedInAt) implements IntakeCommand {}

    /** 收件. @param checks 收件核验 */
    record Receive(String caseNo, List<Filing.Checked> checks) implements OfCase {}

    /**
     * 一次告知.
     *
     * @param defects every one; empty where the checks say it all
     * @param checks 收件核验: what was found wanting is added to the defects
     */
    record NotifyCorrection(String caseNo, List<Defect> defects, List<Filing.Checked> checks) implements OfCase {}

    /** 补正. */
    record Resubmit(String caseNo, Filing.Changes changes) implements Changing {}

    /** 当场补正. */
    record Amend(String caseNo, Filing.Changes changes) implements Changing {}

    /**
     * 补交 after the receipt.
     *
     * @param item for CORRECTION, the item whose department asked
     * @param form fields to be corrected
     */
    record Supplement(String caseNo, SupplementPurpose purpose, @Nullable String item, List<Filing.Handed> materials,
            @Nullable JsonNode form) implements OfCase {}

    /** What brings nothing that has to be checked: 撤回, 容缺逾期, 补正逾期 and 部门补正. */
    record Plain(String caseNo, ApplicationCommand order) implements OfCase {}

    /** About an application that was filed before. */
    sealed interface OfCase extends IntakeCommand {
        String caseNo();
    }

    /** With members of an application in it. */
    sealed interface Changing extends OfCase {
        Filing.Changes changes();
    }

    /** As meters and logs call it. */
    default String name() {
        return (this instanceof Plain plain ? plain.order() : this).getClass().getSimpleName();
    }
}
