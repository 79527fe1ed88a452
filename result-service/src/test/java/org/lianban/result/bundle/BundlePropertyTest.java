package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.department.DepartmentEvent;
import org.lianban.contracts.dispatch.DispatchEvent;
import org.lianban.contracts.intake.IntakeEvent;
import org.lianban.contracts.result.ResultEvent.CaseSettled;
import org.lianban.messaging.SequenceCheck;
import org.lianban.result.Sample;
import org.lianban.result.store.BundleText;

/** Random cases, their topics interleaved at random with repetitions: the same bundle, settled exactly once. */
class BundlePropertyTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final int CASES = 2_000;

    private record Numbered(Object event, long sequence) {}

    private final Random random = new Random(20261123);

    @Test
    void shouldComeToTheSameBundleHoweverTheTopicsInterleave() {
        for (int n = 0; n < CASES; n++) {
            var streams = streams();
            var inOrder = fold(concatenated(streams), false);
            var shuffled = fold(interleaved(streams), true);

            assertThat(facts(shuffled)).as("case %d", n).isEqualTo(facts(inOrder));
            assertThat(shuffled.said().stream().filter(CaseSettled.class::isInstance)).hasSize(1);
            assertThat(shuffled.said()).isEqualTo(inOrder.said());
        }
    }

    @Test
    void shouldSettleExactlyWhenTheLastNeededEventIsThere() {
        for (int n = 0; n < CASES; n++) {
            var events = interleaved(streams());
            var turn = new Turn(Bundle.empty("c"));
            for (Numbered each : events) {
                turn.hear(each.event(), each.sequence(), null);
                var b = turn.bundle();
                boolean complete = b.frozen() != null && !b.expected().isEmpty()
                        && b.items().values().stream().filter(i -> i.task() != null).allMatch(i -> i.end() != null);
                assertThat(b.isSettled()).isEqualTo(complete);
            }
        }
    }

    @Test
    void shouldSurviveARestartAfterEveryEvent() {
        var text = new BundleText();
        for (int n = 0; n < CASES / 4; n++) {
            var events = interleaved(streams());
            var whole = fold(events, false);
            var stored = Bundle.empty("c");
            int settled = 0;
            for (Numbered each : events) {
                var turn = new Turn(text.read(text.write(stored)));
                turn.hear(each.event(), each.sequence(), null);
                settled += (int) turn.said().stream().filter(CaseSettled.class::isInstance).count();
                stored = turn.bundle();
            }
            assertThat(stored).isEqualTo(whole.bundle());
            assertThat(settled).isOne();
        }
    }

    private Turn fold(List<Numbered> events, boolean repeat) {
        var turn = new Turn(Bundle.empty("c"));
        for (int i = 0; i < events.size(); i++) {
            hear(turn, events.get(i));
            if (repeat && random.nextInt(3) == 0) {
                hear(turn, events.get(random.nextInt(i + 1)));
            }
        }
        return turn;
    }

    private static void hear(Turn turn, Numbered each) {
        if (SequenceCheck.of(turn.lastSeen(each.event()), each.sequence()) == SequenceCheck.NEXT) {
            turn.hear(each.event(), each.sequence(), null);
        }
    }

    private static Bundle facts(Turn turn) {
        return turn.bundle();
    }

    /** One list per source and subject, each in its own order; every item ends. */
    private List<List<Object>> streams() {
        var sample = new Sample.Case("c");
        var items = new ArrayList<>(List.of("01", "02", "03", "04", "05", "06"));
        while (items.size() > 1 && random.nextInt(3) == 0) {
            items.remove(random.nextInt(items.size()));
        }
        var chosen = items.toArray(String[]::new);
        List<Object> intake = new ArrayList<>();
        int rounds = random.nextInt(3);
        for (int round = 0; round <= rounds; round++) {
            intake.add(sample.submitted(round, T0.plusSeconds(round * 100L), "S1"));
            if (round < rounds) {
                intake.add(sample.corrected(round, T0.plusSeconds(round * 100L + 50)));
            }
        }
        var handedIn = T0.plusSeconds(rounds * 100L);
        var dispatchedAt = handedIn.plusSeconds(30);
        intake.add(sample.received(handedIn, dispatchedAt, chosen));
        List<Object> dispatch = new ArrayList<>();
        dispatch.add(sample.dispatched(handedIn, dispatchedAt, chosen));
        List<List<Object>> streams = new ArrayList<>();
        streams.add(intake);
        streams.add(dispatch);
        for (String no : chosen) {
            streams.add(department(sample, no, dispatchedAt, dispatch));
        }
        if (random.nextInt(4) == 0) {
            intake.add(sample.withdrawn(dispatchedAt.plusSeconds(500)));
            dispatch.add(sample.cancelled(dispatchedAt.plusSeconds(501), chosen));
        }
        return streams;
    }

    private List<Object> department(Sample.Case sample, String no, Instant from, List<Object> dispatch) {
        List<Object> events = new ArrayList<>();
        var at = from.plusSeconds(random.nextInt(100));
        if (random.nextBoolean()) {
            events.add(sample.acknowledged(no, at));
        }
        if (random.nextInt(5) > 0) {
            events.add(sample.accepted(no, at.plusSeconds(10)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            events.add(sample.suspended(no, at.plusSeconds(20), random.nextBoolean(), random.nextBoolean()));
            events.add(sample.resumed(no, at.plusSeconds(30)));
        }
        if (random.nextInt(3) == 0) {
            dispatch.add(sample.blocked(at.plusSeconds(35), no, "01"));
        }
        if (random.nextInt(3) == 0) {
            dispatch.add(sample.released(at.plusSeconds(40), no, random.nextBoolean(), "01"));
        }
        switch (random.nextInt(4)) {
            case 0 -> events.add(sample.itemCancelled(no, at.plusSeconds(50), Outcome.WITHDRAWN));
            case 1 -> events.add(sample.decided(no, at.plusSeconds(50), Outcome.DENIED));
            default -> events.add(sample.decided(no, at.plusSeconds(50), Outcome.APPROVED));
        }
        return events;
    }

    private static List<Numbered> numbered(List<Object> stream) {
        var numbered = new ArrayList<Numbered>();
        stream.forEach(event -> numbered.add(new Numbered(event, numbered.size() + 1L)));
        return numbered;
    }

    private static List<Numbered> concatenated(List<List<Object>> streams) {
        return streams.stream().flatMap(stream -> numbered(stream).stream()).toList();
    }

    private List<Numbered> interleaved(List<List<Object>> streams) {
        var queues = new ArrayList<>(streams.stream().map(s -> new ArrayDeque<>(numbered(s))).toList());
        var events = new ArrayList<Numbered>();
        while (!queues.isEmpty()) {
            var queue = queues.get(random.nextInt(queues.size()));
            events.add(queue.remove());
            queues.removeIf(ArrayDeque::isEmpty);
        }
        assertThat(events).allSatisfy(e -> assertThat(e.event()).isInstanceOfAny(IntakeEvent.class, DispatchEvent.class,
                DepartmentEvent.class));
        return events;
    }
}
