package org.lianban.result.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.province.Reconciliation.Difference;
import org.lianban.contracts.province.Reconciliation.Kind;
import org.lianban.result.province.Comparison.Sent;

class ComparisonTest {
    @Test
    void shouldListWhatEitherSideLacksOrHoldsOtherwise() {
        var ours = Map.of("a", new Sent("C1", "1"), "b", new Sent("C1", "2"), "c", new Sent("C2", "3"), "d",
                new Sent("C2", "4"));
        var theirs = Map.of("a", "1", "b", "9", "d", "", "x", "7");

        assertThat(Comparison.of(ours, theirs)).containsExactly(new Difference(Kind.DIFFERENT, "b", "C1"),
                new Difference(Kind.MISSING_AT_PROVINCE, "c", "C2"), new Difference(Kind.UNKNOWN_HERE, "x", null));
    }

    @Test
    void shouldFindNothingWhereBothHoldTheSame() {
        assertThat(Comparison.of(Map.of("a", new Sent("C1", "1")), Map.of("a", "1"))).isEmpty();
    }
}
