package org.lianban.kit.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.text.Characters;

/**
 * 一次访问 of personal data.
 *
 * @param cases case numbers whose data were read, 1 to 500
 * @param purpose 使用目的, at most 200 characters
 * @param fields which data, never their values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Access(Instant at, Actor.Role role, String actor, @Nullable String onBehalfOf, @Nullable String window,
        List<String> cases, String purpose, List<String> fields) {
    static final int MAX_CASES = 500;
    static final int MAX_PURPOSE = 200;

    public Access {
        if (cases.isEmpty() || cases.size() > MAX_CASES) {
            throw new IllegalArgumentException("An access is of 1 to " + MAX_CASES + " cases, not " + cases.size());
        }
        cases = List.copyOf(cases);
        fields = List.copyOf(fields);
        purpose = Characters.cut(purpose, MAX_PURPOSE);
    }

    static Access of(Actor who, List<String> cases, String purpose, List<String> fields, Instant at) {
        return new Access(at, who.role(), who.id(), who.onBehalfOf(), who.window(), cases, purpose, fields);
    }
}
