package org.lianban.result.notices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.Choice;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Course;
import org.lianban.result.bundle.Item;

class DeliveryDeciderTest {
    private static final String CASE = "41072120261123YJS000001X";
    private static final Instant NOW = Sample.at("2026-12-03T09:00");
    private static final String PROOF = "sm3:" + "ab".repeat(32);

    private static Item item(@Nullable Outcome outcome, boolean filed, Item.Handout handout) {
        return new Item(new Item.Task(ItemKind.LICENSE, "d", List.of(), List.of()), Item.Handling.NONE, List.of(),
                Item.Gate.OPEN, outcome == null ? null : new Item.End(outcome, NOW, null), Item.Marks.NONE,
                filed ? new Course(null, null, new Course.Filed(NOW, false, null), List.of()) : Course.NONE, handout);
    }

    private static Item received() {
        return item(Outcome.APPROVED, true, new Item.Handout(NOW, "f1", null, null));
    }

    private static Item delivered() {
        return item(Outcome.APPROVED, true,
                new Item.Handout(NOW, "f1", new Item.Handout.Delivered(NOW, Way.WINDOW, PROOF), null));
    }

    private static Item approved() {
        return item(Outcome.APPROVED, false, Item.Handout.NONE);
    }

    private static Item filed() {
        return item(Outcome.APPROVED, true, Item.Handout.NONE);
    }

    private static Item denied() {
        return item(Outcome.DENIED, false, Item.Handout.NONE);
    }

    private static Item open() {
        return item(null, false, Item.Handout.NONE);
    }

    private static Handout handout(@Nullable Choice choice, @Nullable Way way, Item... results) {
        var items = new TreeMap<String, Item>();
        for (int i = 0; i < results.length; i++) {
            items.put("%02d".formatted(i + 1), results[i]);
        }
        return new Handout(choice, way, items);
    }

    private static List<ResultEvent> own(Handout state, DeliveryDecider.Command command) {
        return DeliveryDecider.decide(CASE, state, command, NOW) instanceof Decision.Accepted<ResultEvent> accepted
                ? accepted.events()
                : List.of();
    }

    private static Refusal refused(Handout state, DeliveryDecider.Command command) {
        if (DeliveryDecider.decide(CASE, state, command, NOW) instanceof Decision.Refused<ResultEvent>(var refusal)) {
            return refusal;
        }
        throw new AssertionError("Expected a refusal");
    }

    private static List<String> codes(Handout state, DeliveryDecider.Command order) {
        return refused(state, order).faults().stream().map(Fault::code).toList();
    }

    private static DeliveryDecider.Command complete(Way way, String... items) {
        return new DeliveryDecider.Command.Complete(List.of(items), way, "张三丰", PROOF);
    }

    @Test
    void shouldTellEveryFaultAtOnce() {
        var state = handout(Choice.ALL_AT_ONCE, Way.COURIER, received(), approved(), denied(), delivered(), open());

        assertThat(
                codes(state,
                        new DeliveryDecider.Command.Complete(List.of("02", "03", "04", "05", "09"), Way.WINDOW, " ",
                                "x")))
                .containsExactly("NOT_FILED", "NOT_APPROVED", "ALREADY_DELIVERED", "NOT_APPROVED", "NOT_IN_CASE",
                        "WAY_VIOLATED", "CHOICE_VIOLATED", "MISSING", "MALFORMED");
    }

    @Test
    void shouldHandOutEverythingAtOnceOrEachByItself() {
        assertThat(own(handout(Choice.PER_ITEM, Way.WINDOW, received(), open()), complete(Way.WINDOW, "01")))
                .singleElement().isEqualTo(new ResultEvent.DeliveryCompleted(CASE, List.of("01"), Way.WINDOW, "张**",
                        PROOF, NOW));
        assertThat(codes(handout(Choice.ALL_AT_ONCE, Way.WINDOW, received(), open()), complete(Way.WINDOW, "01")))
                .containsExactly("CHOICE_VIOLATED");
        assertThat(codes(handout(Choice.ALL_AT_ONCE, Way.WINDOW, received(), received()),
                complete(Way.WINDOW, "01"))).containsExactly("CHOICE_VIOLATED");
        assertThat(own(handout(Choice.ALL_AT_ONCE, Way.WINDOW, received(), received(), denied()),
                complete(Way.WINDOW))).singleElement()
                .satisfies(e -> assertThat(((ResultEvent.DeliveryCompleted) e).items()).containsExactly("01", "02"));
    }

    @Test
    void shouldLetAnyWayDoWhereNothingWasChosen() {
        assertThat(own(handout(null, null, received(), open()), complete(Way.WINDOW, "01"))).hasSize(1);
        assertThat(own(handout(null, null, received()),
                new DeliveryDecider.Command.Complete(List.of("01"), Way.COURIER, "张三丰",
                        "EZ123456789CN")))
                .hasSize(1);
    }

    @Test
    void shouldDeliverElectronicallyWhatWasFiledWithoutComingToTheWindow() {
        assertThat(own(handout(null, Way.ELECTRONIC, filed()), complete(Way.ELECTRONIC, "01"))).hasSize(1);
        assertThat(codes(handout(null, Way.WINDOW, filed()), complete(Way.WINDOW, "01")))
                .containsExactly("NOT_FILED");
    }

    @Test
    void shouldLetTheChoiceBeChangedUntilTheFirstDelivery() {
        var order = new DeliveryDecider.Command.Choose(Choice.PER_ITEM, Way.COURIER);
        assertThat(own(handout(Choice.ALL_AT_ONCE, Way.WINDOW, received()), order)).singleElement()
                .isEqualTo(new ResultEvent.DeliveryChosen(CASE, Choice.PER_ITEM, Way.COURIER, NOW));
        assertThat(own(handout(Choice.PER_ITEM, Way.COURIER, delivered()), order)).as("nothing changes").isEmpty();
        assertThat(refused(handout(Choice.ALL_AT_ONCE, Way.WINDOW, delivered(), open()), order).code())
                .isEqualTo("DELIVERY_BEGUN");
    }

    @Test
    void shouldReceiveEachResultOnce() {
        var state = handout(null, null, received(), approved(), denied(), open());
        assertThat(own(state, new DeliveryDecider.Command.Receive(List.of("01", "02"), "f1"))).singleElement()
                .isEqualTo(new ResultEvent.ResultReceived(CASE, "02", "f1", NOW));
        assertThat(codes(state, new DeliveryDecider.Command.Receive(List.of("02", "03", "04", "08"), "f1")))
                .containsExactly("NOT_APPROVED", "NOT_APPROVED", "NOT_IN_CASE");
    }

    @Test
    void shouldKnowWhenNothingMoreIsComing() {
        assertThat(handout(null, null, received(), denied(), delivered()).complete()).isTrue();
        assertThat(handout(null, null, received(), open()).complete()).isFalse();
        assertThat(handout(null, null, received(), filed()).complete()).isFalse();
    }
}
