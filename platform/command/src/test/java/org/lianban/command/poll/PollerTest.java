package org.lianban.command.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.poll.Poller.Settings;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class PollerTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final List<Integer> rounds = new CopyOnWriteArrayList<>();

    @AfterEach
    void letTimeGo() {
        VirtualTimeScheduler.reset();
    }

    private Poller poller(Poller.Round round) {
        return new Poller("test", new Settings(10, Duration.ofSeconds(1)), round);
    }

    @Test
    void shouldGoOnAtOnceWhileARoundIsFullAndPauseAfterwards() {
        AtomicInteger due = new AtomicInteger(25);
        Poller poller = poller(limit -> Mono.fromSupplier(() -> {
            int done = Math.min(limit, due.getAndUpdate(n -> Math.max(0, n - limit)));
            rounds.add(done);
            return done;
        }));
        poller.start();
        assertThat(rounds).containsExactly(10, 10, 5);

        due.set(3);
        time.advanceTimeBy(Duration.ofMillis(999));
        assertThat(rounds).hasSize(3);
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(rounds).containsExactly(10, 10, 5, 3);

        poller.stop();
        time.advanceTimeBy(Duration.ofHours(1));
        assertThat(rounds).hasSize(4);
        assertThat(poller.isRunning()).isFalse();
    }

    @Test
    void shouldPauseLongerAfterEveryFailureAndComeBackToItsPace() {
        AtomicInteger failing = new AtomicInteger(4);
        Poller poller = poller(limit -> Mono.defer(() -> {
            rounds.add(limit);
            return failing.getAndDecrement() > 0 ? Mono.error(new IllegalStateException("on purpose")) : Mono.just(0);
        }));
        poller.start();
        time.advanceTimeBy(Duration.ofSeconds(4));
        assertThat(rounds).as("after about 1 and 3 seconds").hasSize(3);
        time.advanceTimeBy(Duration.ofSeconds(16));
        assertThat(rounds).as("fifth round after 12 to 18 seconds, then each second").hasSizeGreaterThanOrEqualTo(5);
        int so = rounds.size();
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(rounds).hasSize(so + 10);
        poller.stop();
    }

    @Test
    void shouldNeverRunTwoRoundsAtOnce() {
        VirtualTimeScheduler.reset();
        AtomicInteger inside = new AtomicInteger();
        Poller poller = new Poller("test", new Settings(1, Duration.ofMillis(1)),
                limit -> Mono.fromSupplier(inside::incrementAndGet).delayElement(Duration.ofMillis(2))
                        .doOnNext(rounds::add).doOnTerminate(inside::decrementAndGet));
        poller.start();
        poller.start();
        await().until(() -> rounds.size() > 20);
        poller.stop();
        assertThat(rounds).containsOnly(1);
    }
}
