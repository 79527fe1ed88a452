package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianban.contracts.event.ResultEvent.Timer;

class SpokenTest {
    @Test
    void shouldKeepAMarkOfItsOwnForEveryTimer() {
        for (Timer timer : Timer.values()) {
            var warned = Spoken.NONE.warn(timer);
            var breached = warned.breach(timer);

            assertThat(warned.warned(timer)).as(timer.name()).isTrue();
            assertThat(warned.breached(timer)).as(timer.name()).isFalse();
            assertThat(breached.warned(timer)).as("a breach needs no warning any more").isTrue();
            assertThat(breached.warn(timer).breached(timer)).as("a warning takes no breach back").isTrue();
            assertThat(breached.deemed()).isFalse();
            for (Timer other : Timer.values()) {
                assertThat(breached.warned(other)).as(timer + " and " + other).isEqualTo(other == timer);
                assertThat(breached.breached(other)).as(timer + " and " + other).isEqualTo(other == timer);
            }
        }
    }

    @Test
    void shouldForgetOnlyWhatStartsAnew() {
        var marks = Item.Marks.NONE.with(spoken -> spoken.breach(Timer.PROMISE).breach(Timer.PROGRESS).deem()).saw(7)
                .with(spoken -> spoken.without(Timer.PROGRESS));

        assertThat(marks.spoken().breached(Timer.PROMISE)).isTrue();
        assertThat(marks.spoken().breached(Timer.PROGRESS)).isFalse();
        assertThat(marks.spoken().deemed()).isTrue();
        assertThat(marks.spoken().undeemed().deemed()).isFalse();
        assertThat(marks.seen()).isEqualTo(7);
    }
}
