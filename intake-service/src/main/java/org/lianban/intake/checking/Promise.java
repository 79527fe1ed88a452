package org.lianban.intake.checking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.OmitEmpty;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.IntakeEvent.Commitment;

/**
 * 承诺 as signed, before the receipt sets its date.
 *
 * @param material code of the list
 * @param type 容缺后补 or 承诺免交
 * @param items chosen item numbers that need the material
 * @param textId which commitment text, in exactly which version
 * @param signature digest of the signed text
 * @param limits for 容缺后补: the term of the material and the promise of every item that waits for it; the earliest
 *     counts
 */
public record Promise(String material, Commitment.Type type, List<String> items, String textId, int textVersion,
        Instant signedAt, String signature, Signer signer, String consequence,
        @OmitEmpty List<Term> limits) {

    /** 签署人. */
    public enum Signer {
        APPLICANT, AGENT
    }

    public Promise {
        items = List.copyOf(items);
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    public Commitment due(@Nullable Instant at) {
        return new Commitment(material, type, at, items, textId, textVersion, signedAt, signature, consequence);
    }
}
