package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParkingTest extends OnALedger {
    private static List<String> parked() {
        return rig.column("select subject || ' ' || sequence from parked order by subject, sequence");
    }

    @Test
    void shouldHoldBackOnlyTheSubjectThatMissesAPredecessor() {
        inbox.accept(
                new Records().noted("a", 1, "一").noted("a", 3, "三").noted("b", 1, "x").noted("a", 4, "四").message());
        assertThat(ledger()).containsExactly("a 1: 一", "b 1: x");
        assertThat(parked()).containsExactly("a 3", "a 4");
        assertThat(rig.count("parked")).isEqualTo(2);
        String before = rig.column("select id || ' ' || parked_at from parked where sequence = 3").getFirst();
        assertThat(parking.offerAgain()).isEqualTo(2);
        assertThat(parked()).as("still waiting").containsExactly("a 3", "a 4");
        assertThat(rig.column("select id || ' ' || parked_at from parked where sequence = 3")).containsExactly(before);
    }

    @Test
    void shouldApplyWhatWaitedOnceThePredecessorCame() {
        inbox.accept(new Records().noted("a", 3, "三").noted("a", 2, "二").message());
        inbox.accept(new Records().noted("a", 1, "一").message());
        parking.offerAgain();
        assertThat(ledger()).containsExactly("a 3: 一 二 三");
        assertThat(parked()).isEmpty();
        assertThat(parking.offerAgain()).isZero();
    }

    @Test
    void shouldKeepActorTimeAndTextOfWhatWaits() {
        inbox.accept(new Records().noted("a", 2, "引号“”").message());
        assertThat(rig.column("select actor || ' ' || (time at time zone 'UTC')::text || ' ' || value from parked"))
                .containsExactly("CLERK:张 2026-03-02 04:00:00 {\"text\":\"引号“”\"}");
    }

    @Test
    void shouldNotLetThoseWhoWaitForEverStarveTheOthers() {
        Records early = new Records();
        for (int n = 2; n <= 260; n++) {
            early.noted("aaa-stuck", n, "s");
        }
        inbox.accept(early.noted("zzz", 2, "二").message());
        inbox.accept(new Records().noted("zzz", 1, "一").message());
        parking.offerAgain();
        parking.offerAgain();
        assertThat(ledger()).containsExactly("zzz 2: 一 二");
        assertThat(parked()).hasSize(259);
    }

    @Test
    void shouldSetAsideAWaitingEventThatTurnsOutToBePoisonAndPutItBackOnReplay() {
        inbox.accept(new Records().noted("a", 2, "二").noted("b", 2, "ok").message());
        rig.sql("update parked set value = '{\"text\":\"refused\"}' where subject = 'a'");
        parking.offerAgain();
        assertThat(parked()).containsExactly("b 2");
        Quarantine.Entry entry = rig.quarantine.list(true, 0, 10).block().getFirst();
        assertThat(entry.topic()).isEqualTo("parked");
        assertThat(entry.reason()).isEqualTo("Expected something better");
        assertThat(rig.quarantine.replay(entry.id(), "o").block()).isTrue();
        assertThat(parked()).containsExactly("a 2", "b 2");
        assertThat(rig.column("select actor || value from parked where subject = 'a'"))
                .containsExactly("CLERK:张{\"text\":\"refused\"}");
        assertThat(rig.count("outbox")).as("there is no topic of that name").isZero();
    }

    @Test
    void shouldSetAsideWhatCanNoLongerBeRead() {
        inbox.accept(new Records().noted("a", 2, "二").noted("b", 2, "二").noted("c", 2, "二").message());
        rig.sql("update parked set value = '{' where subject = 'a'");
        rig.sql("update parked set type = 'org.lianban.test.Gone.v1' where subject = 'b'");
        inbox.accept(new Records().noted("c", 1, "一").message());
        parking.offerAgain();
        assertThat(ledger()).containsExactly("c 2: 一 二");
        assertThat(parked()).isEmpty();
        assertThat(rig.quarantine.list(true, 0, 100).block()).hasSize(2);
    }

    @Test
    void shouldBeHarmlessWhenTwoInstancesOfferAtOnce() {
        inbox.accept(new Records().noted("a", 2, "二").noted("a", 3, "三").noted("a", 1, "一").message());
        Parking other = rig.parking();
        Ledger second = new Ledger(other);
        inbox(other, second);
        java.util.concurrent.CompletableFuture<Void> there = java.util.concurrent.CompletableFuture
                .runAsync(other::offerAgain);
        parking.offerAgain();
        there.join();
        assertThat(ledger()).containsExactly("a 3: 一 二 三");
        assertThat(parked()).isEmpty();
    }

    @Test
    void shouldServeOneInboxOnly() {
        assertThatIllegalStateException().isThrownBy(() -> inbox(parking, ledger)).withMessageContaining("one inbox");
    }
}
