package org.lianban.result.bundle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.persistence.Database;
import org.lianban.result.Sample;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.query.CaseQueries.Alarm;
import org.lianban.result.bundle.query.CaseQueries.Filter;
import org.lianban.servers.TestServers;

/** On PostgreSQL: what was counted in bits is converted, and a timer that nobody knew then needs no migration. */
class TimersByCodeTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final Filter ALL = new Filter(null, null, null, null, "");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void shouldStoreCountAndFindASeventeenthTimerWithoutAMigration() {
        try (var store = new FreshStore(T0)) {
            var no = "41072120261123YJS000001A";
            store.handle(store.incoming(new Sample.Case(no).submitted(T0), 1, T0));
            var alarms = new Clocks.Alarms(List.of("SEVENTEENTH", "PROMISE", "SEVENTEENTH"), List.of("EIGHTEENTH"));
            var bundle = store.stored(no).bundle();
            var counts = new Tally.Counts();
            counts.standing(null, alarms, 1);

            store.database().inTransaction(tx -> new BundleRepository(new BundleCodec())
                    .rearm(tx, List.of(new CaseRow(bundle, CaseState.SUBMITTED, null, alarms, null)))
                    .then(counts.write(tx))).block(LIMIT);

            assertThat(store.stored(no).alarms()).isEqualTo(alarms);
            assertThat(store.tally()).containsEntry("soon:SEVENTEENTH", 2L).containsEntry("soon:PROMISE", 1L)
                    .containsEntry("over:EIGHTEENTH", 1L);
            for (Alarm alarm : Alarm.values()) {
                assertThat(store.queries().alarmed(alarm, ALL, 9).block(LIMIT)).as(alarm.name()).singleElement()
                        .satisfies(found -> assertThat(found.bundle().caseNo()).isEqualTo(no));
            }
        }
    }

    @Test
    void shouldFindAlarmsByTheirIndex() {
        try (var store = new FreshStore(T0)) {
            for (String column : List.of("due_soon", "overdue")) {
                var plan = store.database().withConnection(c -> Database.update(c, "set enable_seqscan = off")
                        .then(Database.query(c,
                                "explain select body from bundle where case_no > '' and " + column
                                        + " <> '{}' order by case_no limit 9",
                                row -> String.valueOf(row.get(0, String.class)))))
                        .block(LIMIT);
                assertThat(String.join("\n", plan == null ? List.of() : plan)).contains("bundle_" + column);
            }
        }
    }

    @Test
    void shouldConvertWhatWasCountedInBits() throws java.sql.SQLException {
        var server = TestServers.freshDatabase();
        var flyway = Flyway.configure().dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/messaging", "classpath:db/result");
        flyway.target("51").load().migrate();
        try (var connection = java.sql.DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            // Each timer warned one time more than the one before; the last of each eight breached twice.
            statement.execute(
                    """
                            insert into bundle (case_no, departments, state, open, version, amber, amber_later, late, late_later,
                                body)
                            values ('a', '{}', 'SUBMITTED', true, 1, 578437695752307201, 1157159078456920585,
                                144115188075855872, 144115188075855872, '{}'),
                                ('b', '{}', 'SUBMITTED', true, 1, 0, 0, 0, 0, '{}'),
                                ('c', '{}', 'SUBMITTED', true, 1, 0, 0, -72057594037927936, 0, '{}')
                            """);
            flyway.target("latest").load().migrate();

            var soon = new java.util.TreeMap<String, Integer>();
            try (var rows = statement.executeQuery("""
                    select timer, count(*) as n from bundle, unnest(due_soon) as t (timer) where case_no = 'a'
                    group by timer""")) {
                while (rows.next()) {
                    soon.put(rows.getString("timer"), rows.getInt("n"));
                }
            }
            for (Timer timer : Timer.values()) {
                assertThat(soon.get(timer.name())).as(timer.name()).isEqualTo(timer.ordinal() + 1);
            }
            try (var rows = statement.executeQuery(
                    "select case_no, array_to_string(overdue, ',') as late from bundle order by case_no")) {
                rows.next();
                assertThat(rows.getString("late"))
                        .isEqualTo("CERTIFICATE_EXPIRY,CERTIFICATE_EXPIRY,TOLERANCE,TOLERANCE");
                rows.next();
                assertThat(rows.getString("late")).isEmpty();
                rows.next();
                assertThat(rows.getString("late").split(",")).as("the highest count is no sign").hasSize(255)
                        .containsOnly("TOLERANCE");
            }
        }
    }
}
