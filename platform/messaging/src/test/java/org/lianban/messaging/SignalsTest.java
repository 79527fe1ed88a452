package org.lianban.messaging;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void shouldHearAndReconnectAndSayThatItMayHaveMissedSomething() {
        try (Rig rig = new Rig(2)) {
            List<String> heard = new CopyOnWriteArrayList<>();
            List<String> appended = new CopyOnWriteArrayList<>();
            Signals signals = new Signals(rig.connectionFactory(),
                    Map.of("tasks", heard::add, "outbox_test", appended::add));
            signals.start();
            await().atMost(LIMIT).until(() -> heard.equals(List.of("")));
            rig.sql("select pg_notify('tasks', '部门 1')");
            await().atMost(LIMIT).until(() -> heard.equals(List.of("", "部门 1")));
            rig.append(List.of(Rig.noted("t", "k", 1)));
            await().atMost(LIMIT).until(() -> appended.equals(List.of("", "")));

            rig.cutConnections();
            await().atMost(LIMIT).until(() -> heard.equals(List.of("", "部门 1", "")));
            rig.sql("select pg_notify('tasks', '2')");
            await().atMost(LIMIT).until(() -> heard.getLast().equals("2"));

            signals.close();
            await().atMost(LIMIT).until(() -> rig.column("select 1 from pg_stat_activity where query like 'listen%' "
                    + "and datname = current_database()").isEmpty());
        }
    }
}
