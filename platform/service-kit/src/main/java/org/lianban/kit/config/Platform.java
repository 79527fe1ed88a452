package org.lianban.kit.config;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.lianban.kit.catalog.stream.CatalogFeed;
import org.lianban.messaging.Relay;
import org.lianban.messaging.Signals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Starts before the stream doors and stops after them: data keys, topics, catalogue copy, relay, signals, housekeeping. */
final class Platform implements SmartLifecycle {
    private static final Duration CATALOGUE_LIMIT = Duration.ofSeconds(60);

    private final LianbanProperties properties;
    private final DataKeyCheck keys;
    private final Admin admin;
    private final CatalogFeed feed;
    private final Relay relay;
    private final Housekeeping housekeeping;
    private final ObjectProvider<SignalListener> listeners;
    private @Nullable Signals signals;
    private volatile boolean running;

    Platform(LianbanProperties properties, DataKeyCheck keys, Admin admin, CatalogFeed feed, Relay relay,
            Housekeeping housekeeping, ObjectProvider<SignalListener> listeners) {
        this.properties = properties;
        this.keys = keys;
        this.admin = admin;
        this.feed = feed;
        this.relay = relay;
        this.housekeeping = housekeeping;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        keys.requireSameKeys();
        TopicSetup.createMissing(admin, properties.kafka());
        feed.start(CATALOGUE_LIMIT);
        LianbanProperties.Database db = properties.database();
        Map<String, Consumer<String>> channels = new HashMap<>();
        channels.put("outbox_" + db.schema(), payload -> relay.wake());
        listeners.forEach(listener -> channels.merge(listener.channel(), listener.heard(), Consumer::andThen));
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
