package org.lianban.intake.checking.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data and certificates are asked for.
 *
 * @param mode OFF: every material is asked for
 * @param dataUrl of the sharing platform, for HTTP
 * @param licenceUrl of the certificate library, for HTTP
 * @param token sent as bearer token, for HTTP; from the environment, never from a file that is kept
 * @param timeout of one question
 * @param facts what the simulated sources know, for SIMULATED
 */
@ConfigurationProperties("lianban.intake.sharing")
public record SharingProperties(@DefaultValue("OFF") Mode mode, @Nullable String dataUrl, @Nullable String licenceUrl,
        @Nullable String token, @DefaultValue("2s") Duration timeout, @DefaultValue List<Fact> facts) {

    /** 数据来源方式. */
    public enum Mode {
        /** No source is connected. */
        OFF,
        /** Answers from the configuration: for demonstrations and rehearsals. */
        SIMULATED,
        /** The real platforms. */
        HTTP
    }

    /**
     * One record of a simulated source.
     *
     * @param values by form field; for a certificate its type under {@code certificateType}
     */
    public record Fact(String source, String idNumber, @DefaultValue Map<String, String> values) {}

    /** Without the token and without facts about people. */
    @Override
    public String toString() {
        return "SharingProperties[" + mode + "]";
    }
}
