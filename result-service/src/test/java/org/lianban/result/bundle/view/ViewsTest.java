package org.lianban.result.bundle.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.result.Sample.at;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Entry;
import org.lianban.result.bundle.clock.ClockRules;
import org.lianban.result.bundle.law.Law;

class ViewsTest {
    private static final Instant T0 = at("2026-11-23T09:00");
    private final Sample.Case sample = new Sample.Case("c");
    private final Views views = new Views(law());
    private Bundle bundle = Bundle.empty("c");

    private static Law law() {
        var copy = new CatalogCopy();
        copy.apply(new CatalogEvent.OneThingPublished(Sample.oneThing()));
        copy.apply(new CatalogEvent.CalendarPublished(Sample.calendar()));
        Sample.departments().forEach(d -> copy.apply(new CatalogEvent.DepartmentChanged(d)));
        return new Law(copy, ClockRules.DEFAULT);
    }

    private void apply(Object... events) {
        bundle = Sample.after(bundle, events);
    }

    private CaseView view() {
        return views.of(bundle, T0);
    }

    private CaseView.Extra extra() {
        return Objects.requireNonNull(view().extra());
    }

    private CaseView.ItemView item(String no) {
        return view().items().stream().filter(i -> i.itemNo().equals(no)).findFirst().orElseThrow();
    }

    private static Stream<String> numbers(List<CaseView.ItemRef> items) {
        return items.stream().map(CaseView.ItemRef::itemNo);
    }

    @Test
    void shouldSayNothingExtraOfAPlainCase() {
        apply(sample.submitted(T0), sample.dispatched(T0, T0, "04"), sample.accepted("04", T0));

        assertThat(view().extra()).isNull();
        assertThat(item("04").extra()).isNull();
    }

    @Test
    void shouldSettleAWithdrawalIntoStoppedKeptAndReturned() {
        apply(sample.submitted(T0), sample.dispatched(T0, T0, "01", "04", "05"),
                sample.decided("01", T0.plusSeconds(1), Outcome.APPROVED), sample.withdrawn(T0.plusSeconds(2)),
                sample.itemCancelled("04", T0.plusSeconds(3), Outcome.WITHDRAWN));

        var withdrawal = Objects.requireNonNull(extra().withdrawal());
        assertThat(withdrawal.whole()).isTrue();
        assertThat(numbers(withdrawal.stopped())).containsExactly("04");
        assertThat(numbers(withdrawal.kept())).as("the certificate stands").containsExactly("01");
        assertThat(numbers(withdrawal.pending())).containsExactly("05");

        apply(sample.itemCancelled("05", T0.plusSeconds(4), Outcome.WITHDRAWN),
                new IntakeEvent.OriginalsTransferred("c", List.of("m01", "m02"), "w1", "410721-weijian", "李科",
                        T0.plusSeconds(5)),
                new IntakeEvent.OriginalsReturned("c", List.of("m01"), "张*", "sha256:s", T0.plusSeconds(6)));

        assertThat(Objects.requireNonNull(extra().withdrawal()).returned()).extracting(CaseView.MaterialName::code)
                .containsExactly("m01");
        assertThat(extra().originals()).extracting(CaseView.OriginalsView::returned).containsExactly(false, true);
        assertThat(view().outcomeText()).isEqualTo("部分准予");
    }

    @Test
    void shouldShowWhatIsOwedAndWhyTheItemWaitsOrIsBlocked() {
        apply(sample.submitted(T0), sample.receivedOwing(T0, T0, "m03", T0.plusSeconds(90_000), "04"),
                sample.dispatchedOwing(T0, "m03", "04"), sample.accepted("04", T0));
        assertThat(item("04").state()).isEqualTo(ItemState.PRE_REVIEW);
        assertThat(item("04").why()).isEqualTo("等待容缺材料：m03");
        assertThat(extra().owed()).singleElement().satisfies(o -> assertThat(o.open()).isTrue());

        apply(new IntakeEvent.CommitmentOverdue("c", "m03", List.of("04"), T0.plusSeconds(90_001)),
                new DispatchEvent.MaterialsOverdue("c", 1, T0.plusSeconds(90_002), "410721-weijian",
                        List.of(new DispatchEvent.Overdue("04", "m03"))));
        assertThat(item("04").state()).isEqualTo(ItemState.BLOCKED);
        assertThat(item("04").why()).isEqualTo("容缺材料逾期未补：m03");

        apply(sample.supplemented(SupplementPurpose.TOLERANCE, "m03", T0.plusSeconds(90_100), "04"),
                new DispatchEvent.ItemsReleased("c", 1, T0.plusSeconds(90_101), List.of(new DispatchEvent.Release(
                        "04", true, List.of(), List.of(Sample.Case.material("m03")), SupplementPurpose.TOLERANCE))));
        assertThat(item("04").state()).isEqualTo(ItemState.READY);
        assertThat(extra().owed()).singleElement().satisfies(o -> assertThat(o.open()).isFalse());
        assertThat(bundle.item("04").gate().held()).as("the lead had it a while").hasSize(1);
    }

    /** What a department asked for is handed on without a word about what blocks the item. */
    @Test
    void shouldNotTakeASupplementOfACorrectionForTheLeadsWord() {
        apply(sample.submitted(T0), sample.dispatched(T0, T0, "04", "05"), sample.blocked(T0, "05", "04"),
                new DispatchEvent.ItemsReleased("c", 1, T0, List.of(new DispatchEvent.Release("05", false, List.of(),
                        List.of(Sample.Case.material("m01")), SupplementPurpose.CORRECTION))));
        assertThat(item("05").state()).isEqualTo(ItemState.BLOCKED);

        apply(sample.released(T0, "05", false));
        assertThat(item("05").state()).as("the lead's word").isEqualTo(ItemState.DISPATCHED);
    }

    @Test
    void shouldKeepTheFirstInstantAtWhichItMayBeDecided() {
        apply(sample.submitted(T0), sample.dispatched(T0, T0, "04", "05"), sample.accepted("05", T0),
                sample.released(T0.plusSeconds(10), "05", true, "04"),
                sample.released(T0.plusSeconds(90), "05", true, "01"));

        assertThat(bundle.item("05").gate().releasedAt()).as("what is merely of use comes later")
                .isEqualTo(T0.plusSeconds(10));
    }

    @Test
    void shouldShowCorrectionExtensionJointActivityOrdersAndResults() {
        var activity = new JointActivity("c-J1", JointActivity.Kind.INSPECTION, "410721-weijian",
                List.of(new JointActivity.Participant("04", "410721-renshe")), T0.plusSeconds(60), "现场", null);
        apply(sample.submitted(T0), sample.dispatched(T0, T0, "04"), sample.correctionRequested("04", T0));
        assertThat(item("04").state()).isEqualTo(ItemState.CORRECTION);
        assertThat(item("04").next()).startsWith("等待申请人按补正告知书补正");
        apply(new ResultEvent.CorrectionAsked("c", "04", "c-04-BZ1", List.of(), T0.plusSeconds(9_000), T0),
                sample.correctionSupplied("04", T0.plusSeconds(5)), sample.accepted("04", T0.plusSeconds(6)),
                sample.extended("04", T0.plusSeconds(7), 5),
                new DispatchEvent.JointActivityScheduled("c", 1, activity, T0.plusSeconds(8)),
                new DepartmentEvent.JointConclusionGiven("c", "04", "410721-renshe", T0.plusSeconds(70), "c-J1", false,
                        List.of("消防通道不足"), List.of("o1", "o2")),
                new DispatchEvent.JointActivityConcluded("c", 1, "c-J1", false,
                        List.of(new DispatchEvent.Conclusion("04", "410721-renshe", false, List.of(), List.of("o1"),
                                T0.plusSeconds(70))),
                        T0.plusSeconds(71)),
                new ResultEvent.SupervisionIssued("c", "04", "c-04-DB1", ResultEvent.Level.ORDER, "410721-renshe",
                        "PROMISE", null, T0.plusSeconds(72)));

        var shown = Objects.requireNonNull(item("04").extra());
        assertThat(Objects.requireNonNull(shown.correction()).noticeNo()).isEqualTo("c-04-BZ1");
        assertThat(Objects.requireNonNull(shown.extension()).workingDays()).isEqualTo(5);
        assertThat(shown.conclusions()).singleElement().satisfies(c -> assertThat(c.passed()).isFalse());
        assertThat(extra().joints()).singleElement().satisfies(j -> {
            assertThat(j.kindText()).isEqualTo("联合勘验");
            assertThat(j.passed()).isFalse();
            assertThat(numbers(j.failed())).containsExactly("04");
        });
        assertThat(extra().orders()).singleElement().satisfies(o -> assertThat(o.levelText()).isEqualTo("督办"));

        apply(new ResultEvent.SupervisionCleared("c", "c-04-DB1", T0.plusSeconds(80)),
                sample.decided("04", T0.plusSeconds(90), Outcome.APPROVED), sample.filed("04", T0.plusSeconds(91)),
                new ResultEvent.ResultReceived("c", "04", "w9", T0.plusSeconds(92)),
                new ResultEvent.LicenceIssued("c", "04", "1.2.156.3005.2.x", "社保卡", "sha256:l", null,
                        T0.plusSeconds(93)),
                new ResultEvent.DeliveryCompleted("c", List.of("04"), ResultEvent.Way.COURIER, "张*", "SF1",
                        T0.plusSeconds(94)));

        assertThat(extra().orders()).isEmpty();
        var result = Objects.requireNonNull(Objects.requireNonNull(item("04").extra()).result());
        assertThat(result.certificateNo()).isEqualTo("Z-04");
        assertThat(result.window()).isEqualTo("w9");
        assertThat(result.proof()).isEqualTo("SF1");
        assertThat(result.licenceId()).startsWith("1.2.156");
        assertThat(Objects.requireNonNull(extra().delivery()).delivered()).isOne();
        assertThat(view().stateText()).isEqualTo("已送达");
        assertThat(view().next()).isEqualTo("等待归档");
    }

    @Test
    void shouldEndWithTheSettlementWhereNothingCanBeHandedOut() {
        apply(sample.submitted(T0), sample.dispatched(T0, T0, "04"), sample.decided("04", T0, Outcome.DENIED));

        assertThat(view().next()).isEqualTo("已办结");
    }

    /** Whatever is published of a case has a Chinese line in its timeline. */
    @Test
    void shouldSayEveryEventInChinese() {
        var names = Stream.of(IntakeEvent.class, DispatchEvent.class, DepartmentEvent.class, ResultEvent.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses())).map(Class::getSimpleName).toList();
        assertThat(names).hasSizeGreaterThan(40);

        var lines = TimelineView.of("c", 1, names.stream()
                .map(name -> new Entry(name, T0, List.of(), null, null, null)).toList()).entries();

        assertThat(lines).allSatisfy(line -> assertThat(line.text()).as(line.what()).matches("[\\u4e00-\\u9fa5，]+"));
    }
}
