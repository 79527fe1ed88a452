package org.lianban.intake.checking.exemption;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lianban.contracts.event.IntakeEvent.Exempted;
import org.lianban.security.Digests;

/** Judges answers. A source that is away never blocks an application: the material is asked for instead. */
public final class Judging {
    private Judging() {}

    public static Finding noConsent(Need need) {
        return new Finding.Ask(need.material().code(), Finding.Why.NO_CONSENT,
                "经申请人同意后可通过" + need.rule().source() + "免提交");
    }

    /** @param consent 授权同意编号 under which the source was asked */
    public static Finding judge(Need need, SourceAnswer answer, String consent, Instant now) {
        return switch (answer) {
            case SourceAnswer.Unavailable none -> ask(need, Finding.Why.UNAVAILABLE,
                    need.rule().source() + "暂时没有答复，请提交材料");
            case SourceAnswer.Denied(String reason) -> ask(need, Finding.Why.MISMATCH,
                    need.rule().source() + "核验不一致：" + reason);
            case SourceAnswer.Confirmed(var values) -> mismatch(need, values)
                    .map(field -> ask(need, Finding.Why.MISMATCH, need.rule().source() + "登记的内容与申报的“" + field + "”不一致"))
                    .orElseGet(() -> exempt(need, values, consent, now));
        };
    }

    private static Finding ask(Need need, Finding.Why why, String reason) {
        return new Finding.Ask(need.material().code(), why, reason);
    }

    /** A source that knows more than was claimed contradicts nothing. */
    private static Optional<String> mismatch(Need need, Map<String, String> values) {
        return need.licence()
                ? Optional.empty()
                : need.claims().entrySet().stream().filter(
                        c -> values.containsKey(c.getKey()) && !c.getValue().equals(values.get(c.getKey()).strip()))
                        .map(Map.Entry::getKey).findFirst();
    }

    private static Finding exempt(Need need, Map<String, String> values, String consent, Instant now) {
        return new Finding.Exempt(new Exempted(need.material().code(), need.rule().reason(),
                need.licence() ? null : need.mode(), need.rule().source(), now, digest(need, values), consent,
                need.rule().legalBasis()));
    }

    /** Over what was asked and what came back, so that it can be compared with the source's own record. */
    static String digest(Need need, Map<String, String> values) {
        String text = need.rule().source() + "\n" + need.mode() + "\n" + new TreeMap<>(need.claims()) + "\n"
                + new TreeMap<>(values);
        return Digests.sha256(text);
    }

    /** What a data source or certificate library answered. */
    public sealed interface SourceAnswer {

        /**
         * @param values for a query, what it knows, by field; for a certificate its number; empty for a verification
         */
        record Confirmed(Map<String, String> values) implements SourceAnswer {
            public Confirmed {
                values = Map.copyOf(values);
            }
        }

        /** Not so, or not there. @param reason in Chinese */
        record Denied(String reason) implements SourceAnswer {}

        /** No answer, or none that can be read; never a verdict on the applicant. @param reason for logs */
        record Unavailable(String reason) implements SourceAnswer {}
    }

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
}
