package org.lianban.intake.parties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.form.Field;
import org.lianban.intake.commands.Days;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.text.TextKind;

/**
 * 授权同意 of one person or firm (个人信息保护法 14, 15): to one version of a text, revocable at any time; what was done
 * under it before stays lawful.
 *
 * @param id starts with {@code TY}
 * @param party who agreed, as a keyed digest of type and number
 * @param sources names of data sources and certificate libraries; empty: all
 * @param until last instant; null: until it is revoked
 */
public record Consent(String id, String region, String party, Set<Purpose> purposes, List<String> sources,
        String textId, int textVersion, Instant givenAt, String givenBy, @Nullable Instant until,
        @Nullable Instant revokedAt, @Nullable String revokedBy) {

    /** 用途. */
    public enum Purpose {
        /** 数据共享核验. */
        DATA_SHARING,
        /** 调用电子证照. */
        E_LICENCE,
        /** 建立一人一档、一企一档. */
        PROFILE_KEEP,
        /** 复用档案. */
        PROFILE_REUSE
    }

    public Consent {
        purposes = Set.copyOf(purposes);
        sources = List.copyOf(sources);
    }

    public boolean standsAt(Instant at) {
        return revokedAt == null && (until == null || at.isBefore(until));
    }

    /** Whether it lets this source be asked for this purpose. */
    public boolean covers(Purpose purpose, String source, Instant at) {
        return allows(purpose, at) && (sources.isEmpty() || sources.contains(source));
    }

    public boolean allows(Purpose purpose, Instant at) {
        return standsAt(at) && purposes.contains(purpose);
    }

    public Consent revoked(Instant at, String by) {
        return new Consent(id, region, party, purposes, sources, textId, textVersion, givenAt, givenBy, until, at, by);
    }

    /**
     * 授权书 as it is agreed to.
     *
     * @param version from 1; a consent is to exactly one version
     */
    public record ConsentText(String id, int version, String title, String text) {

        /** The version that can be agreed to now. */
        public static Optional<ConsentText> current(List<ConsentText> texts, String id) {
            return texts.stream().filter(t -> t.id().equals(id)).max(Comparator.comparingInt(ConsentText::version));
        }
    }

    /**
     * 授权同意 as somebody gives it.
     *
     * @param sources empty: all
     * @param until null: until it is revoked
     */
    public record ConsentTerms(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
            @Field(label = "当事人") PartyForm party,
            @Field(label = "用途", least = 1, example = "[\"DATA_SHARING\",\"E_LICENCE\"]") Set<Consent.Purpose> purposes,
            @Field(label = "数据源", max = 60, pattern = "[^,]+", form = "数据源名称，不含逗号",
                    example = "人口库") List<String> sources,
            @Field(kind = TextKind.CODE, label = "所同意的授权书", example = "data-reuse") String textId,
            @Field(label = "授权书版本", min = 1, max = 10_000, example = "1") int textVersion,
            @Field(label = "有效期", example = "2027-03-02T00:00:00+08:00") @Nullable Instant until) {

        /** @param current the version of the text that can be agreed to now; null: there is no such text */
        public List<Fault> faults(@Nullable ConsentText current, Instant now) {
            List<Fault> faults = new ArrayList<>(party.faults("/party", Days.in(now)));
            if (current == null) {
                faults.add(new Fault("/textId", "UNKNOWN", "没有此授权书"));
            } else if (current.version() != textVersion) {
                faults.add(new Fault("/textVersion", "OTHER_TEXT",
                        "应同意《" + current.title() + "》第 " + current.version() + " 版"));
            }
            if (until != null && !until.isAfter(now)) {
                faults.add(new Fault("/until", "MALFORMED", "有效期应晚于现在"));
            }
            return faults;
        }
    }

    /**
     * 数据使用记录: one use of somebody's data under a consent.
     *
     * @param party index of whose they are
     * @param mode QUERY or VERIFY; null for a certificate or a profile
     * @param subject what for: a material code, or the fields of a form
     * @param outcome what came of it
     * @param digest of what came back
     */
    public record DataUse(Instant at, String region, String party, String consent, Consent.Purpose purpose,
            String source,
            @Nullable String mode, String subject, String outcome, @Nullable String digest, @Nullable String legalBasis,
            String actor) {}
}
