package org.lianban.result.bundle.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.CaseStatus;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.EventTypes;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Parking;
import org.lianban.messaging.PostgresOutbox;
import org.lianban.messaging.Quarantine;
import org.lianban.persistence.Database;
import org.lianban.result.Sample;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.handler.CaseCommandHandler;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.bundle.handler.CaseUnitOfWorkHandler;
import org.lianban.result.bundle.handler.DueHandler;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.stream.CaseEventHandler;
import org.lianban.result.province.handler.ProvinceProjection;
import org.lianban.servers.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** Store, handler and due rounds on a database of their own, without the service around them. */
public final class FreshStore implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final org.lianban.servers.Database server = TestServers.freshDatabase();
    private final ConnectionPool pool;
    private final Database database;
    private final EventTypes types = EventTypes.builder().sealed("intake", IntakeEvent.class)
            .sealed("dispatch", DispatchEvent.class).sealed("department", DepartmentEvent.class)
            .sealed("result", ResultEvent.class).single("province", CaseStatus.class).build();
    private final CatalogCopy catalog = new CatalogCopy();
    private final Law law = new Law(catalog, ClockRules.DEFAULT);
    private final BundleRepository store;
    private final CaseUnitOfWorkHandler projection;
    private final CaseEventHandler handler;
    private final CaseQueries queries;
    private final CaseCommands commands;
    private final AtomicReference<Instant> now;

    public FreshStore(Instant start, CaseProjection... followers) {
        now = new AtomicReference<>(start);
        Flyway.configure().dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/messaging", "classpath:db/result").load().migrate();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(
                PostgresqlConnectionConfiguration.builder().host(server.host()).port(server.port())
                        .database(server.name()).username(server.user()).password(server.password()).build()))
                .maxSize(8).build());
        database = new Database(pool);
        var json = JsonMapper.builder().build();
        var text = new BundleCodec();
        store = new BundleRepository(text);
        var outbox = new PostgresOutbox(types, json, server.schema());
        var projections = new ArrayList<>(List.of(followers));
        projections.add(new ProvinceProjection(outbox, null));
        projection = new CaseUnitOfWorkHandler(store, text, outbox, law, now::get, projections);
        commands = new CaseCommandHandler(database, store, projection, law, now::get);
        handler = new CaseEventHandler(store, projection, law,
                new Parking(database, types, json, new Quarantine(database)),
                new MessagingMeters(new SimpleMeterRegistry()));
        queries = new CaseQueries(database, store, text);
    }

    public FreshStore withCatalog() {
        catalog.apply(new CatalogEvent.OneThingPublished(Sample.oneThing()));
        catalog.apply(new CatalogEvent.CalendarPublished(Sample.calendar()));
        Sample.departments().forEach(d -> catalog.apply(new CatalogEvent.DepartmentChanged(d)));
        return this;
    }

    public CatalogCopy catalog() {
        return catalog;
    }

    public Law law() {
        return law;
    }

    public Database database() {
        return database;
    }

    public CaseCommands commands() {
        return commands;
    }

    public CaseQueries queries() {
        return queries;
    }

    public void setClock(Instant to) {
        now.set(to);
    }

    public Instant now() {
        return now.get();
    }

    /** One instance's due timer; lateness goes into the list. */
    public DueHandler dueRound(List<Duration> lateness) {
        return new DueHandler(database, store, projection, law, lateness::add, now::get);
    }

    /** One batch in one transaction. */
    public void handle(Incoming<?>... batch) {
        handle(List.of(batch));
    }

    public void handle(List<Incoming<?>> batch) {
        database.inTransaction(tx -> handler.handle(tx, batch)).block(LIMIT);
    }

    public Incoming<?> incoming(Object event, long sequence, Instant time) {
        var type = types.of(event);
        var caseNo = switch (event) {
            case IntakeEvent e -> e.caseNo();
            case DispatchEvent e -> e.caseNo();
            case DepartmentEvent e -> e.caseNo();
            default -> throw new IllegalArgumentException(event.toString());
        };
        var subject = event instanceof DepartmentEvent e ? caseNo + "-" + e.itemNo() : caseNo;
        return new Incoming<>(type.source() + "/" + subject + "/" + sequence, type.name(), type.source(), subject,
                sequence, time, caseNo, null, null, event);
    }

    public StoredCase stored(String caseNo) {
        return java.util.Objects.requireNonNull(queries.one(caseNo).block(LIMIT));
    }

    public Map<String, Long> tally() {
        return java.util.Objects.requireNonNull(new Tally(database).read().block(LIMIT));
    }

    public long count(String sql) {
        return java.util.Objects.requireNonNull(database
                .withConnection(c -> Database.query(c, sql, row -> row.get(0, Long.class))).block(LIMIT)).getFirst();
    }

    /** Every message in the outbox, as its text. */
    public List<String> outbox() {
        var messages = new ArrayList<String>();
        java.util.Objects.requireNonNull(database.withConnection(
                c -> Database.query(c, "select frame from outbox order by id", row -> row.get(0, String.class)))
                .block(LIMIT)).forEach(frame -> messages.addAll(List.of(frame.split("\u001e"))));
        return messages;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
