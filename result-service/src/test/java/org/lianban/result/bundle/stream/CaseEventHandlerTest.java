package org.lianban.result.bundle.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Outcome;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.NotYet;
import org.lianban.messaging.Refused;
import org.lianban.result.Sample;
import org.lianban.result.bundle.store.FreshStore;
import org.lianban.result.bundle.store.Tally;

class CaseEventHandlerTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private final FreshStore store = new FreshStore(T0).withCatalog();
    private final Sample.Case sample = new Sample.Case("41072120261123YJS000001X");

    @AfterEach
    void close() {
        store.close();
    }

    private List<Incoming<?>> whole(Sample.Case each) {
        List<Incoming<?>> events = new ArrayList<>();
        events.add(store.incoming(each.submitted(T0), 1, T0));
        events.add(store.incoming(each.received(T0, T0.plusSeconds(1), "01", "04"), 2, T0.plusSeconds(1)));
        events.add(store.incoming(each.dispatched(T0, T0.plusSeconds(2), "01", "04"), 1, T0.plusSeconds(2)));
        for (String no : List.of("01", "04")) {
            events.add(store.incoming(each.accepted(no, T0.plusSeconds(3)), 1, T0.plusSeconds(3)));
            events.add(store.incoming(each.decided(no, T0.plusSeconds(4), Outcome.APPROVED), 2, T0.plusSeconds(4)));
        }
        return events;
    }

    @Test
    void shouldWriteOneRowPerCaseAndTransactionAndOneStatus() {
        store.handle(whole(sample));

        assertThat(store.count("select count(*) from bundle")).isOne();
        assertThat(store.count("select count(*) from history")).isOne();
        assertThat(store.stored(sample.no()).state()).isEqualTo(CaseState.SETTLED);
        assertThat(store.outbox()).hasSize(2).anyMatch(m -> m.contains("org.lianban.result.CaseSettled.v1"))
                .anyMatch(m -> m.contains("org.lianban.province.CaseStatus.v1"));
        assertThat(store.tally()).isEqualTo(Map.of(Tally.CASES + "SETTLED", 1L, Tally.SETTLED + "APPROVED", 1L));
    }

    @Test
    void shouldComeToTheSameRowsHoweverBatchesAreCutAndRepeated() {
        var random = new Random(11);
        for (int n = 0; n < 30; n++) {
            var each = new Sample.Case("41072120261123YJS%06dX".formatted(100 + n));
            var events = whole(each);
            int at = 0;
            while (at < events.size()) {
                int to = Math.min(events.size(), at + 1 + random.nextInt(4));
                store.handle(events.subList(at, to));
                if (random.nextBoolean()) {
                    store.handle(events.subList(0, to));
                }
                at = to;
            }
            assertThat(store.stored(each.no()).state()).isEqualTo(CaseState.SETTLED);
        }
        assertThat(store.outbox().stream().filter(m -> m.contains("result.CaseSettled"))).hasSize(30);
        assertThat(store.tally()).containsEntry(Tally.CASES + "SETTLED", 30L).containsEntry(Tally.CASES + "SUBMITTED",
                0L);
        assertThat(store.tally()).as("folded, not lost").containsEntry(Tally.CASES + "SETTLED", 30L);
    }

    @Test
    void shouldKeepOrderOfTimeAcrossTopicsButNeverExchangeEventsOfOneStream() {
        var late = store.incoming(sample.submitted(T0), 1, T0.plusSeconds(9));
        var skewed = store.incoming(sample.received(T0, T0, "04"), 2, T0.plusSeconds(1));
        var between = store.incoming(sample.dispatched(T0, T0, "04"), 1, T0.plusSeconds(5));

        assertThat(CaseEventHandler.inOrderOfTime(List.of(late, skewed, between))).containsExactly(between, late,
                skewed);
    }

    @Test
    void shouldTellIntakeOnceWhatADepartmentAskedFor() {
        store.handle(store.incoming(sample.submitted(T0), 1, T0),
                store.incoming(sample.dispatched(T0, T0, "04"), 1, T0));
        var asked = store.incoming(sample.correctionRequested("04", T0.plusSeconds(60)), 1, T0.plusSeconds(60));
        store.handle(asked);
        store.handle(asked);

        assertThat(store.outbox()).filteredOn(m -> m.contains("org.lianban.result.CorrectionAsked.v1"))
                .singleElement().asString().contains(sample.no() + "-04-BZ1").contains("\"dueAt\":")
                .contains("补签后重新提交");
        var notice = java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(
                store.stored(sample.no()).bundle().item("04").course().correction()).notice());
        assertThat(notice.dueAt()).isEqualTo(Sample.at("2026-12-15T00:00"));
        assertThat(store.tally()).containsEntry(Tally.CASES + "DISPATCHED", 1L);
    }

    @Test
    void shouldEndALapsedCaseWithoutAJoin() {
        store.handle(store.incoming(sample.submitted(T0), 1, T0), store.incoming(
                sample.correctedUntil(0, T0, Sample.at("2026-11-25T00:00"), true), 2, T0));
        store.handle(store.incoming(new org.lianban.contracts.event.IntakeEvent.CaseLapsed(sample.no(), 0,
                Sample.at("2026-11-25T00:01")), 3, Sample.at("2026-11-25T00:01")));

        assertThat(store.stored(sample.no()).state()).isEqualTo(CaseState.LAPSED);
        assertThat(store.stored(sample.no()).nextDue()).isNull();
        assertThat(store.count("select count(*) from bundle where open")).isZero();
        assertThat(store.outbox()).noneMatch(m -> m.contains("CaseSettled"));
    }

    @Test
    void shouldParkWhatComesBeforeItsPredecessor() {
        store.handle(store.incoming(sample.received(T0, T0, "04"), 2, T0));

        assertThat(store.count("select count(*) from parked")).isOne();
        assertThat(store.count("select count(*) from bundle")).isZero();
    }

    @Test
    void shouldRefuseAnEmptyFrozenSetAndAKeyThatIsNotTheCase() {
        assertThatThrownBy(() -> store.handle(store.incoming(sample.dispatched(T0, T0), 1, T0)))
                .isInstanceOf(Refused.class);
        var good = store.incoming(sample.submitted(T0), 1, T0);
        var foreign = new Incoming<>(good.id(), good.type(), good.source(), good.subject(), 1, T0, "other", null, null,
                good.data());
        assertThatThrownBy(() -> store.handle(foreign)).isInstanceOf(Refused.class).hasMessageContaining("other");
        assertThat(store.count("select count(*) from history")).isZero();
    }

    /** Two instances begin the same case from two topics at once: one of them folds anew, nothing is overwritten. */
    @Test
    void shouldNotOverwriteACaseThatAnotherInstanceBegan() throws Exception {
        var failures = new ArrayList<Throwable>();
        for (int n = 0; n < 50; n++) {
            var each = new Sample.Case("41072120261123YJS%06dX".formatted(500 + n));
            List<Incoming<?>> batches = List.of(store.incoming(each.submitted(T0), 1, T0),
                    store.incoming(each.dispatched(T0, T0, "04"), 1, T0));
            var threads = batches.stream().map(event -> Thread.ofVirtual().start(() -> again(event, failures)))
                    .toList();
            for (var thread : threads) {
                thread.join(Duration.ofSeconds(30));
            }
            var bundle = store.stored(each.no()).bundle();
            assertThat(bundle.intake().origin()).isNotNull();
            assertThat(bundle.frozen()).isNotNull();
            assertThat(bundle.book().version()).isEqualTo(2);
        }
        assertThat(failures).allMatch(NotYet.class::isInstance);
    }

    private void again(Incoming<?> event, List<Throwable> failures) {
        for (;;) {
            try {
                store.handle(event);
                return;
            } catch (NotYet begun) {
                synchronized (failures) {
                    failures.add(begun);
                }
            }
        }
    }
}
