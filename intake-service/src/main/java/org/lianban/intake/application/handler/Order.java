package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Wish;
import org.lianban.intake.checking.Additions.Checked;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.materials.StoredMaterial;
import tools.jackson.databind.JsonNode;

/** What is asked of the desk. */
public sealed interface Order {

    /**
     * 提交申请.
     *
     * @param faults found while it was read
     * @param provinceNo the province's own number
     * @param handedInAt when the applicant handed it in elsewhere; null: now
     */
    record File(Filing filing, List<Fault> faults, @Nullable String provinceNo, @Nullable Instant handedInAt,
            Gathered gathered) implements Order {

        /** Nothing had to be found out for it. */
        public File(Filing filing, List<Fault> faults, @Nullable String provinceNo, @Nullable Instant handedInAt) {
            this(filing, faults, provinceNo, handedInAt, Gathered.NOTHING);
        }
    }

    /** 收件. @param checks 收件核验 */
    record Receive(String caseNo, List<Checked> checks) implements OfCase {}

    /**
     * 一次告知.
     *
     * @param defects every one; empty where the checks say it all
     * @param checks 收件核验: what was found wanting is added to the defects
     */
    record NotifyCorrection(String caseNo, List<Defect> defects, List<Checked> checks) implements OfCase {}

    /**
     * 补正.
     *
     * @param changes members of an application that replace those handed in before
     */
    record Resubmit(String caseNo, JsonNode changes, Gathered gathered) implements OfCase {}

    /**
     * 当场补正.
     *
     * @param changes members of an application that replace those handed in before
     */
    record Amend(String caseNo, JsonNode changes, Gathered gathered) implements OfCase {}

    /**
     * 补交 after the receipt.
     *
     * @param item for CORRECTION, the item whose department asked
     * @param content materials and form fields
     */
    record Supplement(String caseNo, SupplementPurpose purpose, @Nullable String item, JsonNode content)
            implements
            OfCase {}

    /** 容缺逾期, as the clock found. */
    record Expire(String caseNo, String material) implements OfCase {}

    /** 补正逾期, as the clock found. */
    record Lapse(String caseNo, int round) implements OfCase {}

    /** 部门补正, as a department asked. */
    record AskCorrection(String caseNo, Wish wish) implements OfCase {}

    /**
     * 撤回.
     *
     * @param items empty: all
     */
    record Withdraw(String caseNo, List<String> items, String reason) implements OfCase {}

    /** 登记 an uploaded file. */
    record Keep(StoredMaterial material) implements Order {}

    /** What another room does about the case. */
    record Aside(String caseNo, Beside work) implements OfCase {}

    /** Something about an application that was filed before. */
    sealed interface OfCase extends Order {
        String caseNo();
    }
}
