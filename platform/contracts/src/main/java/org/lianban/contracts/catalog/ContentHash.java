package org.lianban.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * 内容指纹: SHA-256 over the canonical JSON, that is without the hash itself and without absent values, members in
 * alphabetical order, no spaces, UTF-8. A later optional field therefore does not change the hash of older content, and
 * whoever has the content can prove that it is the version a case was filed under.
 */
public final class ContentHash {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(i -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY,
                    JsonInclude.Include.NON_NULL))
            .build();

    private ContentHash() {}

    /** @param unnamed a version whose hash is empty */
    public static String of(OneThing unnamed) {
        return digest(unnamed);
    }

    /** @param unnamed a calendar whose hash is empty */
    public static String of(WorkingCalendar unnamed) {
        return digest(unnamed);
    }

    /** The same version with an empty hash. */
    public static OneThing unnamed(OneThing o) {
        return new OneThing(o.code(), o.region(), o.version(), "", o.effectiveFrom(), o.name(), o.printedName(),
                o.subject(), o.stage(), o.batch(), o.lead(), o.coLeads(), o.plannedCompletion(), o.uncertain(),
                o.borrowedFrom(), o.source(), o.items(), o.questions(), o.form(), o.materials(), o.particulars());
    }

    private static String digest(Object value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(CANONICAL.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
