package org.lianban.intake.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * 核对结果: what a later look at the stored file found.
     *
     * @param found of the file as it is now; null: it is gone or cannot be read
     * @param current whether the application still refers to this file
     */
    public record Check(Attestation attestation, @Nullable String found, boolean current) {
        public boolean matches() {
            return attestation.sm3().equals(found);
        }
    }
}
