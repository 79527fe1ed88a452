package org.lianban.intake.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.intake.checking.Extras;

/**
 * 申请: what was handed in, as of its last round.
 *
 * @param region GB/T 2260 county code
 * @param oneThing code, {@code XX-09}
 * @param catalogHash the version it was filed under; stays through all rounds
 * @param window where it was handed in, null for other channels
 * @param provinceNo the province's own number
 * @param round 0, one more with every resubmission
 * @param handedInAt of this round: the two-hour intake clock starts here
 * @param items 办理事项 that the answers chose, ascending
 * @param extras what most applications do not have
 */
public record Dossier(String caseNo, String region, String oneThing, String catalogHash, Channel channel,
        @Nullable String window, @Nullable String provinceNo, int round, Instant handedInAt, List<String> items,
        CasePack pack, Extras extras) {

    /** An application with nothing special about it. */
    public Dossier(String caseNo, String region, String oneThing, String catalogHash, Channel channel,
            @Nullable String window, @Nullable String provinceNo, int round, Instant handedInAt, List<String> items,
            CasePack pack) {
        this(caseNo, region, oneThing, catalogHash, channel, window, provinceNo, round, handedInAt, items, pack,
                Extras.NONE);
    }

    /** The next round of the same application. */
    Dossier resubmitted(Instant at, List<String> chosen, CasePack corrected, Extras with) {
        return new Dossier(caseNo, region, oneThing, catalogHash, channel, window, provinceNo, round + 1, at, chosen,
                corrected, with);
    }

    /** 当场补正: the same round, the same clock. */
    Dossier amended(List<String> chosen, CasePack corrected, Extras with) {
        return new Dossier(caseNo, region, oneThing, catalogHash, channel, window, provinceNo, round, handedInAt,
                chosen, corrected, with);
    }

    /** With what the clerk found, or with what was handed in later. */
    public Dossier with(CasePack changed) {
        return new Dossier(caseNo, region, oneThing, catalogHash, channel, window, provinceNo, round, handedInAt,
                items, changed, extras);
    }
}
