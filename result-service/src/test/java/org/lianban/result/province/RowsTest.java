package org.lianban.result.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.province.CaseRecords.Operation;
import org.lianban.contracts.province.CaseRecords.Row;
import org.lianban.contracts.province.CaseRecords.Table;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.records.CaseFile;

class RowsTest {
    private static final Instant T0 = at("2026-09-18T10:00");
    private final Sample.Case sample = new Sample.Case("41072120260918YJS000001X");
    private final Terms terms = new Terms(Sample.oneThing(),
            Calendars.of(Sample.calendar(), ClockRules.DEFAULT.dayEnd()), ClockRules.DEFAULT);
    private final Map<String, Long> sequences = new HashMap<>();
    private final CaseFile file = new CaseFile(sample.no(),
            new CaseFile.People(new Party("张三", Party.IdType.RESIDENT_ID, "11010519491231002X", "13800000000"), null),
            Map.of(), List.of(), IntakeEvent.ReceiptFacts.NONE);
    private Bundle bundle = Bundle.empty(sample.no());

    private List<Row> change(CaseEvent... events) {
        var turn = new CaseUnitOfWork(bundle);
        var recorded = new ArrayList<CaseChange.RecordedEvent>();
        for (CaseEvent event : events) {
            if (event instanceof ResultEvent own) {
                turn.publish(own);
                recorded.add(new CaseChange.RecordedEvent(own, CaseChange.RecordedEvent.OWN, 1, null, T0));
            } else {
                String source = event instanceof DepartmentEvent e
                        ? "department"
                        : event instanceof IntakeEvent ? "intake" : "dispatch";
                String stream = event instanceof DepartmentEvent e ? e.itemNo() : source;
                long sequence = sequences.merge(stream, 1L, Long::sum);
                turn.apply(event, sequence, "DEPARTMENT_OFFICER:o1");
                recorded.add(new CaseChange.RecordedEvent(event, source, sequence, "DEPARTMENT_OFFICER:o1", T0));
            }
        }
        var before = bundle;
        bundle = turn.bundle();
        return Rows.of(new CaseChange(before, bundle, recorded, turn.changes(), terms, null), file, id -> "卫健");
    }

    private void begin() {
        change(sample.submitted(T0), sample.received(T0, T0, "03"), sample.dispatched(T0, T0, "03"));
    }

    @Test
    void shouldTellTheAcceptanceWithApplicantAndPromisedDay() {
        begin();
        var rows = change(sample.accepted("03", T0));

        assertThat(rows).extracting(Row::table).containsExactly(Table.ACCEPT, Table.PROCESS);
        var accept = rows.getFirst().accept();
        assertThat(accept).isNotNull();
        assertThat(accept.promiseDate()).isEqualTo(LocalDate.parse("2026-10-22"));
        assertThat(accept.applicantIdNumber()).isEqualTo("11010519491231002X");
        assertThat(accept.orgName()).isEqualTo("卫健");
        assertThat(accept.acceptDocNo()).isEqualTo("SL-03");
        assertThat(rows.getFirst().projectNo()).isEqualTo(sample.no() + "-03");
        assertThat(rows.get(1).process().handler()).isEqualTo("DEPARTMENT_OFFICER:o1");
    }

    @Test
    void shouldUpdateTheRowOfASpecialProcedureWhenItEnds() {
        begin();
        change(sample.accepted("03", T0));
        var started = change(sample.suspended("03", at("2026-10-08T09:00"), true, true));
        var ended = change(sample.resumed("03", at("2026-10-14T09:00")));

        assertThat(started).singleElement().satisfies(r -> {
            assertThat(r.operation()).isEqualTo(Operation.INSERT);
            assertThat(r.special().end()).isNull();
        });
        assertThat(ended).singleElement().satisfies(r -> {
            assertThat(r.operation()).isEqualTo(Operation.UPDATE);
            assertThat(r.rowGuid()).isEqualTo(started.getFirst().rowGuid());
            assertThat(r.special().end()).isEqualTo(at("2026-10-14T09:00"));
            assertThat(r.special().result()).isEqualTo("通过");
        });
    }

    @Test
    void shouldTellAResultOnceAndUpdateItWhenItWasDelivered() {
        begin();
        change(sample.accepted("03", T0));
        var decided = change(sample.decided("03", T0.plusSeconds(60), Outcome.APPROVED));
        var delivered = change(new ResultEvent.DeliveryCompleted(sample.no(), List.of("03"), ResultEvent.Way.WINDOW,
                "张*", "sha256:0", T0.plusSeconds(90)));

        var result = decided.stream().filter(r -> r.table() == Table.RESULT).toList();
        assertThat(result).singleElement().satisfies(r -> assertThat(r.result().delivered()).isFalse());
        assertThat(delivered).singleElement().satisfies(r -> {
            assertThat(r.operation()).isEqualTo(Operation.UPDATE);
            assertThat(r.rowGuid()).isEqualTo(result.getFirst().rowGuid());
            assertThat(r.result().delivered()).isTrue();
            assertThat(r.result().resultDate()).isEqualTo(T0.plusSeconds(60));
        });
    }

    @Test
    void shouldMakeTheSameRowsAgainFromTheSameChange() {
        begin();
        var before = bundle;
        var first = change(sample.accepted("03", T0));
        bundle = before;
        sequences.put("03", 0L);
        assertThat(change(sample.accepted("03", T0))).isEqualTo(first);
    }

    @Test
    void shouldInsertOnceWhatWasDecidedAndCancelledInOneBatch() {
        begin();
        var rows = change(sample.accepted("03", T0), sample.decided("03", T0.plusSeconds(5), Outcome.DENIED));
        assertThat(rows.stream().filter(r -> r.table() == Table.RESULT)).singleElement()
                .satisfies(r -> assertThat(r.operation()).isEqualTo(Operation.INSERT));
        assertThat(rows).extracting(Row::rowGuid).doesNotHaveDuplicates();
    }
}
