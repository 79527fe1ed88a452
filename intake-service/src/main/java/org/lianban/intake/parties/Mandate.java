package org.lianban.intake.parties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;

/**
 * 授权委托: the principal lets the agent act (民法典 161-165). An enterprise may have several agents; each mandate stands
 * by itself.
 *
 * @param number 委托编号
 * @param region GB/T 2260 county code
 * @param account with which the agent signs in; null: the agent comes to the window only
 * @param oneThings codes; empty: all of the region
 * @param from first day, in China
 * @param until last day
 */
public record Mandate(String number, String region, Party principal, Party agent, @Nullable String account,
        List<String> oneThings, LocalDate from, LocalDate until, Proof proof, @Nullable Revocation revocation) {
    /** Longer than this nobody is trusted without a new one. */
    public static final int MAX_YEARS = 3;

    public Mandate {
        oneThings = List.copyOf(oneThings);
    }

    /**
     * 委托书.
     *
     * @param digest of the uploaded one; null: shown on paper at a window
     * @param by who recorded it; for paper the clerk who saw it and answers for it
     */
    public record Proof(@Nullable String digest, String by, @Nullable String window, Instant at) {
        public boolean paper() {
            return digest == null;
        }
    }

    /** 撤销委托; what was done before stays done. */
    public record Revocation(Instant at, String by, @Nullable String reason) {}

    boolean covers(String code, LocalDate day) {
        return revocation == null && !day.isBefore(from) && !day.isAfter(until)
                && (oneThings.isEmpty() || oneThings.contains(code));
    }

    public Mandate revoked(Instant at, String by, @Nullable String reason) {
        return new Mandate(number, region, principal, agent, account, oneThings, from, until, proof,
                new Revocation(at, by, reason));
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Mandate[" + number + "]";
    }
}
