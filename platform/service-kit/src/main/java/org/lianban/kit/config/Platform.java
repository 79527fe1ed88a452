package org.lianban.kit.config;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.lianban.kit.catalog.stream.CatalogFeed;
import org.lianban.messaging.Relay;
import org.lianban.messaging.Signals;
import org.springframework.context.SmartLifecycle;

/** Starts before the stream doors and stops after them: topics, catalogue copy, relay, signals, housekeeping. */
final class Platform implements SmartLifecycle {
    private final LianbanProperties properties;
    private final Admin admin;
    private final CatalogFeed feed;
    private final Relay relay;
    private final Housekeeping housekeeping;
    private final List<SignalListener> listeners;
    private final Duration catalogueLimit;
    private @Nullable Signals signals;
    private volatile boolean running;

    Platform(LianbanProperties properties, Admin admin, CatalogFeed feed, Relay relay, Housekeeping housekeeping,
            List<SignalListener> listeners, Duration catalogueLimit) {
        this.properties = properties;
        this.admin = admin;
        this.feed = feed;
        this.relay = relay;
        this.housekeeping = housekeeping;
        this.listeners = listeners;
        this.catalogueLimit = catalogueLimit;
    }

    @Override
    public void start() {
        TopicSetup.createMissing(admin, properties.kafka());
        feed.start(catalogueLimit);
        LianbanProperties.Database db = properties.database();
        Map<String, Consumer<String>> channels = new HashMap<>();
        channels.put("outbox_" + db.schema(), payload -> relay.wake());
        listeners.forEach(listener -> channels.merge(listener.channel(), listener::heard, Consumer::andThen));
        signals = new Signals(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(db.host())
                .port(db.port()).database(db.name()).username(db.user()).password(db.password()).schema(db.schema())
                .applicationName(properties.service() + "-signals").build()), channels);
        signals.start();
        relay.start(properties.service());
        housekeeping.start(properties.service());
        running = true;
    }

    @Override
    public void stop() {
        housekeeping.close();
        relay.close();
        Signals s = signals;
        if (s != null) {
            s.close();
        }
        feed.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The stream doors are at Integer.MAX_VALUE - 1000; lower starts earlier and stops later. */
    @Override
    public int getPhase() {
        return -1000;
    }
}
