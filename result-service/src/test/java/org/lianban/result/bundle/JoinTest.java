package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.result.Sample;

class JoinTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private final Sample.Case sample = new Sample.Case("c");

    @Test
    void shouldConcludeByTheDocumentedOrderForEverySetOfOutcomes() {
        for (int bits = 1; bits < 1 << Outcome.values().length; bits++) {
            var outcomes = new ArrayList<Outcome>();
            for (Outcome outcome : Outcome.values()) {
                if ((bits >> outcome.ordinal() & 1) == 1) {
                    outcomes.add(outcome);
                }
            }
            long positive = outcomes.stream().filter(Outcome::satisfiesDependents).count();
            var result = Join.outcome(outcomes);

            assertThat(result == CaseOutcome.APPROVED).isEqualTo(positive == outcomes.size());
            assertThat(result == CaseOutcome.PARTLY).isEqualTo(positive > 0 && positive < outcomes.size());
            if (positive == 0) {
                assertThat(result).as(outcomes.toString()).isEqualTo(negative(outcomes));
            }
        }
    }

    private static CaseOutcome negative(List<Outcome> outcomes) {
        if (outcomes.contains(Outcome.DENIED) || outcomes.contains(Outcome.MISMATCHED)) {
            return CaseOutcome.DENIED;
        }
        for (CaseOutcome each : List.of(CaseOutcome.NOT_ACCEPTED, CaseOutcome.TERMINATED)) {
            if (outcomes.contains(Outcome.valueOf(each.name()))) {
                return each;
            }
        }
        return CaseOutcome.WITHDRAWN;
    }

    @Test
    void shouldSettleWithTheLastResultAndNotBefore() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.dispatched(T0, T0, "01", "04"), 1, null);
        turn.apply(sample.decided("01", T0.plusSeconds(5), Outcome.APPROVED), 1, null);
        assertThat(turn.own()).isEmpty();

        turn.apply(sample.decided("04", T0.plusSeconds(3), Outcome.DENIED), 1, null);

        assertThat(turn.own()).singleElement().isInstanceOfSatisfying(CaseSettled.class, settled -> {
            assertThat(settled.outcome()).isEqualTo(CaseOutcome.PARTLY);
            assertThat(settled.settledAt()).as("when the last item ended").isEqualTo(T0.plusSeconds(5));
            assertThat(settled.items()).extracting(i -> i.itemNo()).containsExactly("01", "04");
        });
        assertThat(CaseStates.of(turn.bundle())).isEqualTo(CaseState.SETTLED);
    }

    @Test
    void shouldNotBeBroughtForwardByAnItemOutsideTheFrozenSet() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.decided("06", T0, Outcome.MATCHED), 1, null);
        turn.apply(sample.dispatched(T0, T0, "01"), 1, null);

        assertThat(turn.own()).isEmpty();
        assertThat(Join.strangers(turn.bundle())).isEqualTo(Set.of("06"));
        turn.apply(sample.decided("01", T0, Outcome.APPROVED), 1, null);
        assertThat(turn.own()).singleElement().isInstanceOfSatisfying(CaseSettled.class,
                settled -> assertThat(settled.items()).hasSize(1));
    }

    @Test
    void shouldSettleAsWithdrawnWhenWithdrawnBeforeReceipt() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.submitted(T0), 1, null);
        turn.apply(sample.withdrawn(T0.plusSeconds(9)), 2, null);

        assertThat(turn.own()).containsExactly(
                new CaseSettled("c", CaseOutcome.WITHDRAWN, T0.plusSeconds(9), List.of()));
        assertThat(CaseStates.of(turn.bundle())).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void shouldWaitForTheItemsWhenWithdrawnAfterReceipt() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.submitted(T0), 1, null);
        turn.apply(sample.received(T0, T0, "01", "04"), 2, null);
        turn.apply(sample.withdrawn(T0.plusSeconds(9)), 3, null);
        assertThat(turn.own()).as("the dispatcher has not spoken").isEmpty();

        turn.apply(sample.dispatched(T0, T0, "01", "04"), 1, null);
        turn.apply(sample.decided("01", T0, Outcome.APPROVED), 1, null);
        turn.apply(sample.itemCancelled("04", T0.plusSeconds(10), Outcome.WITHDRAWN), 1, null);

        assertThat(turn.own()).singleElement().isInstanceOfSatisfying(CaseSettled.class,
                settled -> assertThat(settled.outcome()).as("the decision that came first stands")
                        .isEqualTo(CaseOutcome.PARTLY));
    }

    @Test
    void shouldRefuseAnEmptyFrozenSet() {
        var empty = Evolution.apply(Bundle.empty("c"), sample.dispatched(T0, T0));

        assertThatThrownBy(() -> Join.decide(empty)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("empty");
    }
}
