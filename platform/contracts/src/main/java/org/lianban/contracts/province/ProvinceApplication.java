package org.lianban.contracts.province;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import tools.jackson.databind.JsonNode;

/**
 * 省平台申报: what a province sends to {@code province.applications.v1}, plain JSON.
 *
 * @param provinceNo the province's own number; makes the application idempotent
 * @param oneThing the code ({@code XX-09}) or the exact name within the region
 */
public record ProvinceApplication(String provinceNo, String region, String oneThing, Party applicant,
        @Nullable Party agent, @Nullable Map<String, String> answers, @Nullable JsonNode form,
        @Nullable List<HandedIn> materials, @Nullable Instant submittedAt) {

    /**
     * 提交材料: name, type and size follow from the catalogue and from the stored file.
     *
     * @param code the material of the one-thing's list, {@code m01}
     * @param digest of a file uploaded before; null for paper
     */
    public record HandedIn(String code, MaterialRef.Form form, @Nullable String digest) {}
}
