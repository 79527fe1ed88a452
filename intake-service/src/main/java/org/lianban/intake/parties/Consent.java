package org.lianban.intake.parties;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
}
