package org.lianban.messaging.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceCheckTest {
    @ParameterizedTest
    @CsvSource({"0, 1, NEXT", "0, 2, GAP", "0, 0, DUPLICATE", "5, 5, DUPLICATE", "5, 4, DUPLICATE", "5, 6, NEXT",
            "5, 7, GAP", "9223372036854775806, 9223372036854775807, NEXT",
            "9223372036854775807, 9223372036854775807, DUPLICATE", "5, -1, DUPLICATE"})
    void shouldCompareWithTheLastOneSeen(long lastSeen, long sequence, SequenceCheck expected) {
        assertThat(SequenceCheck.of(lastSeen, sequence)).isEqualTo(expected);
    }
}
