package org.lianban.intake.parties;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 数据使用记录: one use of somebody's data under a consent.
 *
 * @param party index of whose they are
 * @param mode QUERY or VERIFY; null for a certificate or a profile
 * @param subject what for: a material code, or the fields of a form
 * @param outcome what came of it
 * @param digest of what came back
 */
public record DataUse(Instant at, String region, String party, String consent, Consent.Purpose purpose, String source,
        @Nullable String mode, String subject, String outcome, @Nullable String digest, @Nullable String legalBasis,
        String actor) {}
