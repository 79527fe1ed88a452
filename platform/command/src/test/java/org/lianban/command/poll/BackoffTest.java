package org.lianban.command.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant T0 = Instant.parse("2026-11-23T01:00:00Z");
    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(24));

    @Test
    void shouldPauseLongerEachTimeButNotForEver() {
        assertThat(backoff.pause(1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(backoff.pause(5)).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(200));
        assertThat(backoff.pause(50)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(37));
        assertThat(backoff.pause(Integer.MAX_VALUE)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(37));
    }

    @Test
    void shouldGiveUpByTheClockAndNotByTheCount() {
        assertThat(backoff.next(T0, 1, T0)).hasValueSatisfying(
                next -> assertThat(next).isBetween(T0.plusSeconds(8), T0.plusSeconds(12)));
        assertThat(backoff.next(T0, 500, T0.plus(Duration.ofHours(20)))).isPresent();
        assertThat(backoff.next(T0, 2, T0.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(Backoff.endless(Duration.ofSeconds(1), Duration.ofSeconds(2)).next(T0, 9,
                T0.plus(Duration.ofDays(3_650)))).isPresent();
    }
}
