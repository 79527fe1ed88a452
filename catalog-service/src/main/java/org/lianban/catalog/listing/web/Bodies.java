package org.lianban.catalog.listing.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.command.Fault;
import org.lianban.http.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads request bodies strictly: an unknown member is refused, since a mistyped one would silently lose a prerequisite;
 * a missing list is an empty one. What a version was given on publication may be sent back and is ignored.
 */
public final class Bodies {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(List.class,
                    list -> list.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .addMixIn(Content.class, GivenOnPublication.class).build();

    @JsonIgnoreProperties({"version", "contentHash", "effectiveFrom"})
    private interface GivenOnPublication {}

    /** PostgreSQL stores any character but this one. */
    private static final Pattern NUL = Pattern.compile("\0|\\\\u0000");

    private Bodies() {}

    /** @throws Problem 400 with the place and the reason */
    public static <T> T read(String body, Class<T> type) {
        if (NUL.matcher(body).find()) {
            throw Problem.badRequest(List.of(new Fault("", "UNREADABLE", "内容不得含空字符")));
        }
        try {
            T value = STRICT.readValue(body, type);
            if (value == null) {
                throw Problem.badRequest(List.of(new Fault("", "MISSING", "缺少请求内容")));
            }
            return value;
        } catch (JacksonException unreadable) {
            throw Problem.badRequest(List.of(new Fault(pointer(unreadable), "UNREADABLE",
                    "无法识别：" + unreadable.getOriginalMessage().lines().findFirst().orElse(""))));
        }
    }

    private static String pointer(JacksonException unreadable) {
        return unreadable instanceof DatabindException bad
                ? bad.getPath().stream()
                        .map(r -> r.getPropertyName() == null ? String.valueOf(r.getIndex()) : r.getPropertyName())
                        .collect(Collectors.joining("/", "/", ""))
                : "";
    }
}
