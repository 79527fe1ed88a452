package org.lianban.department.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.department.store.ChannelStore.Configured;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One lane per department that is pushed to; follows the configuration. Any number of instances share the work. */
public final class PushLanes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushLanes.class);

    private record Running(Configured configured, PushLane lane) {}

    private final Inside inside;
    private final Caller.Outside outside;
    private final Map<String, Running> lanes = new HashMap<>();
    private @Nullable Disposable following;

    /** @param secrets by name; null for an unknown one */
    public PushLanes(Inside inside, WebClient http, Function<String, @Nullable String> secrets, InstantSource clock) {
        this.inside = inside;
        this.outside = new Caller.Outside(http, secrets, clock);
    }

    @Override
    public void start() {
        if (!inside.settings().push().enabled()) {
            return;
        }
        following = Flux.interval(Duration.ZERO, inside.settings().poll()).onBackpressureDrop()
                .concatMap(tick -> inside.channels().pushed().doOnNext(this::follow).onErrorResume(failure -> {
                    LOG.warn("Could not read the channels: {}", Failures.reason(failure));
                    return Mono.empty();
                })).subscribe();
    }

    private synchronized void follow(List<Configured> wanted) {
        if (following == null) {
            return;
        }
        Set<String> names = wanted.stream().map(Configured::department).collect(Collectors.toSet());
        lanes.entrySet().removeIf(lane -> {
            boolean gone = !names.contains(lane.getKey());
            if (gone) {
                lane.getValue().lane().stop();
            }
            return gone;
        });
        wanted.forEach(this::follow);
    }

    private void follow(Configured wanted) {
        Running now = lanes.get(wanted.department());
        if (now != null && now.configured().channel().equals(wanted.channel())) {
            return;
        }
        if (now != null) {
            now.lane().stop();
        }
        PushLane lane = new PushLane(wanted.department(), wanted.channel(), inside, new Caller(wanted.department(),
                wanted.channel(), outside, inside.settings().push().breaker()));
        lane.start();
        lanes.put(wanted.department(), new Running(wanted, lane));
    }

    /** What is under way is handed out again elsewhere when its lease is over. */
    @Override
    public synchronized void stop() {
        Disposable f = following;
        following = null;
        if (f != null) {
            f.dispose();
        }
        lanes.values().forEach(running -> running.lane().stop());
        lanes.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return following != null;
    }
}
