package org.lianban.result.bundle.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.contracts.event.ResultEvent.TimerWarned;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.store.FreshStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CaseProjectionTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Actor CLERK = new Actor(Actor.Role.WINDOW_CLERK, "w1-3", null);

    private final List<List<CaseChange>> batches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean broken = new AtomicBoolean();
    private final CaseProjection follower = (tx, cases, now) -> {
        batches.add(cases);
        return broken.get() ? Mono.error(new IllegalStateException("broken room")) : Mono.empty();
    };
    private final FreshStore store = new FreshStore(T0, follower).withCatalog();
    private final Sample.Case sample = new Sample.Case("41072120261123YJS000001X");

    @AfterEach
    void close() {
        store.close();
    }

    private void begin(Sample.Case each) {
        store.handle(store.incoming(each.submitted(T0), 1, T0),
                store.incoming(each.dispatched(T0, T0.plusSeconds(2), "04"), 1, T0.plusSeconds(2)));
    }

    private TimerWarned warned() {
        return new TimerWarned(sample.no(), Timer.PROMISE, "04", T0, T0, null);
    }

    @Test
    void shouldShowAFollowerEveryChangedCaseOncePerTransactionWithWhatWasHeardAndSaid() {
        var other = new Sample.Case("41072120261123YJS000002X");
        store.handle(store.incoming(sample.submitted(T0), 1, T0), store.incoming(other.submitted(T0), 1, T0));
        store.handle(store.incoming(sample.submitted(T0), 1, T0));
        store.handle(store.incoming(sample.dispatched(T0, T0.plusSeconds(2), "04"), 1, T0.plusSeconds(2)),
                store.incoming(sample.decided("04", T0.plusSeconds(3), Outcome.APPROVED), 1, T0.plusSeconds(3)));

        assertThat(batches).as("a duplicate changes nothing").hasSize(2);
        assertThat(batches.getFirst()).extracting(CaseChange::caseNo).containsExactlyInAnyOrder(sample.no(),
                other.no());
        assertThat(batches.getFirst()).allSatisfy(f -> {
            assertThat(f.before()).isEqualTo(Bundle.empty(f.caseNo()));
            assertThat(f.after().book().version()).isOne();
            assertThat(f.events()).singleElement().satisfies(h -> {
                assertThat(h.event()).isInstanceOf(IntakeEvent.CaseSubmitted.class);
                assertThat(h.source()).isEqualTo("intake");
                assertThat(h.sequence()).isOne();
                assertThat(h.time()).isEqualTo(T0);
            });
            assertThat(f.terms()).isNotNull();
        });
        var last = batches.get(1).getFirst();
        assertThat(last.events()).extracting(h -> h.event().getClass().getSimpleName()).containsExactly(
                "ItemsDispatched", "ItemDecided", "CaseSettled");
        assertThat(last.events().getFirst().event()).isInstanceOf(DispatchEvent.class);
        assertThat(last.events().getLast()).satisfies(own -> {
            assertThat(own.source()).isEqualTo(CaseChange.RecordedEvent.OWN);
            assertThat(own.sequence()).isOne();
            assertThat(own.actor()).isEqualTo("SYSTEM:result");
        });
        assertThat(last.events(ResultEvent.class)).singleElement().isInstanceOf(CaseSettled.class);
        assertThat(last.before()).isEqualTo(batches.getFirst().stream().filter(f -> f.caseNo().equals(sample.no()))
                .findFirst().orElseThrow().after());
    }

    @Test
    void shouldShowAFollowerWhatTheDueTimerSaid() {
        begin(sample);
        batches.clear();
        store.setClock(Sample.at("2026-11-26T09:00"));

        store.dueRound(new ArrayList<>()).run(10).block(LIMIT);

        assertThat(batches).singleElement()
                .satisfies(batch -> assertThat(batch.getFirst().events(ResultEvent.class)).singleElement()
                        .isInstanceOfSatisfying(TimerBreached.class,
                                b -> assertThat(b.timer()).isEqualTo(Timer.ACCEPTANCE)));
    }

    @Test
    void shouldWriteNothingWhenAFollowerFails() {
        broken.set(true);

        assertThatThrownBy(() -> begin(sample)).hasMessageContaining("broken room");

        assertThat(store.count("select count(*) from bundle")).isZero();
        assertThat(store.outbox()).isEmpty();
    }

    @Test
    void shouldPublishApplyAndFollowWhatACommandSays() {
        begin(sample);
        batches.clear();

        var seen = new AtomicLong();
        var answer = store.commands().submit(sample.no(), CLERK, c -> {
            seen.set(c.bundle().book().version());
            return Decision.accepted(warned());
        }).block(LIMIT);

        assertThat(answer).isEqualTo(org.lianban.command.once.Outcome.done(List.of(warned())));
        assertThat(seen).as("version the decider saw").hasValue(1);
        var bundle = store.stored(sample.no()).bundle();
        assertThat(bundle.book().version()).isEqualTo(2);
        assertThat(bundle.book().published().result()).isOne();
        assertThat(bundle.item("04").marks().spoken().warned(Timer.PROMISE)).isTrue();
        assertThat(store.outbox()).filteredOn(m -> m.contains("result.TimerWarned")).singleElement().asString()
                .contains("result/" + sample.no() + "/1").contains("WINDOW_CLERK:w1-3");
        assertThat(batches).singleElement()
                .satisfies(b -> assertThat(b.getFirst().events()).singleElement()
                        .satisfies(h -> assertThat(h.actor()).isEqualTo(CLERK.text())));
        assertThat(store.queries().history(sample.no(), 1, 10).block(LIMIT)).singleElement()
                .satisfies(turned -> assertThat(turned.entries().getFirst().actor()).isEqualTo(CLERK.text()));
    }

    @Test
    void shouldChangeNothingForARefusalAndForACommandThatSaysNothing() {
        begin(sample);
        batches.clear();

        var refusal = Refusal.conflict("NOT_NOW", "尚未办结");
        assertThat(store.commands().submit(sample.no(), CLERK, c -> Decision.refused(refusal)).block(LIMIT))
                .isEqualTo(org.lianban.command.once.Outcome.refused(refusal));
        assertThat(store.commands().submit(sample.no(), CLERK, c -> Decision.repeated()).block(LIMIT))
                .isEqualTo(org.lianban.command.once.Outcome.done(List.of()));
        assertThat(store.commands().submit("41072120261123YJS000009X", CLERK, c -> Decision.repeated())
                .block(LIMIT)).isInstanceOfSatisfying(org.lianban.command.once.Outcome.Refused.class,
                        r -> assertThat(r.refusal().kind()).isEqualTo(Refusal.Kind.NOT_FOUND));

        assertThat(batches).isEmpty();
        assertThat(store.stored(sample.no()).bundle().book().version()).isOne();
    }

    /** Fifty at once, of which one breaks: the others see each other's work, and the sequence has no gap. */
    @Test
    void shouldDecideCommandsOnOneCaseOneAfterTheOther() {
        begin(sample);

        var answers = Flux.fromStream(IntStream.range(0, 50).boxed()).flatMap(n -> store.commands()
                .submit(sample.no(), CLERK, c -> {
                    if (n == 17) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return Decision.accepted(warned());
                }).map(outcome -> outcome instanceof org.lianban.command.once.Outcome.Done).onErrorReturn(false), 50)
                .collectList().block(LIMIT);

        assertThat(answers).hasSize(50).filteredOn(done -> !done).hasSize(1);
        assertThat(store.stored(sample.no()).bundle().book().published().result()).isEqualTo(49);
        assertThat(store.outbox().stream().filter(m -> m.contains("result.TimerWarned"))
                .map(m -> m.split("\u001f")[7])).doesNotHaveDuplicates().hasSize(49);
    }

    @Test
    void shouldRefuseAnEventOfAnotherCaseAsAFaultOfOurs() {
        begin(sample);

        assertThatThrownBy(() -> store.commands().submit(sample.no(), CLERK, c -> Decision.accepted(
                new TimerWarned("other", Timer.PROMISE, "04", T0, T0, null))).block(LIMIT))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("other");
    }
}
