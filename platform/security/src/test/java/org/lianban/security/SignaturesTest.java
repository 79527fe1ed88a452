package org.lianban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final Instant AT = Instant.ofEpochSecond(1_772_413_200);
    private static final byte[] BODY = "[]".getBytes(StandardCharsets.UTF_8);

    /** Computed with {@code printf '1772413200.[]' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void shouldSignTimeAndBody() {
        assertThat(Signatures.sha256("secret", AT, BODY))
                .isEqualTo("t=1772413200,v1=7e6615c1a3a9e77d8e623f40edba959d6eb7fbf39d676151429cd4e741d7562d");
    }

    /** Computed with {@code printf '1772413200.[]' | openssl dgst -sm3 -hmac secret}. */
    @Test
    void shouldSignWithCommercialCryptography() {
        assertThat(Signatures.sm3("secret", AT, BODY))
                .isEqualTo("t=1772413200,sm3=e969afc1d73cde14bc822fcafede7660d0a4274548d72b38f0bd6e4e9f013017");
    }
}
