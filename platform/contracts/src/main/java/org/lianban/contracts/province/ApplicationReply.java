package org.lianban.contracts.province;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;

/**
 * 申报回执 on {@code province.application-replies.v1}: one per application message.
 *
 * @param provinceNo as sent; null where the message had none but could be answered by its correlation
 * @param faults every fault at once; empty when accepted
 */
public record ApplicationReply(@Nullable String provinceNo, boolean accepted, @Nullable String caseNo,
        @Nullable CaseState state, @Nullable Instant intakeDue, List<Fault> faults) {

    /** @param pointer JSON pointer into the message, {@code /applicant/idNumber} */
    public record Fault(String pointer, String code, String message) {}
}
