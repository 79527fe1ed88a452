package org.lianban.result.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.Sample;

class IssuingTest {
    @Test
    void shouldTellWhenTheLimitsEnd() {
        var notice = Letters.dispatched().then(Letters.accepted("01")).last().getFirst();

        assertThat(notice.no()).isEqualTo(Letters.CASE + "-01-SL1");
        assertThat(notice.head().issuer().name()).isEqualTo("新乡县市场监管局");
        assertThat(notice.head().issuer().seal()).isEqualTo("新乡县市场监管局行政许可专用章");
        assertThat(notice.head().sourceNo()).isEqualTo("新市监受〔2026〕18号");
        assertThat(notice.content()).isInstanceOfSatisfying(Content.Acceptance.class, c -> {
            assertThat(c.promise()).isEqualTo(new Content.Term("10个工作日", LocalDate.of(2026, 12, 7), false));
            assertThat(c.statutory()).isEqualTo(new Content.Term("20个工作日", LocalDate.of(2026, 12, 21), false));
            assertThat(c.procedures()).containsExactly("专家评审（5个工作日）");
        });
    }

    @Test
    void shouldTellTheNewDueDateOfASpecialProcedureThatTakesAllItsTime() {
        var notice = Letters.dispatched().then(Letters.accepted("01")).then(Letters.suspended("01")).last().getFirst();

        assertThat(notice.content()).isInstanceOfSatisfying(Content.Special.class, c -> {
            assertThat(c.limit()).isEqualTo("5个工作日");
            assertThat(c.basis()).isEqualTo("食品经营许可和备案管理办法");
            assertThat(c.promise()).as("five working days later than 2026-12-07")
                    .isEqualTo(new Content.Term("10个工作日", LocalDate.of(2026, 12, 14), false));
            assertThat(c.statutory()).isEqualTo(new Content.Term("20个工作日", LocalDate.of(2026, 12, 28), false));
        });
    }

    @Test
    void shouldNumberRepeatedNoticesOnFromTheLast() {
        var letters = Letters.dispatched().then(Letters.accepted("01")).then(Letters.suspended("01"));
        assertThat(letters.last(1, List.of(Letters.CASE + "-01-TB1", Letters.CASE + "-02-TB7")).getFirst().no())
                .isEqualTo(Letters.CASE + "-01-TB2");
    }

    @Test
    void shouldConfirmItemsThatEndedTogetherOnOnePaper() {
        var letters = Letters.dispatched().then(Letters.cancelled("01", Outcome.WITHDRAWN))
                .then(Letters.cancelled("02", Outcome.WITHDRAWN));

        var notices = letters.last(2, List.of());

        assertThat(notices).singleElement().satisfies(n -> {
            assertThat(n.no()).isEqualTo(Letters.CASE + "-00-ZZ1");
            assertThat(n.content()).isInstanceOfSatisfying(Content.Ending.class, c -> {
                assertThat(c.items()).extracting(Content.Item::name).containsExactly("食品经营许可", "户外招牌设置备案");
                assertThat(c.returned()).containsExactly("食品经营许可申请书", "经营场所平面布局图", "招牌效果图");
            });
        });
    }

    @Test
    void shouldKeepDecidedItemsAndReturnOnlyWhatNobodyNeeds() {
        var notice = Letters.dispatched().then(Letters.accepted("01")).then(Letters.decided("01", Outcome.APPROVED))
                .then(Letters.cancelled("02", Outcome.WITHDRAWN)).last().getFirst();

        assertThat(notice.content()).isInstanceOfSatisfying(Content.Ending.class, c -> {
            assertThat(c.decided()).containsExactly("食品经营许可");
            assertThat(c.returned()).containsExactly("招牌效果图");
        });
    }

    @Test
    void shouldIssueTheToleranceNoticeOnlyWhereSomethingIsOwed() {
        assertThat(new Letters().then(Letters.submitted()).then(Letters.received()).last()).extracting(Notice::kind)
                .containsExactly(Kind.RECEIPT, Kind.TOLERANCE);
        assertThat(new Letters().then(Letters.submitted())
                .then(new Sample.Case(Letters.CASE).received(Letters.T0, Letters.at(30), "01")).last())
                .extracting(Notice::kind).containsExactly(Kind.RECEIPT);
    }

    @Test
    void shouldIssueNoDecisionForADataCheck() {
        assertThat(Letters.dispatched().then(Letters.decided("02", Outcome.MATCHED)).last()).isEmpty();
    }

    @Test
    void shouldAskToCollectOnceEverythingIsThereOrWithEachAsChosen() {
        var apart = Letters.dispatched().then(Letters.decided("01", Outcome.APPROVED)).then(Letters.received("01"));
        assertThat(apart.last()).singleElement().satisfies(n -> assertThat(n.no()).endsWith("-01-LQ1"));

        var together = Letters.dispatched()
                .then(new ResultEvent.DeliveryChosen(Letters.CASE, ResultEvent.Choice.ALL_AT_ONCE,
                        ResultEvent.Way.WINDOW, Letters.T0))
                .then(Letters.decided("01", Outcome.APPROVED)).then(Letters.received("01"));
        assertThat(together.last()).isEmpty();
        together.then(Letters.decided("02", Outcome.APPROVED)).then(Letters.received("02"));
        assertThat(together.last()).singleElement().satisfies(n -> {
            assertThat(n.no()).endsWith("-00-LQ1");
            assertThat(n.content()).isInstanceOfSatisfying(Content.Collection.class,
                    c -> assertThat(c.items()).hasSize(2));
        });
    }

    @Test
    void shouldTakeTheNumberThatTheEventBrings() {
        assertThat(Letters.dispatched().then(Letters.ordered()).last().getFirst().no())
                .isEqualTo(Letters.CASE + "-01-DB1");
    }

    @Test
    void shouldReadItsOwnNumbers() {
        assertThat(NoticeNumber.read(Letters.CASE + "-00-SJ1"))
                .hasValue(new NoticeNumber(Letters.CASE, null, Kind.RECEIPT, 1));
        assertThat(NoticeNumber.read(Letters.CASE + "-01-SL12").map(NoticeNumber::text))
                .hasValue(Letters.CASE + "-01-SL12");
        assertThat(Stream.of("", "x", Letters.CASE + "-01-XX1", Letters.CASE + "-1-SL1", Letters.CASE + "-01-SL0")
                .map(NoticeNumber::read)).allMatch(java.util.Optional::isEmpty);
    }
}
