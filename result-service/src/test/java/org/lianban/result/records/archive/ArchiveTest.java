package org.lianban.result.records.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianban.result.Sample.at;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ContentHash;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.kit.catalog.Calendars;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.journal.Chain;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.store.BundleCodec;
import org.lianban.security.Digests;

class ArchiveTest {
    private static final Instant T0 = at("2026-09-18T10:00");
    private static final String NO = "41072120260918YJS000001X";
    private static final OneThing ONE_THING = named();
    private static final Terms TERMS = new Terms(ONE_THING,
            Calendars.of(Sample.calendar(), ClockRules.DEFAULT.dayEnd()), ClockRules.DEFAULT);

    private final Sample.Case sample = new Sample.Case(NO);
    private final BundleCodec text = new BundleCodec();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Journal.Row> rows = new ArrayList<>();
    private Bundle bundle = Bundle.empty(NO);

    private static OneThing named() {
        var o = ContentHash.unnamed(Sample.oneThing());
        return new OneThing(o.code(), o.region(), o.version(), ContentHash.of(o), o.effectiveFrom(), o.name(),
                o.printedName(), o.subject(), o.stage(), o.batch(), o.lead(), o.coLeads(), o.plannedCompletion(),
                o.uncertain(), o.borrowedFrom(), o.source(), o.items(), o.questions(), o.form(), o.materials(),
                o.particulars());
    }

    /** One transaction, kept as the store keeps it. */
    private void transaction(CaseEvent... events) {
        var turn = new CaseUnitOfWork(bundle);
        for (CaseEvent event : events) {
            if (event instanceof ResultEvent own) {
                turn.publish(own);
            } else {
                String source = source(event);
                String stream = event instanceof DepartmentEvent e ? e.itemNo() : source;
                turn.apply(event, sequences.merge(stream, 1L, Long::sum), "DEPARTMENT_OFFICER:o1", T0);
            }
        }
        var recorded = turn.applied().stream()
                .map(t -> new CaseChange.RecordedEvent(t.event(),
                        t.source() == null ? CaseChange.RecordedEvent.OWN : t.source(), t.sequence(), t.actor(), T0))
                .toList();
        bundle = turn.closed();
        String entries = text.write(turn.entries());
        String facts = text.facts(recorded);
        long version = bundle.book().version();
        rows.add(new Journal.Row(version, entries, facts,
                Chain.next(rows.isEmpty() ? null : rows.getLast().chain(), NO, version, entries, facts)));
    }

    private static String source(CaseEvent event) {
        return switch (event) {
            case IntakeEvent e -> "intake";
            case DispatchEvent e -> "dispatch";
            default -> "department";
        };
    }

    /** A licence of twenty days with a special procedure over the National Day holiday. */
    private void lifeOfACase() {
        var dispatched = (DispatchEvent.ItemsDispatched) sample.dispatched(T0, T0, "01", "03");
        transaction(new IntakeEvent.CaseSubmitted(NO, Sample.REGION, Sample.CODE, ONE_THING.contentHash(),
                Channel.WINDOW, "w1", "张*", null, 0, T0));
        transaction(
                new DispatchEvent.ItemsDispatched(NO, 1, Sample.REGION, Sample.CODE, ONE_THING.contentHash(), T0, T0,
                        T0, dispatched.pack(), dispatched.tasks(), List.of()),
                sample.accepted("03", T0),
                sample.accepted("01", T0));
        transaction(sample.suspended("03", at("2026-10-08T09:00"), true, true));
        transaction(sample.resumed("03", at("2026-10-14T09:00")));
        transaction(new ResultEvent.TimerWarned(NO, ResultEvent.Timer.PROMISE, "03", at("2026-10-30T00:00"),
                at("2026-10-23T09:00"), "410721-weijian"));
        transaction(sample.decided("01", at("2026-09-21T10:00"), Outcome.APPROVED),
                sample.decided("03", at("2026-10-29T17:00"), Outcome.DENIED));
    }

    private byte[] packed(String itemNo) throws Journal.Damaged {
        return Packing.pack(bundle, itemNo,
                new Packing.Sources(Journal.chapters(rows), TERMS, Sample.calendar(),
                        List.of(new MaterialRef("m01", "申请书", MaterialRef.Form.ELECTRONIC,
                                "sha256:" + "0".repeat(64), "application/pdf", 12)),
                        ReceiptFacts.NONE, Map.of("SL1.html", "<p>受理通知书</p>".getBytes(StandardCharsets.UTF_8))),
                at("2026-11-02T09:00"));
    }

    @Test
    void shouldRecomputeEveryDeadlineAndTheJoinFromThePackageAlone() throws Journal.Damaged {
        lifeOfACase();
        var packed = packed(null);
        var findings = Verifier.verify(packed);

        assertThat(Verifier.passed(findings)).as(findings.toString()).isTrue();
        assertThat(findings).extracting(Verifier.Finding::name).containsExactly("归档包完整", "目录封印", "文件摘要", "事件链", "一件事版本",
                "工作日历与规则", "逐项汇总", "全部时限");
        var container = Container.open(packed);
        assertThat(container.text(Packing.DEADLINES)).contains("2026-10-29");
        assertThat(container.text(Packing.OUTCOME)).contains("PARTLY");
        assertThat(container.files()).containsKey("notices/SL1.html");
        assertThat(new String(packed, StandardCharsets.UTF_8)).as("least data").doesNotContain("11010519491231002X")
                .doesNotContain("张三");
    }

    @Test
    void shouldBeTheSameBytesFromTheSameSources() throws Journal.Damaged {
        lifeOfACase();
        assertThat(packed(null)).isEqualTo(packed(null));
    }

    @Test
    void shouldRefuseAPackageOfWhichAnyByteWasChanged() throws Journal.Damaged {
        lifeOfACase();
        var packed = packed(null);
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            var changed = packed.clone();
            int where = i < 40 ? i : i < 120 ? changed.length - 1 - (i - 40) : random.nextInt(changed.length);
            changed[where] ^= (byte) (1 + random.nextInt(255));
            assertThat(Verifier.passed(Verifier.verify(changed))).as("byte " + where).isFalse();
        }
        assertThat(Verifier.passed(Verifier.verify(new byte[0]))).isFalse();
        assertThat(Verifier.passed(Verifier.verify("no package".getBytes(StandardCharsets.UTF_8)))).isFalse();
    }

    /** Whoever changes a file and makes digests and seal fit again is found by what is computed anew. */
    private byte[] forged(byte[] packed, String name, String from, String to) throws Journal.Damaged {
        Map<String, byte[]> files = new LinkedHashMap<>(Container.open(packed).files());
        String before = new String(files.get(name), StandardCharsets.UTF_8);
        assertThat(before).contains(from);
        files.put(name, before.replace(from, to).getBytes(StandardCharsets.UTF_8));
        Manifest manifest = ArchiveJson.read(new String(files.get(Packing.MANIFEST), StandardCharsets.UTF_8),
                Manifest.class);
        var listed = manifest.files().stream().map(f -> new Manifest.File(f.name(), files.get(f.name()).length,
                Digests.sha256(files.get(f.name())), Digests.sm3(files.get(f.name())))).toList();
        var fitting = new Manifest(manifest.format(), manifest.caseNo(), manifest.itemNo(), manifest.region(),
                manifest.oneThing(), manifest.oneThingName(), manifest.custodian(), manifest.asOf(),
                manifest.version(), manifest.chainHead(), listed, manifest.checks(), "");
        files.put(Packing.MANIFEST, ArchiveJson.write(fitting.sealed(Packing.seal(fitting)))
                .getBytes(StandardCharsets.UTF_8));
        return new Container(files).bytes();
    }

    @Test
    void shouldFindADeadlineThatWasMovedHoweverWellItWasCovered() throws Journal.Damaged {
        lifeOfACase();
        var findings = Verifier.verify(forged(packed(null), Packing.DEADLINES, "\"2026-10-29\"", "\"2026-10-30\""));
        assertThat(findings.getLast()).satisfies(f -> {
            assertThat(f.passed()).isFalse();
            assertThat(f.name()).isEqualTo("全部时限");
        });
    }

    @Test
    void shouldFindAnOutcomeThatTheItemsDoNotGive() throws Journal.Damaged {
        lifeOfACase();
        assertThat(Verifier.verify(forged(packed(null), Packing.OUTCOME, "PARTLY", "APPROVED")).getLast())
                .isEqualTo(new Verifier.Finding("逐项汇总", false, "重新汇总的结论与归档的结论不符"));
    }

    @Test
    void shouldFindAChangedEventAChangedCalendarAndAChangedDefinition() throws Journal.Damaged {
        lifeOfACase();
        var packed = packed(null);
        assertThat(Verifier.verify(forged(packed, Packing.JOURNAL, "DENIED", "APPROVED")).stream()
                .filter(f -> !f.passed())).extracting(Verifier.Finding::name).contains("事件链");
        assertThat(Verifier.passed(Verifier.verify(forged(packed, Packing.CALENDAR, "2026-10-10", "2026-10-11"))))
                .isFalse();
        assertThat(Verifier.verify(forged(packed, Packing.DEFINITION, "户口登记", "户口登载")).stream()
                .filter(f -> !f.passed())).extracting(Verifier.Finding::name).contains("一件事版本");
    }

    @Test
    void shouldPackOneItemForItsDepartment() throws Journal.Damaged {
        lifeOfACase();
        var packed = packed("01");
        assertThat(Verifier.passed(Verifier.verify(packed))).isTrue();
        assertThat(Container.open(packed).text(Packing.OUTCOME)).contains("\"01\"").doesNotContain("\"03\"");
    }

    @Test
    void shouldNotPackAJournalThatContradictsItself() {
        lifeOfACase();
        var row = rows.get(2);
        rows.set(2, new Journal.Row(row.version(), row.entries(), row.facts().replace("专家评审", "听证"), row.chain()));
        assertThatThrownBy(() -> packed(null)).isInstanceOf(Journal.Damaged.class).hasMessageContaining("事件链断裂");
    }
}
