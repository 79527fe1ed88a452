package org.lianban.intake.parties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.form.Field;
import org.lianban.text.TextKind;

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

    /** As it is shown: nobody's number in full. */
    public Mandate masked() {
        return new Mandate(number, region, principal.masked(), agent.masked(), account, oneThings, from, until, proof,
                revocation);
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Mandate[" + number + "]";
    }

    /**
     * 委托登记 as asked for.
     *
     * @param account with which the agent acts online
     * @param oneThings empty: all of the region
     * @param proof digest of the uploaded 委托书; null: the clerk saw it on paper
     */
    public record MandateTerms(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
            @Field(label = "委托人") PartyForm principal,
            @Field(label = "代理人",
                    example = """
                            {"name":"李四","idType":"RESIDENT_ID","idNumber":"410721198802150012","phone":"13800000001"}""") PartyForm agent,
            @Field(kind = TextKind.CODE, label = "代理人账号", example = "a-1007") @Nullable String account,
            @Field(kind = TextKind.CODE, label = "“一件事”编号", max = 40, pattern = "[A-Za-z0-9-]+",
                    example = "XX-09") List<String> oneThings,
            @Field(label = "起始日", example = "2026-03-02") LocalDate from,
            @Field(label = "截止日", example = "2026-12-31") LocalDate until,
            @Field(kind = TextKind.DIGEST, label = "委托书摘要", pattern = "sha256:.*",
                    example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") @Nullable String proof) {

        /** @param onPaper whether the document may be seen instead of uploaded */
        public List<Fault> faults(LocalDate today, boolean onPaper) {
            List<Fault> faults = new ArrayList<>();
            if (proof == null && !onPaper) {
                faults.add(new Fault("/proof", "MISSING", "请先上传委托书；也可以到窗口凭纸质委托书登记"));
            }
            faults.addAll(principal.faults("/principal", today));
            faults.addAll(agent.faults("/agent", today));
            if (agent.idNumber().equalsIgnoreCase(principal.idNumber())) {
                faults.add(new Fault("/agent/idNumber", "SAME_PERSON", "委托人与代理人不能是同一人"));
            }
            faults.addAll(MandateRights.terms(from, until, today));
            return faults;
        }
    }
}
