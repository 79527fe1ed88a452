package org.lianban.result.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant T0 = Instant.parse("2026-11-23T01:00:00Z");
    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(24));

    @Test
    void shouldPauseLongerEachTimeButNotForEver() {
        var first = backoff.next(T0, 1, T0).orElseThrow();
        var fifth = backoff.next(T0, 5, T0).orElseThrow();
        var fiftieth = backoff.next(T0, 50, T0).orElseThrow();

        assertThat(Duration.between(T0, first)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(Duration.between(T0, fifth)).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(200));
        assertThat(Duration.between(T0, fiftieth)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(37));
    }

    @Test
    void shouldGiveUpByTheClockAndNotByTheCount() {
        assertThat(backoff.next(T0, 500, T0.plus(Duration.ofHours(20)))).isPresent();
        assertThat(backoff.next(T0, 2, T0.plus(Duration.ofHours(24)))).isEmpty();
    }
}
