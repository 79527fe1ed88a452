package org.lianban.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteppableClockTest {
    private static final Instant START = Instant.parse("2026-06-17T01:00:00Z");
    private final AtomicReference<Instant> real = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final InstantSource realClock = real::get;
    private final SteppableClock clock = SteppableClock.startingAt(START, realClock);
    @TempDir
    Path data;

    @Test
    void shouldRunAtRealSpeedFromItsStart() {
        assertThat(clock.instant()).isEqualTo(START);
        real.updateAndGet(now -> now.plusSeconds(7));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void shouldMoveForwardAndRunOn() {
        assertThat(clock.moveTo(START.plus(Duration.ofDays(3)))).isTrue();
        real.updateAndGet(now -> now.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(3)).plusSeconds(1));
    }

    @Test
    void shouldRefuseToGoBack() {
        assertThat(clock.moveTo(START.minusMillis(1))).isFalse();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void shouldNotLetALaterStartMakeTimeRunBackwards() {
        ClockFile file = new ClockFile(data.resolve("clock"));
        file.refuseGoingBack(clock);
        file.keep(START.plusSeconds(60));

        assertThatThrownBy(() -> file.refuseGoingBack(clock)).isInstanceOf(LianbanSystem.StartFailure.class)
                .hasMessageContaining("--clock 2026-06-17T01:01:00Z");
        assertThat(clock.moveTo(START.plusSeconds(60))).isTrue();
        file.refuseGoingBack(clock);
    }
}
