package org.lianban.catalog.guides;

import java.time.Instant;
import java.util.List;

/**
 * 一次告知单: the complete list of materials, steps and limits for exactly the answers given (新政文〔2024〕62号 附件3
 * 四(二)1). Kept as it was handed out, whatever is published later.
 *
 * @param id the same for the same version, answers and wording
 * @param issuedAt when it was handed out first
 * @param digest {@code sm3:} over the guide and the answers as kept
 * @param guide only what the scenario needs
 */
public record OneTimeNotice(String id, Instant issuedAt, String digest, List<Scenario.Answer> answers, Guide guide) {
    private static final int ID_DIGITS = 16;

    /** @param digest of answers and guide */
    public static OneTimeNotice of(Instant issuedAt, String digest, List<Scenario.Answer> answers, Guide guide) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return new OneTimeNotice("GZ-" + hex.substring(0, ID_DIGITS), issuedAt, digest, answers, guide);
    }
}
