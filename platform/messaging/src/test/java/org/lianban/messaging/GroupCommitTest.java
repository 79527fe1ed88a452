package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianban.messaging.GroupCommit.Settings;
import org.lianban.persistence.Database;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GroupCommitTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static Rig rig;
    private final AtomicInteger transactions = new AtomicInteger();
    /** Holds the transactions open until the test lets them go. */
    private final Sinks.Empty<Void> gate = Sinks.empty();

    @BeforeAll
    static void start() {
        rig = new Rig();
        rig.sql("create table command (n int, constraint command_key unique (n) deferrable initially deferred)");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void clean() {
        rig.sql("truncate command");
    }

    private GroupCommit<Integer, String> door(Settings settings) {
        return new GroupCommit<>("test", settings, rig.database, this::insert);
    }

    /** Negative commands are bugs, 0 lacks its surroundings. */
    private Mono<List<String>> insert(Connection tx, List<Integer> commands) {
        transactions.incrementAndGet();
        if (commands.contains(0)) {
            return Mono.error(new NotYet("the surroundings"));
        }
        if (commands.stream().anyMatch(n -> n < 0)) {
            return Mono.error(new IllegalStateException("a bug"));
        }
        return Database.update(tx, "insert into command select * from unnest($1::int[])",
                (Object) commands.toArray(Integer[]::new))
                .thenReturn(commands.stream().map(n -> "answer " + n).toList());
    }

    private GroupCommit<Integer, String> gated(Settings settings) {
        return new GroupCommit<>("test", settings, rig.database,
                (tx, commands) -> gate.asMono().then(Mono.defer(() -> insert(tx, commands))));
    }

    @Test
    void shouldAnswerEachOfAThousandConcurrentCommandsWithFewTransactions() {
        GroupCommit<Integer, String> door = door(Settings.DEFAULT);
        List<String> wrong = Flux.range(1, 1_000)
                .flatMap(n -> door.submit(n).filter(answer -> !answer.equals("answer " + n)), 1_000).collectList()
                .block(LIMIT);
        assertThat(wrong).isEmpty();
        assertThat(rig.count("command")).isEqualTo(1_000);
        assertThat(transactions).hasValueLessThan(100);
    }

    @Test
    void shouldAnswerOnlyAfterTheCommit() {
        List<String> visible = Collections.synchronizedList(new ArrayList<>());
        door(Settings.DEFAULT).submit(7).doOnNext(a -> visible.addAll(rig.column("select n from command")))
                .block(LIMIT);
        assertThat(visible).containsExactly("7");
    }

    @Test
    void shouldTakeOnlyTheFailingCommandOutOfItsBatch() throws Exception {
        rig.sql("insert into command values (5)");
        GroupCommit<Integer, String> door = gated(new Settings(100, 100, 1));
        CompletableFuture<String> first = door.submit(1).toFuture();
        List<CompletableFuture<String>> batch = List.of(2, 3, -4, 5, 6, 7).stream().map(n -> door.submit(n).toFuture())
                .toList();
        gate.tryEmitEmpty();
        assertThat(first.get()).isEqualTo("answer 1");
        assertThat(batch.get(0).get()).isEqualTo("answer 2");
        assertThat(batch.get(1).get()).isEqualTo("answer 3");
        assertThatThrownBy(() -> batch.get(2).get()).isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("a bug");
        assertThatThrownBy(() -> batch.get(3).get()).as("fails at commit").isInstanceOf(ExecutionException.class);
        assertThat(batch.get(4).get()).isEqualTo("answer 6");
        assertThat(batch.get(5).get()).isEqualTo("answer 7");
        assertThat(rig.column("select n from command order by n")).containsExactly("1", "2", "3", "5", "6", "7");
    }

    @Test
    void shouldAnswerAPassingFailureToAllWithoutTryingThemOneByOne() {
        GroupCommit<Integer, String> door = gated(new Settings(100, 100, 1));
        CompletableFuture<String> first = door.submit(1).toFuture();
        List<CompletableFuture<String>> batch = List.of(2, 0, 3).stream().map(n -> door.submit(n).toFuture()).toList();
        gate.tryEmitEmpty();
        assertThat(batch).allSatisfy(
                answer -> assertThatThrownBy(answer::get).hasCauseInstanceOf(NotYet.class));
        assertThat(first.join()).isEqualTo("answer 1");
        assertThat(transactions).hasValue(2);
    }

    @Test
    void shouldTellWhoComesTooManyAndGoOnAfterwards() {
        GroupCommit<Integer, String> door = gated(new Settings(2, 3, 1));
        List<CompletableFuture<String>> taken = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            taken.add(door.submit(n).toFuture());
        }
        assertThatThrownBy(() -> door.submit(5).block(LIMIT)).isInstanceOf(GroupCommit.Overloaded.class);
        gate.tryEmitEmpty();
        assertThat(taken).allSatisfy(answer -> assertThat(answer.get()).startsWith("answer"));
        assertThat(door.submit(6).block(LIMIT)).isEqualTo("answer 6");
    }

    @Test
    void shouldCommitForNeighboursAndForACallerWhoLeft() {
        GroupCommit<Integer, String> door = gated(new Settings(10, 10, 1));
        Disposable running = door.submit(1).subscribe();
        Disposable waiting = door.submit(2).subscribe();
        CompletableFuture<String> neighbour = door.submit(3).toFuture();
        running.dispose();
        waiting.dispose();
        gate.tryEmitEmpty();
        assertThat(neighbour.join()).isEqualTo("answer 3");
        assertThat(rig.column("select n from command order by n")).containsExactly("1", "2", "3");
    }

    @Test
    void shouldCommitNothingWhenAnswersAreMissing() {
        for (Mono<List<String>> answers : List.of(Mono.just(List.<String>of()), Mono.<List<String>>empty())) {
            GroupCommit<Integer, String> door = new GroupCommit<>("test", Settings.DEFAULT, rig.database,
                    (tx, commands) -> insert(tx, commands).then(answers));
            assertThatThrownBy(() -> door.submit(1).block(LIMIT)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("1 commands, but 0 answers");
        }
        assertThat(rig.count("command")).isZero();
    }

    @Test
    void shouldReportALostConnectionAndServeTheNextCommand() {
        GroupCommit<Integer, String> door = new GroupCommit<>("test", Settings.DEFAULT, rig.database,
                (tx, commands) -> insert(tx, commands).doOnNext(a -> {
                    if (commands.contains(13)) {
                        rig.cutConnections();
                    }
                }));
        assertThatThrownBy(() -> door.submit(13).block(LIMIT))
                .satisfies(lost -> assertThat(Failures.passing(lost)).isTrue());
        await().atMost(LIMIT).ignoreExceptions().until(() -> "answer 14".equals(door.submit(14).block(LIMIT)));
        assertThat(rig.column("select n from command")).containsExactly("14");
    }
}
