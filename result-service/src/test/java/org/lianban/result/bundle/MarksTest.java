package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.event.ResultEvent.Timer;

class MarksTest {
    @Test
    void shouldKeepAMarkOfItsOwnForEveryTimer() {
        var bits = new HashSet<Long>();
        for (Timer timer : Timer.values()) {
            assertThat(bits.add(Marks.warnedBit(timer))).as(timer.name()).isTrue();
            assertThat(bits.add(Marks.breachedBit(timer))).as(timer.name()).isTrue();
        }
        assertThat(bits.add(Marks.deemedBit())).isTrue();
        assertThat(bits).allMatch(bit -> Long.bitCount(bit) == 1);
    }

    /** Cases that were stored before there were more than five timers are read as they were meant. */
    @Test
    void shouldReadWhatWasStoredOfTheFirstTimers() {
        assertThat(Marks.warned(1L << 4, Timer.STATUTORY)).isTrue();
        assertThat(Marks.breached(1L << (8 + 2), Timer.ACCEPTANCE)).isTrue();
        assertThat(Marks.deemed(1L << 16)).isTrue();
        for (Timer timer : Timer.values()) {
            assertThat(Marks.warned(1L << 16, timer) || Marks.breached(1L << 16, timer)).isFalse();
        }
    }

    @Test
    void shouldForgetOnlyWhatStartsAnew() {
        var marks = Marks.NONE.with(Marks.bits(Timer.PROMISE) | Marks.bits(Timer.PROGRESS)).saw(7)
                .without(Marks.bits(Timer.PROGRESS));

        assertThat(Marks.breached(marks.bits(), Timer.PROMISE)).isTrue();
        assertThat(Marks.breached(marks.bits(), Timer.PROGRESS)).isFalse();
        assertThat(marks.seen()).isEqualTo(7);
    }
}
