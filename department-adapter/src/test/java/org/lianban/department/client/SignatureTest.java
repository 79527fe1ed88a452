package org.lianban.department.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianban.department.channel.Channel;

class SignatureTest {

    /** Computed with {@code printf '1772413200.[]' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void shouldSignTimeAndBody() {
        assertThat(Signature.of("secret", Instant.ofEpochSecond(1_772_413_200),
                "[]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("t=1772413200,v1=7e6615c1a3a9e77d8e623f40edba959d6eb7fbf39d676151429cd4e741d7562d");
    }

    /** Computed with {@code printf '1772413200.[]' | openssl dgst -sm3 -hmac secret}. */
    @Test
    void shouldSignWithCommercialCryptographyWhereTheDepartmentWantsIt() {
        assertThat(Signature.of(Channel.Signature.HMAC_SM3, "secret", Instant.ofEpochSecond(1_772_413_200),
                "[]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("t=1772413200,sm3=e969afc1d73cde14bc822fcafede7660d0a4274548d72b38f0bd6e4e9f013017");
    }
}
