package org.lianban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void shouldDigestTheExampleOfTheStandard() {
        assertThat(Digests.sha256("abc")).isEqualTo("sha256:" + ABC);
        assertThat(Digests.sha256Hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(ABC);
        assertThat(Digests.sha256Base64Url("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    /** GB/T 32905-2016, annex A. */
    @Test
    void shouldDigestTheExamplesOfTheNationalStandard() {
        assertThat(Digests.sm3("abc"))
                .isEqualTo("sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Digests.sm3("abcd".repeat(16)))
                .isEqualTo("sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void shouldDigestAStreamAsItsContent() throws IOException {
        byte[] large = "联办".repeat(60_000).getBytes(StandardCharsets.UTF_8);

        assertThat(Digests.sm3(new ByteArrayInputStream(large))).isEqualTo(Digests.sm3(large));
    }
}
