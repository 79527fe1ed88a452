package org.lianban.intake.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.intake.Defect;
import org.lianban.intake.check.Filing;
import org.lianban.intake.check.StoredMaterial;
import org.lianban.kit.Fault;
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
    record File(Filing filing, List<Fault> faults, @Nullable String provinceNo, @Nullable Instant handedInAt)
            implements
                Order {}

    /** 收件. */
    record Receive(String caseNo) implements OfCase {}

    /**
     * 一次告知.
     *
     * @param defects every one, never empty
     */
    record NotifyCorrection(String caseNo, List<Defect> defects) implements OfCase {}

    /**
     * 补正.
     *
     * @param changes members of an application that replace those handed in before
     */
    record Resubmit(String caseNo, JsonNode changes) implements OfCase {}

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
