package org.lianban.result.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianban.result.oversight.Score.Ground;

class ScoreTest {
    @Test
    void shouldTakeOffWhatWasFoundAndSayWhatFor() {
        var sheet = Score.DEFAULT.of(Map.of(Ground.REMINDED, 3L, Ground.PROPOSED, 1L, Ground.BAD_RATING, 0L));
        assertThat(sheet.points()).isEqualByComparingTo("88.5");
        assertThat(sheet.lost()).containsExactly(Map.entry(Ground.REMINDED, 1.5), Map.entry(Ground.PROPOSED, 10.0));
        assertThat(Score.DEFAULT.of(Map.of()).points()).isEqualByComparingTo("100");
        assertThat(Score.DEFAULT.of(Map.of(Ground.PROPOSED, 11L)).points()).as("never below zero")
                .isEqualByComparingTo("0");
    }

    @Test
    void shouldRefuseWeightsThatWouldReward() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(Map.of(Ground.REMINDED, -1.0)));
    }
}
