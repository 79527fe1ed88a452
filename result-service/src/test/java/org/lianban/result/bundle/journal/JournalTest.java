package org.lianban.result.bundle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.persistence.Database;
import org.lianban.result.Sample;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.store.FreshStore;
import org.lianban.result.bundle.store.Tally;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class JournalTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final List<CaseChange> change = new ArrayList<>();
    private final FreshStore store = new FreshStore(T0, (tx, cases, now) -> Mono.fromRunnable(
            () -> change.addAll(cases))).withCatalog();
    private final Sample.Case sample = new Sample.Case("41072120261123YJS000001X");

    @AfterEach
    void close() {
        store.close();
    }

    private List<Journal.Row> rows() {
        return Objects.requireNonNull(store.queries().journal(sample.no()).block(LIMIT));
    }

    private String last() {
        return Objects.requireNonNull(store.stored(sample.no()).bundle().book().chain());
    }

    private IntakeEvent submitted(boolean test) {
        return new IntakeEvent.CaseSubmitted(sample.no(), Sample.REGION, Sample.CODE, Sample.HASH, Channel.ONLINE, null,
                "张*", null, 0, T0, test, true, new IntakeEvent.Addressee("张三丰", "13800000000"));
    }

    private IntakeEvent received() {
        return new IntakeEvent.CaseReceived(sample.no(), Sample.REGION, Sample.CODE, Sample.HASH, "SJ-1", List.of("04"),
                T0, T0, new CasePack(new Party("张三丰", Party.IdType.RESIDENT_ID, "11010519491231002X", null), null,
                        java.util.Map.of("q", "secret-answer"),
                        JsonNodeFactory.instance.objectNode().put("childName", "张小丰"),
                        List.of(new MaterialRef("m01", "身份证", MaterialRef.Form.ELECTRONIC, "sha256:ab", "image/png",
                                9))));
    }

    private void run() {
        store.handle(store.incoming(submitted(false), 1, T0), store.incoming(received(), 2, T0));
        store.handle(store.incoming(sample.dispatched(T0, T0, "04"), 1, T0));
        store.handle(store.incoming(sample.accepted("04", T0), 1, T0),
                store.incoming(sample.decided("04", T0.plusSeconds(5), Outcome.APPROVED), 2, T0.plusSeconds(5)));
    }

    @Test
    void shouldKeepEveryEventInOrderAndChainTheRows() {
        run();

        var json = JsonMapper.builder().build();
        var told = rows().stream().flatMap(row -> json.readTree(row.facts()).valueStream())
                .map(fact -> fact.get(0).asString() + "/" + fact.get(1).asLong() + " " + fact.get(2).asString())
                .toList();
        assertThat(told).containsExactly("intake/1 CaseSubmitted", "intake/2 CaseReceived",
                "dispatch/1 ItemsDispatched", "department/1 ItemAccepted", "department/2 ItemDecided",
                "result/1 CaseSettled");
        assertThat(Chain.fault(sample.no(), rows(), last())).isEmpty();
    }

    @Test
    void shouldKeepMaterialsButNoPartyFormAnswerOrAddressee() {
        run();

        var text = rows().toString();
        assertThat(text).contains("sha256:ab").contains("\"noticeNo\":\"SL-04\"").doesNotContain("张三", "张小丰",
                "11010519", "13800000000", "secret-answer", "childName");
        assertThat(change.getFirst().events().getFirst().event())
                .as("the room that seals it still hears the addressee")
                .isInstanceOfSatisfying(IntakeEvent.CaseSubmitted.class,
                        e -> assertThat(Objects.requireNonNull(e.addressee()).phone()).isEqualTo("13800000000"));
    }

    @Test
    void shouldFindAByteThatWasChangedInTheTable() {
        run();
        assertThat(Chain.fault(sample.no(), rows(), last())).isEmpty();

        store.database().inTransaction(tx -> Database.update(tx,
                "update history set facts = replace(facts, 'SL-04', 'SL-05') where version = 3")).block(LIMIT);

        assertThat(Chain.fault(sample.no(), rows(), last())).hasValueSatisfying(
                fault -> assertThat(fault).contains("Version 3"));
    }

    @Test
    void shouldReadTheJournalPageByPage() {
        run();

        var first = Objects.requireNonNull(store.queries().journal(sample.no(), 0, 2).block(LIMIT));
        assertThat(first).extracting(Journal.Row::version).containsExactly(1L, 2L);
        assertThat(store.queries().journal(sample.no(), 2, 2).block(LIMIT)).extracting(Journal.Row::version)
                .containsExactly(3L);
    }

    @Test
    void shouldCountNothingOfATestCase() {
        store.handle(store.incoming(submitted(true), 1, T0), store.incoming(received(), 2, T0));
        store.handle(store.incoming(sample.dispatched(T0, T0, "04"), 1, T0));
        store.setClock(Sample.at("2026-11-26T09:00"));
        store.dueRound(new ArrayList<>()).run(10).block(LIMIT);

        assertThat(store.tally().values()).as("neither states nor breaches").allMatch(n -> n == 0);
        assertThat(store.stored(sample.no()).bundle().isTest()).isTrue();
    }

    /** The dispatcher may speak before intake: what was counted before the flag was known is taken back. */
    @Test
    void shouldTakeBackWhatWasCountedBeforeItWasKnownToBeATest() {
        store.handle(store.incoming(sample.dispatched(T0, T0, "04"), 1, T0));
        assertThat(store.tally()).containsEntry(Tally.CASES + "DISPATCHED", 1L);

        store.handle(store.incoming(submitted(true), 1, T0));

        assertThat(store.tally().values()).allMatch(n -> n == 0);
    }
}
