package org.lianban.intake.checking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import tools.jackson.databind.JsonNode;

/**
 * 申请 as read, whatever the channel: nothing of it has been checked, so that all of it can be checked at once.
 *
 * @param oneThing code or exact name within the region
 * @param receive 当场收件: a clerk receives it in the same step
 * @param form an object
 */
public record Filing(@Nullable String region, @Nullable String oneThing, @Nullable Channel channel,
        @Nullable String window, boolean receive, @Nullable Person applicant, @Nullable Person agent,
        Map<String, String> answers, JsonNode form, List<Handed> materials, Additions additions) {

    /** A filing without anything special. */
    public Filing(@Nullable String region, @Nullable String oneThing, @Nullable Channel channel,
            @Nullable String window, boolean receive, @Nullable Person applicant, @Nullable Person agent,
            Map<String, String> answers, JsonNode form, List<Handed> materials) {
        this(region, oneThing, channel, window, receive, applicant, agent, answers, form, materials, Additions.NONE);
    }

    /** @param idType as written: RESIDENT_ID or CREDIT_CODE */
    public record Person(@Nullable String name, @Nullable String idType, @Nullable String idNumber,
            @Nullable String phone) {
        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Person[" + idType + "]";
        }
    }

    /**
     * @param form as written: PAPER or ELECTRONIC
     * @param digest of a file uploaded before
     */
    public record Handed(@Nullable String code, @Nullable String form, @Nullable String digest) {}

    /** Whether a material is handed in. */
    boolean hands(String code) {
        return materials.stream().anyMatch(m -> code.equals(m.code()));
    }

    /** The digests it refers to. */
    public List<String> digests() {
        return materials.stream().map(Handed::digest).filter(java.util.Objects::nonNull).map(d -> d).distinct()
                .toList();
    }
}
