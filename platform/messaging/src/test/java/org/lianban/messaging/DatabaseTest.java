package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianban.persistence.Database;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class DatabaseTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** One connection: whatever is not given back makes the next statement time out. */
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = new Rig(1);
        rig.sql("create table once (n int, constraint once_key unique (n) deferrable initially deferred)");
        rig.sql("create table many (id int primary key, word text, tags text[], at timestamptz, data jsonb)");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void clean() {
        rig.sql("truncate once, many");
    }

    private static Mono<Long> insert(io.r2dbc.spi.Connection tx, int n) {
        return Database.update(tx, "insert into once values ($1)", n);
    }

    private static void connectionIsBack() {
        assertThat(rig.database.withConnection(c -> Database.query(c, "select 1 as n", r -> r.get("n", Integer.class)))
                .block(LIMIT)).containsExactly(1);
        assertThat(rig.pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    @Test
    void shouldGiveTheValueOnlyAfterTheCommit() {
        List<Long> visible = Collections.synchronizedList(new ArrayList<>());
        rig.database.inTransaction(tx -> insert(tx, 1)).doOnNext(value -> visible.add(rig.count("once"))).block(LIMIT);
        assertThat(visible).containsExactly(1L);
    }

    @Test
    void shouldReportAFailedCommitAsAnErrorAndNeverAValue() {
        AtomicReference<Object> value = new AtomicReference<>();
        assertThatThrownBy(() -> rig.database.inTransaction(tx -> insert(tx, 1).then(insert(tx, 1)).doOnNext(
                done -> assertThat(done).as("the violation comes with the commit").isEqualTo(1L)))
                .doOnNext(value::set).block(LIMIT)).isInstanceOf(R2dbcDataIntegrityViolationException.class);
        assertThat(value).hasNullValue();
        assertThat(rig.count("once")).isZero();
        connectionIsBack();
    }

    @Test
    void shouldReportACommitThatTheServerTurnedIntoARollback() {
        assertThatThrownBy(() -> rig.database.inTransaction(tx -> insert(tx, 1)
                .then(Database.update(tx, "select 1/0").onErrorReturn(0L)).thenReturn("looks fine")).block(LIMIT))
                .isInstanceOf(R2dbcException.class);
        assertThat(rig.count("once")).isZero();
        connectionIsBack();
    }

    @Test
    void shouldRollBackWhenTheWorkFailsOrThrows() {
        assertThatThrownBy(() -> rig.database
                .inTransaction(tx -> insert(tx, 1).then(Mono.error(new Refused("no")))).block(LIMIT))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rig.database.inTransaction(tx -> {
            throw new IllegalStateException("before anything was assembled");
        }).block(LIMIT)).isInstanceOf(IllegalStateException.class);
        assertThat(rig.count("once")).isZero();
        connectionIsBack();
    }

    @Test
    void shouldRollBackAndGiveTheConnectionBackOnCancellation() {
        Disposable waiting = rig.database.inTransaction(tx -> insert(tx, 1).then(Mono.never())).subscribe();
        await().atMost(LIMIT).until(() -> !rig.column(
                "select 1 from pg_stat_activity where application_name = 'rig' and state = 'idle in transaction'")
                .isEmpty());
        waiting.dispose();
        await().atMost(LIMIT).until(() -> rig.pool.getMetrics().orElseThrow().acquiredSize() == 0);
        assertThat(rig.count("once")).isZero();
        connectionIsBack();
    }

    @Test
    void shouldGoOnWithNewConnectionsAfterTheOldOnesWereCut() {
        assertThatThrownBy(() -> rig.database.inTransaction(tx -> insert(tx, 1).doOnNext(n -> rig.cutConnections())
                .then(insert(tx, 2))).block(LIMIT)).satisfies(lost -> assertThat(Failures.passing(lost)).isTrue());
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(DatabaseTest::connectionIsBack);
        assertThat(rig.count("once")).isZero();
    }

    @Test
    void shouldBindNullsByType() {
        rig.within(tx -> Database.update(tx, "insert into many values ($1, $2, $3, $4, $5::jsonb)", 1,
                Database.Null.or(null, String.class), Database.Null.or(null, String[].class),
                Database.Null.or(null, OffsetDateTime.class), Database.Null.or(null, String.class)));
        assertThat(rig.column("select count(*) from many where word is null and tags is null and at is null "
                + "and data is null")).containsExactly("1");
    }

    @Test
    void shouldCarryHardTextThroughArrays() {
        String[] words = {"容缺“预审”", "quote \" and ' and \\ and , and {}", "NULL", "", "line\nbreak\t制表", "𠮷🏠"};
        Integer[] ids = {1, 2, 3, 4, 5, 6};
        rig.within(tx -> Database.update(tx,
                "insert into many (id, word) select * from unnest($1::int[], $2::text[])", ids, words));
        assertThat(rig.column("select word from many order by id")).containsExactly(words);
        List<String[]> read = rig
                .within(tx -> Database.query(tx, "select array_agg(word order by id) as words from many",
                        row -> row.get("words", String[].class)));
        assertThat(read.getFirst()).containsExactly(words);
        List<Integer> found = rig.within(tx -> Database.query(tx,
                "select id from many where word = any($1) order by id", row -> row.get("id", Integer.class),
                (Object) new String[]{words[1], words[5]}));
        assertThat(found).containsExactly(2, 6);
    }

    @Test
    void shouldCarryNullsWithinArrays() {
        rig.within(tx -> Database.update(tx, "insert into many (id, word) select * from unnest($1::int[], $2::text[])",
                new Integer[]{1, 2}, new String[]{null, "b"}));
        assertThat(rig.column("select coalesce(word, '-') from many order by id")).containsExactly("-", "b");
    }

    @Test
    void shouldCarryJsonThroughArrays() {
        String[] documents = {"{\"a\": \"张三\\n\\\"\"}", "[1, 2, {\"b\": null}]", "{}"};
        rig.within(tx -> Database.update(tx,
                "insert into many (id, data) select n, d::jsonb from unnest($1::int[], $2::text[]) as t (n, d)",
                new Integer[]{1, 2, 3}, documents));
        assertThat(rig.column("select data ->> 'a' from many where id = 1")).containsExactly("张三\n\"");
        List<String> read = rig.within(tx -> Database.query(tx, "select data::text as data from many order by id",
                row -> row.get("data", String.class)));
        assertThat(read).containsExactlyElementsOf(Arrays.asList(documents));
    }
}
