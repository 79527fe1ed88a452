package org.lianban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The two examples of GB/T 32905-2016 annex A. */
class Sm3Test {
    @Test
    void shouldMatchTheExamplesOfTheStandard() {
        assertThat(Sm3.digest("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Sm3.digest("abcd".repeat(16).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void shouldGiveTheSameForAStream() throws IOException {
        byte[] large = new byte[200_001];

        assertThat(Sm3.digest(new ByteArrayInputStream(large))).isEqualTo(Sm3.digest(large));
    }
}
