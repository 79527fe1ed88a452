package org.lianban.command.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Refusal;
import org.lianban.command.once.OnceOnly.Codec;
import org.lianban.messaging.GroupCommit.Settings;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.servers.TestServers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** A till: every command pays in an amount; 0 is refused while the till is empty, what is negative is a bug. */
class OnceOnlyTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Actor CLERK = new Actor(Actor.Role.WINDOW_CLERK, "w1", null);
    private static final Actor OTHER = new Actor(Actor.Role.WINDOW_CLERK, "w2", null);
    private static ConnectionPool pool;
    private static Database database;

    private record Receipt(int number, int amount) {}

    private final AtomicInteger calls = new AtomicInteger();
    /** Holds the first transaction open until the test lets it go. */
    private final Sinks.Empty<Void> gate = Sinks.empty();
    private final OnceOnly<Integer, Receipt> till = till(Settings.DEFAULT, this::pay);

    @BeforeAll
    static void start() {
        var place = TestServers.freshDatabase();
        pool = new ConnectionPool(ConnectionPoolConfiguration
                .builder(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder().host(place.host())
                        .port(place.port()).database(place.name()).username(place.user()).password(place.password())
                        .build()))
                .maxSize(10).build());
        database = new Database(pool);
        sql("""
                create table answered (scope text not null, key text not null, digest text not null,
                    status smallint not null, body text not null, answered_at timestamptz not null,
                    primary key (scope, key))
                """);
        sql("create table payment (number int primary key, amount int not null)");
        sql("create table till (id int primary key)");
        sql("insert into till values (1)");
    }

    @AfterAll
    static void stop() {
        pool.dispose();
    }

    @BeforeEach
    void clean() {
        sql("truncate answered, payment");
    }

    private static OnceOnly<Integer, Receipt> till(Settings settings, OnceOnly.Handler<Integer, Receipt> handler) {
        return till(settings, handler, Instant.EPOCH);
    }

    private static OnceOnly<Integer, Receipt> till(Settings settings, OnceOnly.Handler<Integer, Receipt> handler,
            Instant now) {
        return new OnceOnly<>("till", settings, database, () -> now, Codec.json(JsonMapper.shared(), Receipt.class),
                handler);
    }

    private static void sql(String statement) {
        database.withConnection(c -> Database.update(c, statement)).block(LIMIT);
    }

    private static List<Integer> payments() {
        return database.withConnection(c -> Database.query(c, "select amount from payment order by number",
                row -> Columns.integer(row, "amount"))).block(LIMIT);
    }

    private Mono<List<Outcome<Receipt>>> pay(Connection tx, List<Integer> amounts) {
        calls.incrementAndGet();
        return Database.query(tx, "select id from till for update", row -> 1)
                .then(Database.query(tx, "select count(*) as n from payment", row -> Columns.bigint(row, "n")))
                .flatMap(n -> {
                    List<Outcome<Receipt>> outcomes = new ArrayList<>();
                    List<Receipt> paid = new ArrayList<>();
                    for (int amount : amounts) {
                        int number = (int) (n.getFirst() + paid.size()) + 1;
                        if (amount < 0) {
                            return Mono.error(new IllegalStateException("a bug"));
                        } else if (amount == 0 && number == 1) {
                            outcomes.add(Outcome.refused(Refusal.conflict("EMPTY", "空")));
                        } else {
                            paid.add(new Receipt(number, amount));
                            outcomes.add(Outcome.done(201, paid.getLast()));
                        }
                    }
                    return Database.update(tx, "insert into payment select * from unnest($1::int[], $2::int[])",
                            Columns.integers(paid, Receipt::number), Columns.integers(paid, Receipt::amount))
                            .thenReturn(outcomes);
                });
    }

    private static Keyed<Integer> amount(int amount, Actor actor, @Nullable String key) {
        return Keyed.of(amount, actor, key, "pay " + amount);
    }

    private static Outcome<Receipt> done(int number, int amount, boolean repeated) {
        return new Outcome.Done<>(201, new Receipt(number, amount), repeated);
    }

    @Test
    void shouldAnswerARepetitionAsTheFirstTimeAfterManyYears() {
        till.submit(amount(5, CLERK, "k")).block(LIMIT);
        var later = till(Settings.DEFAULT, this::pay, Instant.parse("2056-12-01T00:00:00Z"));

        assertThat(later.submit(amount(7, CLERK, "l")).block(LIMIT)).isEqualTo(done(2, 7, false));
        assertThat(later.submit(amount(5, CLERK, "k")).block(LIMIT)).isEqualTo(done(1, 5, true));
    }

    @Test
    void shouldKeepTheKeysOfOneAccountInTwoRolesApart() {
        till.submit(amount(5, CLERK, "k")).block(LIMIT);
        var supervisor = new Actor(Actor.Role.SUPERVISOR, CLERK.id(), null);

        assertThat(till.submit(amount(7, supervisor, "k")).block(LIMIT)).isEqualTo(done(2, 7, false));
    }

    @Test
    void shouldAnswerARepetitionAsTheFirstTimeAndChangeNothing() {
        assertThat(till.submit(amount(5, CLERK, "k")).block(LIMIT)).isEqualTo(done(1, 5, false));
        assertThat(till.submit(amount(7, CLERK, "l")).block(LIMIT)).isEqualTo(done(2, 7, false));
        assertThat(till.submit(amount(5, CLERK, "k")).block(LIMIT)).isEqualTo(done(1, 5, true));
        assertThat(payments()).containsExactly(5, 7);
        assertThat(calls).hasValue(2);
    }

    @Test
    void shouldRefuseAKeyThatWasUsedForAnotherCommand() {
        till.submit(amount(5, CLERK, "k")).block(LIMIT);

        assertThat(till.submit(amount(6, CLERK, "k")).block(LIMIT))
                .isEqualTo(new Outcome.Refused<>(Refusal.keyReused(), new Receipt(1, 5)));
        assertThat(payments()).containsExactly(5);
    }

    @Test
    void shouldKeepTheKeysOfDifferentActorsApart() {
        till.submit(amount(5, CLERK, "k")).block(LIMIT);

        assertThat(till.submit(amount(6, OTHER, "k")).block(LIMIT)).isEqualTo(done(2, 6, false));
    }

    @Test
    void shouldCarryOutEveryCommandThatHasNoKey() {
        till.submit(amount(5, CLERK, null)).block(LIMIT);
        till.submit(amount(5, CLERK, null)).block(LIMIT);

        assertThat(payments()).containsExactly(5, 5);
    }

    @Test
    void shouldLetWhatWasRefusedBeSentAgainUnderItsKey() {
        assertThat(till.submit(amount(0, CLERK, "k")).block(LIMIT))
                .isEqualTo(Outcome.refused(Refusal.conflict("EMPTY", "空")));
        till.submit(amount(5, CLERK, null)).block(LIMIT);

        assertThat(till.submit(amount(0, CLERK, "k")).block(LIMIT)).isEqualTo(done(2, 0, false));
        assertThat(till.submit(amount(0, CLERK, "k")).block(LIMIT)).isEqualTo(done(2, 0, true));
    }

    @Test
    void shouldKeepNothingOfWhatFailed() {
        assertThatThrownBy(() -> till.submit(amount(-1, CLERK, "k")).block(LIMIT)).hasMessage("a bug");

        assertThat(till.submit(amount(1, CLERK, "k")).block(LIMIT)).isEqualTo(done(1, 1, false));
    }

    @Test
    void shouldCarryOutOneOfTheSameKeyWithinABatch() {
        var batch = List.of(amount(5, CLERK, "k"), amount(5, CLERK, "k"), amount(6, CLERK, "k"), amount(5, OTHER, "k"));

        var outcomes = database.inTransaction(tx -> till.handle(tx, batch)).block(LIMIT);

        assertThat(outcomes).containsExactly(done(1, 5, false), done(1, 5, true),
                new Outcome.Refused<>(Refusal.keyReused(), new Receipt(1, 5)), done(2, 5, false));
        assertThat(payments()).containsExactly(5, 5);
        assertThat(calls).hasValue(1);
    }

    @Test
    void shouldCarryOutTheSecondOfABatchWhereTheFirstWasRefused() {
        var batch = List.of(amount(0, CLERK, "k"), amount(8, CLERK, "k"), amount(0, CLERK, "k"));

        var outcomes = database.inTransaction(tx -> till.handle(tx, batch)).block(LIMIT);

        assertThat(outcomes).containsExactly(Outcome.refused(Refusal.conflict("EMPTY", "空")), done(1, 8, false),
                new Outcome.Refused<>(Refusal.keyReused(), new Receipt(1, 8)));
        assertThat(payments()).containsExactly(8);
    }

    @Test
    void shouldAnswerTheSecondOfTwoTransactionsAtOnceWithWhatTheFirstDid() {
        var slow = till(new Settings(1, 10, 2),
                (tx, amounts) -> pay(tx, amounts).flatMap(done -> gate.asMono().thenReturn(done)));
        var first = slow.submit(amount(5, CLERK, "k")).toFuture();
        var second = slow.submit(amount(5, CLERK, "k")).toFuture();
        gate.tryEmitEmpty();

        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(done(1, 5, false), done(1, 5, true));
        assertThat(payments()).containsExactly(5);
    }

    /** Two services, each with doors and transactions of their own. */
    @Test
    void shouldCarryOutEachOfAHundredKeysOnceHoweverOftenTheyCome() {
        var others = List.of(till, till(new Settings(16, 4_096, 2), this::pay));
        var commands = IntStream.range(0, 1_000).mapToObj(i -> amount(i % 100 + 1, CLERK, "k" + i % 100)).toList();

        var outcomes = Flux.range(0, commands.size())
                .flatMap(i -> others.get(i % 2).submit(commands.get(i)), 1_000).collectList().block(LIMIT);

        assertThat(outcomes).hasSize(1_000).allMatch(Outcome.Done.class::isInstance);
        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Done<?> done && !done.repeated())).hasSize(100);
        assertThat(payments()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void shouldFailRatherThanAskAgainForEverWhenOutcomesAreMissing() {
        var silent = till(Settings.DEFAULT, (tx, amounts) -> Mono.empty());

        assertThatThrownBy(() -> silent.submit(amount(1, CLERK, "k")).block(LIMIT))
                .hasMessage("1 commands have 0 outcomes");
    }

    @Test
    void shouldKeepAnAnswerSealedWhereItsCodecSeals() {
        var codec = Codec.text().sealed(text -> "sealed " + text, text -> text.substring("sealed ".length()));
        var sealed = new OnceOnly<String, String>("sealed", database, () -> Instant.EPOCH, codec,
                (tx, commands) -> Mono.just(commands.stream().map(Outcome::done).toList()));
        sealed.submit(Keyed.of("张三", CLERK, "k", "d")).block(LIMIT);

        assertThat(sealed.submit(Keyed.of("张三", CLERK, "k", "d")).block(LIMIT))
                .isEqualTo(new Outcome.Done<>(200, "张三", true));
        assertThat(database.withConnection(c -> Database.query(c, "select body from answered",
                row -> Columns.text(row, "body"))).block(LIMIT)).containsExactly("sealed 张三");
    }
}
