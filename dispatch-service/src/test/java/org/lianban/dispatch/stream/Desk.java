package org.lianban.dispatch.stream;

import static org.lianban.dispatch.plan.OneThings.NOW;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.dispatch.handler.LeadHandler;
import org.lianban.dispatch.handler.PlanHandler;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.store.LeadCommandLog;
import org.lianban.dispatch.store.PlanCodec;
import org.lianban.dispatch.store.PlanRepository;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.EventTypes;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Parking;
import org.lianban.messaging.PostgresOutbox;
import org.lianban.messaging.Quarantine;
import org.lianban.persistence.Database;
import org.lianban.servers.TestServers;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service without Kafka and HTTP, on a database of its own. */
public final class Desk implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** One published event: its type's short name, subject, sequence and value. */
    public record Published(String type, String subject, long sequence, String json) {}

    public final JsonMapper json = JsonMapper.builder().build();
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final CatalogCopy catalog = new CatalogCopy();
    public final Database database;
    public final Quarantine quarantine;
    public final Parking parking;
    public final DispatchHandler handler;
    public final BatchInbox inbox;
    public final LeadHandler lead;
    private final ConnectionPool pool;
    private final PlanRepository store = new PlanRepository(new PlanCodec(json));

    public Desk(OneThing... oneThings) {
        this(freshDatabase(), UnaryOperator.identity(), oneThings);
    }

    Desk(org.lianban.servers.Database server, UnaryOperator<Outbox> outbox, OneThing... oneThings) {
        for (OneThing oneThing : oneThings) {
            catalog.apply(new OneThingPublished(oneThing));
        }
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(
                PostgresqlConnectionConfiguration.builder().host(server.host()).port(server.port())
                        .database(server.name()).username(server.user()).password(server.password()).build()))
                .maxSize(4).build());
        database = new Database(pool);
        EventTypes types = EventTypes.builder().sealed("intake", IntakeEvent.class)
                .sealed("department", DepartmentEvent.class).sealed("dispatch", DispatchEvent.class).build();
        quarantine = new Quarantine(database);
        parking = new Parking(database, types, json, quarantine);
        MessagingMeters meters = new MessagingMeters(registry);
        PlanHandler plans = new PlanHandler(store, outbox.apply(new PostgresOutbox(types, json, "dispatch")), () -> NOW,
                registry, meters);
        handler = new DispatchHandler(plans, parking, new EventReader(catalog, true));
        inbox = new BatchInbox(new BatchInbox.Kit(database, types, json, quarantine, parking, meters), handler);
        lead = new LeadHandler(database, plans, new LeadCommandLog(), () -> NOW, json);
    }

    static org.lianban.servers.Database freshDatabase() {
        org.lianban.servers.Database server = TestServers.freshDatabase();
        migrate(server, "latest");
        return server;
    }

    static void migrate(org.lianban.servers.Database server, String version) {
        Flyway.configure().dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/messaging", "classpath:db/dispatch").target(version).load().migrate();
    }

    /** One batch in one transaction. */
    void hears(Incoming<?>... events) {
        hears(List.of(events));
    }

    void hears(List<Incoming<?>> events) {
        database.inTransaction(tx -> handler.handle(tx, events)).block(LIMIT);
    }

    /** One batch through the stream door, as Kafka hands it over. */
    void delivers(long firstOffset, Incoming<?>... events) {
        List<byte[]> values = Arrays.stream(events).map(e -> json.writeValueAsBytes(e.data())).toList();
        List<Map<String, Object>> headers = Arrays.stream(events).map(Desk::headers).toList();
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            offsets.add(firstOffset + i);
        }
        inbox.accept(MessageBuilder.withPayload(values)
                .setHeader("kafka_receivedTopic", Arrays.stream(events).map(e -> "t").toList())
                .setHeader("kafka_receivedPartitionId", Arrays.stream(events).map(e -> 0).toList())
                .setHeader("kafka_offset", offsets)
                .setHeader("kafka_receivedMessageKey", Arrays.stream(events).map(Incoming::key).toList())
                .setHeader("kafka_batchConvertedHeaders", headers).build());
    }

    static Map<String, Object> headers(Incoming<?> event) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("ce_id", event.id());
        headers.put("ce_type", event.type());
        headers.put("ce_source", "/lianban/" + event.source());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", event.time().toString());
        headers.put("ce_sequence", Long.toString(event.sequence()));
        return headers;
    }

    public PlanState plan(String caseNo) {
        return Objects.requireNonNull(database.withConnection(c -> store.find(c, caseNo)).block(LIMIT));
    }

    /** What lies in the outbox, in the order it was appended. */
    public List<Published> published() {
        List<String> frames = Objects.requireNonNull(database.withConnection(c -> Database.query(c,
                "select frame from outbox order by id", row -> row.get("frame", String.class))).block(LIMIT));
        List<Published> events = new ArrayList<>();
        for (String frame : frames) {
            for (String record : frame.split("\u001e")) {
                String[] fields = record.split("\u001f", -1);
                events.add(new Published(fields[3].split("\\.")[3], fields[5], Long.parseLong(fields[7]), fields[10]));
            }
        }
        return events;
    }

    public List<String> published(String caseNo) {
        return published().stream().filter(e -> e.subject().equals(caseNo)).map(e -> e.sequence() + " " + e.type())
                .toList();
    }

    long count(String table) {
        return Objects.requireNonNull(database.withConnection(c -> Database.query(c, switch (table) {
            case "plan" -> "select count(*) as n from plan";
            case "parked" -> "select count(*) as n from parked";
            default -> throw new IllegalArgumentException(table);
        }, row -> row.get("n", Long.class))).block(LIMIT)).getFirst();
    }

    /** How many transactions of this database wait for another one. */
    long waitingForLocks() {
        return Objects.requireNonNull(database.withConnection(c -> Database.query(c,
                "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                row -> row.get("n", Long.class))).block(LIMIT)).getFirst();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
