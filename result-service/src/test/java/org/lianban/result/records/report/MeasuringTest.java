package org.lianban.result.records.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.IntakeEvent.FormShare;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.records.CaseFile;

class MeasuringTest {
    private static final Instant MONDAY = at("2026-03-02T09:00");
    private final Sample.Case sample = new Sample.Case("41072120260302YJS000001X");
    private final Terms terms = new Terms(Sample.oneThing(),
            Calendars.of(Sample.calendar(), ClockRules.DEFAULT.dayEnd()), ClockRules.DEFAULT);

    private static Bundle bundle(CaseEvent... events) {
        var turn = new CaseUnitOfWork(Bundle.empty("41072120260302YJS000001X"));
        Map<String, Long> sequences = new HashMap<>();
        for (CaseEvent event : events) {
            String stream = event instanceof DepartmentEvent e
                    ? e.itemNo()
                    : event.getClass().getInterfaces()[0].getSimpleName();
            turn.apply(event, sequences.merge(stream, 1L, Long::sum), null);
        }
        return turn.bundle();
    }

    private Bundle settled(Outcome of03) {
        return bundle(sample.submitted(0, MONDAY, null), sample.corrected(0, at("2026-03-02T10:00")),
                sample.submitted(1, at("2026-03-03T09:00"), null),
                sample.received(at("2026-03-03T09:00"), at("2026-03-03T09:30"), "01", "03"),
                sample.dispatched(at("2026-03-03T09:00"), at("2026-03-03T09:30"), "01", "03"),
                sample.accepted("01", at("2026-03-03T10:00")), sample.accepted("03", at("2026-03-03T10:00")),
                sample.suspended("03", at("2026-03-04T09:00"), true, true),
                sample.resumed("03", at("2026-03-06T09:00")),
                sample.decided("01", at("2026-03-13T10:00"), Outcome.APPROVED),
                sample.decided("03", at("2026-03-16T10:00"), of03));
    }

    @Test
    void shouldMeasureDaysWithoutSpecialProceduresAndCountLateClocks() {
        var measure = Measuring.of(settled(Outcome.DENIED), terms, null, at("2026-03-17T09:00")).orElseThrow();

        assertThat(measure.settledOn()).isEqualTo("2026-03-16");
        assertThat(measure.channel()).isEqualTo(Channel.WINDOW);
        assertThat(measure.rounds()).isOne();
        assertThat(measure.volume()).isEqualTo(new Measure.Volume(2, 1, 1, 0));
        assertThat(measure.time().days()).as("01 took eight, 03 nine less two of its procedure").isEqualTo(8);
        assertThat(measure.time().promised()).isEqualTo(20);
        assertThat(measure.time().itemMinutes()).isGreaterThan(measure.time().caseMinutes());
        assertThat(measure.clocks()).contains(new Measure.Ran(Timer.PROMISE, 2, 1),
                new Measure.Ran(Timer.STATUTORY, 2, 0), new Measure.Ran(Timer.ACCEPTANCE, 2, 0));
    }

    @Test
    void shouldMeasureNeitherOpenNorTestCases() {
        assertThat(Measuring.of(bundle(sample.submitted(MONDAY)), terms, null, MONDAY)).isEmpty();
        var test = bundle(new IntakeEvent.CaseSubmitted(sample.no(), Sample.REGION, Sample.CODE, Sample.HASH,
                Channel.ONLINE, null, "张*", null, 0, MONDAY, true, false, null),
                sample.withdrawn(MONDAY.plusSeconds(60)));
        assertThat(test.isSettled()).isTrue();
        assertThat(Measuring.of(test, terms, null, MONDAY)).isEmpty();
    }

    @Test
    void shouldCountMaterialsApartByHowTheyCameAbout() {
        var file = new CaseFile(sample.no(),
                new CaseFile.People(new Party("张三", Party.IdType.RESIDENT_ID, "11010519491231002X", null), null),
                Map.of(),
                List.of(ref("m01", MaterialRef.Form.ELECTRONIC), ref("m02", MaterialRef.Form.EXEMPT_DATA),
                        ref("m03", MaterialRef.Form.DEFERRED), ref("m04", MaterialRef.Form.WAIVED)),
                new ReceiptFacts(false, List.of(), List.of(), new FormShare(10, 6, 5), null, null, List.of()));
        var measure = Measuring.of(settled(Outcome.APPROVED), terms, file, MONDAY).orElseThrow();
        assertThat(measure.material()).isEqualTo(new Measure.Material(0, 1, 1, 1, 1));
        assertThat(measure.form()).isEqualTo(new Measure.Form(10, 6, 5));
    }

    private static MaterialRef ref(String code, MaterialRef.Form form) {
        return new MaterialRef(code, code, form, null, null, 0);
    }

    @Test
    void shouldCompareWithAStatedBaselineElseWithTheStatutoryLimits() {
        var sums = new Sums("XX-09", 10, new Sums.Outcomes(10, 0, 0, 0, 5), new Sums.Items(20, 20, 0, 0),
                new Sums.Corrections(9, 1, 0), new Sums.Times(4, 20, 100, 300), new Sums.Materials(50, 20, 15, 5, 10),
                new Sums.Forms(10, 100, 60, 50, 0.6), Map.of());

        var computed = Reductions.of(Sample.oneThing(), sums);
        assertThat(computed.baseline()).isEqualTo(
                new Reductions.Basis(60, Particulars.Baseline.Basis.STATUTORY_SUM, false));
        assertThat(computed.materials()).isEqualTo(1 - 20.0 / 50);
        assertThat(computed.timePromised()).isEqualTo(1 - 20.0 / 60);
        assertThat(computed.timeActual()).isEqualTo(1 - 4.0 / 60);
        assertThat(computed.steps()).isNull();
        assertThat(computed.keptUnchanged()).isEqualTo(50.0 / 60);

        var stated = Reductions.of(with(new Particulars.Baseline(10, 40, 40, List.of("a", "b", "c", "d", "e"),
                Particulars.Baseline.Basis.OLD_PROMISE_SUM), List.of("一次申请")), sums);
        assertThat(stated.materials()).isEqualTo(1 - 20.0 / 100);
        assertThat(stated.timeActual()).isEqualTo(0.9);
        assertThat(stated.steps()).isEqualTo(0.8);
        assertThat(sums.parallelism()).isEqualTo(3.0);
        assertThat(sums.firstPass()).isEqualTo(0.9);
    }

    private static OneThing with(Particulars.Baseline baseline, List<String> steps) {
        var o = Sample.oneThing();
        return new OneThing(o.code(), o.region(), o.version(), o.contentHash(), o.effectiveFrom(), o.name(),
                o.printedName(), o.subject(), o.stage(), o.batch(), o.lead(), o.coLeads(), o.plannedCompletion(),
                o.uncertain(), o.borrowedFrom(), o.source(), o.items(), o.questions(), o.form(), o.materials(),
                new Particulars(List.of(), List.of(), null, baseline, steps, List.of(), false, List.of(), null));
    }
}
