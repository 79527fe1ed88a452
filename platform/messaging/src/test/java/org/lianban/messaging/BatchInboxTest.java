package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.servers.tests.CapturedLog;

class BatchInboxTest extends OnALedger {
    private static List<String> quarantined() {
        return rig.column("select \"offset\" || ' ' || reason from quarantine order by \"offset\"");
    }

    @Test
    void shouldApplyABatchInOneTransactionAndInOrder() {
        inbox.accept(
                new Records().noted("a", 1, "一").noted("b", 1, "x").noted("a", 2, "二").noted("a", 3, "三").message());
        assertThat(ledger()).containsExactly("a 3: 一 二 三", "b 1: x");
        assertThat(ledger.batches).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "bug", "sql", "too large"})
    void shouldSetThePoisonAsideAndApplyItsNeighboursInOrder(String poison) {
        Records records = new Records();
        for (int n = 1; n <= 20; n++) {
            records.noted("a", n, Integer.toString(n));
            if (n == 7) {
                records.noted("bad", 1, poison);
            }
        }
        try (CapturedLog log = CapturedLog.of(BatchDoor.class)) {
            inbox.accept(records.message());
            assertThat(log.errors()).as("a refusal is no fault of ours").hasSize(poison.equals("refused") ? 0 : 1);
        }
        assertThat(ledger()).containsExactly("a 20: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
        assertThat(quarantined()).singleElement().asString().startsWith("7 ");
        assertThat(rig.column("select key || ' ' || value from quarantine"))
                .containsExactly("bad {\"text\":\"" + poison + "\"}");
    }

    @Test
    void shouldFindEveryPoisonOfABatch() {
        try (CapturedLog log = CapturedLog.of(BatchDoor.class)) {
            inbox.accept(new Records().noted("x", 1, "refused").noted("a", 1, "1").noted("y", 1, "bug")
                    .noted("a", 2, "2").noted("z", 1, "refused").message());
            assertThat(log.errors()).containsExactly("A message is set aside");
        }
        assertThat(ledger()).containsExactly("a 2: 1 2");
        assertThat(quarantined()).containsExactly("0 Expected something better",
                "2 NullPointerException: a bug of the handler", "4 Expected something better");
    }

    @Test
    void shouldQuarantineWhatCannotBeReadWhateverItHolds() {
        Map<String, String> typed = Map.of(CloudEventHeaders.TYPE, "org.lianban.test.Noted.v1",
                CloudEventHeaders.SUBJECT, "s", CloudEventHeaders.ID, "test/s/1", CloudEventHeaders.TIME, "yesterday");
        inbox.accept(new Records().raw("k", "{", Map.of(CloudEventHeaders.TYPE, "org.lianban.test.Noted.v1"))
                .raw(null, "no headers", Map.of()).noted("a", 1, "1").raw("k\u0000\u001f", "{}\u0000", typed)
                .raw("k", "null", typed).raw("k", null, typed)
                .raw("k", "{}", Map.of("strange\u0000", "a\u001fb=c")).noted("a", 2, "2").message());
        assertThat(ledger()).containsExactly("a 2: 1 2");
        assertThat(rig.column("select \"offset\" from quarantine order by 1")).containsExactly("0", "1", "3", "4", "5",
                "6");
        assertThat(rig.column("select reason from quarantine where \"offset\" = 0"))
                .containsExactly("Expected the header ce_subject, but it is missing");
    }

    @Test
    void shouldIgnoreTypesOfOthers() {
        inbox.accept(new Records().raw("k", "{", Map.of(CloudEventHeaders.TYPE, "org.lianban.other.Thing.v1"))
                .noted("a", 1, "1").message());
        assertThat(ledger()).containsExactly("a 1: 1");
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void shouldHandAPassingFailureBackAndSkipNothing() {
        ledger.surroundingsFail = true;
        Records records = new Records().noted("a", 1, "1").noted("a", 2, "2");
        assertThatThrownBy(() -> inbox.accept(records.message())).isInstanceOf(NotYet.class);
        assertThat(ledger.batches).as("not halved").containsExactly(2);
        assertThat(ledger()).isEmpty();
        assertThat(quarantined()).isEmpty();
        ledger.surroundingsFail = false;
        inbox.accept(records.message());
        assertThat(ledger()).containsExactly("a 2: 1 2");
    }

    @Test
    void shouldHandALostDatabaseBackAsPassing() {
        Records records = new Records().noted("a", 1, "1").noted("cut", 1, "cut");
        ledger.accident = rig::cutConnections;
        assertThatThrownBy(() -> inbox.accept(records.message()))
                .satisfies(lost -> assertThat(Failures.passing(lost)).isTrue());
        ledger.accident = () -> {};
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(() -> {
            inbox.accept(records.message());
            assertThat(ledger()).containsExactly("a 1: 1", "cut 1: cut");
        });
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenABatchIsDeliveredAgain() {
        Records records = new Records().noted("a", 1, "1").noted("x", 1, "refused").noted("a", 2, "2").raw("k", "{",
                Map.of());
        inbox.accept(records.message());
        inbox.accept(records.message());
        assertThat(ledger()).containsExactly("a 2: 1 2");
        assertThat(quarantined()).hasSize(2);
    }

    @Test
    void shouldTakeAnEmptyBatch() {
        inbox.accept(new Records().message());
        assertThat(ledger.batches).isEmpty();
    }

    @Test
    void shouldHandRawRecordsOverAsTheyCame() {
        java.util.List<RawRecord> seen = new java.util.ArrayList<>();
        RawBatchInbox raw = new RawBatchInbox(rig.database, rig.quarantine, (tx, batch) -> {
            if (batch.stream().anyMatch(r -> r.text().equals("poison"))) {
                return reactor.core.publisher.Mono.error(new Refused("outsiders"));
            }
            seen.addAll(batch);
            return reactor.core.publisher.Mono.empty();
        });
        raw.accept(new Records().raw(null, "{\"甲\":1}", Map.of("x-from", "省平台")).raw("k", "poison", Map.of())
                .raw("k", null, Map.of()).message());
        assertThat(seen).extracting(RawRecord::text).containsExactly("{\"甲\":1}", "");
        assertThat(seen.getFirst().key()).isNull();
        assertThat(seen.getFirst().header("x-from")).isEqualTo("省平台");
        assertThat(seen.getFirst().topic()).isEqualTo("in");
        assertThat(quarantined()).containsExactly("1 outsiders");
    }
}
