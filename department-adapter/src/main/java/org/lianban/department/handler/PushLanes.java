package org.lianban.department.handler;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.department.channel.Channel;
import org.lianban.department.client.DepartmentClients;
import org.lianban.department.store.ChannelRepository.Configured;
import org.lianban.messaging.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One lane per department that is pushed to; follows the configuration. Any number of instances share the work. */
public final class PushLanes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushLanes.class);

    private record Running(Channel channel, PushLane lane) {}

    /**
     * How long a lane waits for what.
     *
     * @param poll how long it trusts the bell before it looks itself
     * @param firstPause after a failed call; twice as long each time, up to {@code longestPause}
     * @param giveUpAfter elapsed time, not attempts
     */
    public record Patience(Duration poll, Duration firstPause, Duration longestPause, Duration giveUpAfter) {}

    private final DepartmentClients clients;
    private final ChannelHandler channels;
    private final DeliveryQueue queue;
    private final ReplyHandler replies;
    private final Bells bells;
    private final Patience patience;
    private final Map<String, Running> lanes = new HashMap<>();
    private @Nullable Disposable following;

    public PushLanes(DepartmentClients clients, ChannelHandler channels, DeliveryQueue queue, ReplyHandler replies,
            Bells bells, Patience patience) {
        this.clients = clients;
        this.channels = channels;
        this.queue = queue;
        this.replies = replies;
        this.bells = bells;
        this.patience = patience;
    }

    @Override
    public void start() {
        following = Flux.interval(Duration.ZERO, patience.poll()).onBackpressureDrop()
                .concatMap(tick -> channels.pushed().doOnNext(this::follow).onErrorResume(failure -> {
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
        if (now != null && now.channel().equals(wanted.channel())) {
            return;
        }
        if (now != null) {
            now.lane().stop();
        }
        PushLane lane = new PushLane(clients.of(wanted.department(), wanted.channel()), channels, queue, replies, bells,
                patience);
        lane.start();
        lanes.put(wanted.department(), new Running(wanted.channel(), lane));
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
