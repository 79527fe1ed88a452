package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.province.CaseStatus.Change;
import org.lianban.result.Sample;

class ChangesTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private final Sample.Case sample = new Sample.Case("c");

    @Test
    void shouldTellEveryChangeOfCaseAndItemInOrder() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.submitted(T0), 1, null);
        turn.apply(sample.received(T0, T0.plusSeconds(1), "01"), 2, null);
        turn.apply(sample.dispatched(T0, T0.plusSeconds(2), "01"), 1, null);
        turn.apply(sample.accepted("01", T0.plusSeconds(3)), 1, null);
        turn.apply(sample.decided("01", T0.plusSeconds(4), Outcome.APPROVED), 2, null);

        assertThat(words(turn.changes())).containsExactly("case SUBMITTED", "case RECEIVED", "case DISPATCHED",
                "01 DISPATCHED", "case IN_PROGRESS", "01 IN_REVIEW", "01 APPROVED", "case SETTLED");
        assertThat(turn.changes().getLast().at()).isEqualTo(T0.plusSeconds(4));
    }

    @Test
    void shouldTellNothingBeforeTheOneThingIsKnownAndThenWhereTheCaseStands() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.accepted("01", T0), 1, null);
        assertThat(turn.changes()).isEmpty();

        turn.apply(sample.dispatched(T0, T0, "01", "04"), 1, null);

        assertThat(words(turn.changes())).containsExactly("case IN_PROGRESS", "01 IN_REVIEW", "04 DISPATCHED");
    }

    @Test
    void shouldStaySilentWhenAnEventChangesNoState() {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        turn.apply(sample.submitted(T0), 1, null);
        turn.apply(sample.dispatched(T0, T0, "04"), 1, null);
        int before = turn.changes().size();

        turn.apply(new org.lianban.contracts.event.DepartmentEvent.ItemProgressed("c", "04", "d", T0, "已制卡"), 1, null);

        assertThat(turn.changes()).hasSize(before);
        assertThat(turn.entries().getLast().detail()).isEqualTo("已制卡");
    }

    private static List<String> words(List<Change> changes) {
        return changes.stream().map(c -> (c.itemNo() == null ? "case" : c.itemNo()) + " "
                + (c.itemNo() == null ? c.caseState() : c.itemState())).toList();
    }
}
