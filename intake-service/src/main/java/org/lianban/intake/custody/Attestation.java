package org.lianban.intake.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

/**
 * 一致性确认: a clerk compared an electronic copy with its paper and answers for it (新政文〔2024〕62号 附件3: 对电子材料与
 * 纸质材料的一致性负责). Written once; a new copy of the same material is a new one.
 *
 * @param ordinal from 1 within the case
 * @param digest names the file, {@code sha256:} and 64 hex digits
 * @param sm3 of the same content, {@code sm3:} and 64 hex digits (GB/T 32905)
 * @param kept whether the window kept the original; otherwise it was shown and given back
 * @param clerk who answers for it, as events carry it
 */
public record Attestation(String caseNo, int ordinal, String material, String digest, String sm3, boolean kept,
        String clerk, @Nullable String window, Instant at) {

    /** 原件去向. */
    public enum Where {
        KEPT, SHOWN
    }

    /** 一致性确认 as asked for. @param consistent has to be said */
    public record AttestationTerms(
            @Field(kind = TextKind.DIGEST, label = "电子件的摘要", pattern = "sha256:.*",
                    example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") String digest,
            @Field(label = "电子件与纸质原件一致", example = "true") boolean consistent,
            @Field(label = "原件去向", example = "KEPT") Where original) {}
}
