package org.lianban.intake.checking.exemption;

import org.lianban.contracts.event.IntakeEvent.Exempted;

/** What came of asking for one material. */
public sealed interface Finding {

    /** 免提交. */
    record Exempt(Exempted exempted) implements Finding {}

    /** Has to be handed in after all. @param reason in Chinese */
    record Ask(String material, Why why, String reason) implements Finding {}

    /** 为何仍需提交. */
    enum Why {
        /** The applicant has not agreed that the source is asked. */
        NO_CONSENT,
        /** 核验不一致, or the source knows nothing. */
        MISMATCH,
        /** The source gave no answer. */
        UNAVAILABLE
    }
}
