package org.lianban.scenarios.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SharedTimeTest {
    private static final Instant NINE = Instant.parse("2026-09-18T01:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    private final List<Instant> moves = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    private SharedTime of(int stories) {
        return new SharedTime(now::get, to -> {
            moves.add(to);
            now.set(to);
        }, stories);
    }

    private static Instant hours(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }

    private void tell(SharedTime time, String name, int... hours) {
        Thread.ofVirtual().start(() -> {
            try {
                for (int hour : hours) {
                    time.await(hours(hour));
                    told.add(name + hour);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                time.leave();
            }
        });
    }

    @Test
    void shouldMoveOnlyWhenEveryStoryWaitsAndThenToTheEarliest() {
        SharedTime time = of(2);
        tell(time, "a", 2, 6);
        await().during(Duration.ofMillis(200)).atMost(SOON).until(moves::isEmpty);

        tell(time, "b", 4, 5);
        await().atMost(SOON).until(() -> told.size() == 4);
        assertThat(moves).containsExactly(hours(2), hours(4), hours(5), hours(6));
        assertThat(told).containsExactly("a2", "b4", "b5", "a6");
    }

    @Test
    void shouldWakeAllThatWaitForTheSameInstantAndGoOnWithoutThoseThatLeft() {
        SharedTime time = of(3);
        tell(time, "a", 2);
        tell(time, "b", 2, 3);
        time.leave();
        await().atMost(SOON).until(() -> told.size() == 3);
        assertThat(told.subList(0, 2)).containsExactlyInAnyOrder("a2", "b2");
        assertThat(moves).containsExactly(hours(2), hours(3));
    }

    @Test
    void shouldNotWaitForWhatHasPassed() throws InterruptedException {
        SharedTime time = of(1);
        now.set(hours(5));
        time.await(hours(4));
        assertThat(moves).isEmpty();
    }
}
