package org.lianban.intake.parties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.OneThing;

/**
 * 一人一档、一企一档: what was attested before.
 *
 * @param party index of whose it is
 * @param consent 授权同意编号 under which it is kept
 */
public record Profile(String party, String region, Content content, String consent, String caseNo, Instant at) {
    /**
     * A material that a window compared with its original, or that the authority issued.
     *
     * @param certificateType what it is, whatever the one-thing calls it; null: only the code tells
     */
    public record Kept(String oneThing, MaterialRef material, @Nullable String certificateType) {
        /** The same file under the code of another list. */
        public Kept as(String code, OneThing.Material listed) {
            return new Kept(code, new MaterialRef(listed.code(), listed.name(), material.form(), material.digest(),
                    material.mediaType(), material.bytes(), material.sm3(), material.trust()), certificateType);
        }

        boolean same(Kept other) {
            return certificateType == null
                    ? oneThing.equals(other.oneThing) && material.code().equals(other.material.code())
                    : certificateType.equals(other.certificateType);
        }
    }

    /** @param values last attested ones, by field name */
    public record Content(Map<String, String> values, List<Kept> materials) {
        public static final Content EMPTY = new Content(Map.of(), List.of());
        /** Of each, the oldest go when there are more. */
        private static final int MAX = 500;

        /** What is newer takes the place of what it is about. */
        public Content with(Content newer) {
            Map<String, String> all = new LinkedHashMap<>(newer.values());
            values.forEach((name, value) -> {
                if (all.size() < MAX) {
                    all.putIfAbsent(name, value);
                }
            });
            List<Kept> kept = new ArrayList<>(newer.materials());
            materials.stream().filter(m -> newer.materials().stream().noneMatch(n -> n.same(m)))
                    .limit(Math.max(0, MAX - kept.size())).forEach(kept::add);
            return new Content(all, kept);
        }
    }

    /** 预填表单. @param party index of whose it is */
    public record Prefill(String id, String party, String region, String oneThing, Content content, Instant at) {}
}
