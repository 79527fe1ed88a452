package org.lianban.result.oversight.check;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import org.lianban.result.oversight.Period;

/**
 * What the lead department decides about checks (国办发〔2020〕42号: 差异化核查).
 *
 * @param ratios share of commitments that is checked, 0 to 1, by tier; a tier that is not named is checked in full
 * @param within from the approval to the finding
 * @param correction from the demand to correct to the finding
 * @param defence from the notice to the decision at the earliest, unless the holder was heard before
 */
public record CheckRules(Map<Tier, Double> ratios, Period within, Period correction, Period defence) {
    private static final int PARTS = 10_000;

    public static final CheckRules DEFAULT = new CheckRules(Map.of(Tier.A, 0.1, Tier.B, 0.3, Tier.C, 0.6, Tier.D, 1.0),
            Period.workingDays(30), Period.workingDays(10), Period.workingDays(5));

    public CheckRules {
        ratios = Map.copyOf(ratios);
        if (ratios.values().stream().anyMatch(r -> r.isNaN() || r < 0 || r > 1)) {
            throw new IllegalArgumentException("Expected ratios of 0 to 1, but got " + ratios);
        }
    }

    /** Whether a commitment is in the sample: the same answer whenever and wherever it is asked. */
    public boolean samples(String check, Tier tier) {
        var sum = new CRC32();
        sum.update(check.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % PARTS < Math.round(ratios.getOrDefault(tier, 1.0) * PARTS);
    }

    /** 信用等级 of an applicant, as the credit platform gives it. */
    public enum Tier {
        A,
        B,
        C,
        D,
        /** Nobody could be asked. */
        UNKNOWN
    }
}
