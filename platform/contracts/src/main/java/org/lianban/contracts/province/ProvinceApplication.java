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
        @Nullable List<MaterialRef> materials, @Nullable Instant submittedAt) {}
