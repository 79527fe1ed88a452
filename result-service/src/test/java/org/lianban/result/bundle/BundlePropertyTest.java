package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.JointActivity;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.messaging.sequence.SequenceCheck;
import org.lianban.result.Sample;
import org.lianban.result.bundle.store.BundleCodec;

/** Random cases, their topics interleaved at random with repetitions: the same bundle, settled exactly once. */
class BundlePropertyTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final int CASES = 2_000;

    private record Numbered(CaseEvent event, long sequence) {}

    private final Random random = new Random(20261123);

    @Test
    void shouldComeToTheSameBundleHoweverTheTopicsInterleave() {
        for (int n = 0; n < CASES; n++) {
            var streams = streams();
            var inOrder = fold(concatenated(streams), false);
            var shuffled = fold(interleaved(streams), true);

            assertThat(facts(shuffled)).as("case %d", n).isEqualTo(facts(inOrder));
            assertThat(shuffled.own().stream().filter(CaseSettled.class::isInstance)).hasSize(1);
            assertThat(shuffled.own()).isEqualTo(inOrder.own());
        }
    }

    @Test
    void shouldSettleExactlyWhenTheLastNeededEventIsThere() {
        for (int n = 0; n < CASES; n++) {
            var events = interleaved(streams());
            var turn = new CaseUnitOfWork(Bundle.empty("c"));
            for (Numbered each : events) {
                turn.apply(each.event(), each.sequence(), null);
                var b = turn.bundle();
                boolean complete = b.frozen() != null && !b.expected().isEmpty()
                        && b.items().values().stream().filter(i -> i.task() != null).allMatch(i -> i.end() != null);
                assertThat(b.isSettled()).isEqualTo(complete);
            }
        }
    }

    @Test
    void shouldSurviveARestartAfterEveryEvent() {
        var text = new BundleCodec();
        for (int n = 0; n < CASES / 4; n++) {
            var events = interleaved(streams());
            var whole = fold(events, false);
            var stored = Bundle.empty("c");
            int settled = 0;
            for (Numbered each : events) {
                var turn = new CaseUnitOfWork(text.read(text.write(stored)));
                turn.apply(each.event(), each.sequence(), null);
                settled += (int) turn.own().stream().filter(CaseSettled.class::isInstance).count();
                stored = turn.bundle();
            }
            assertThat(stored).isEqualTo(whole.bundle());
            assertThat(settled).isOne();
        }
    }

    private CaseUnitOfWork fold(List<Numbered> events, boolean repeat) {
        var turn = new CaseUnitOfWork(Bundle.empty("c"));
        for (int i = 0; i < events.size(); i++) {
            apply(turn, events.get(i));
            if (repeat && random.nextInt(3) == 0) {
                apply(turn, events.get(random.nextInt(i + 1)));
            }
        }
        return turn;
    }

    private static void apply(CaseUnitOfWork turn, Numbered each) {
        if (SequenceCheck.of(turn.lastSeen(each.event()), each.sequence()) == SequenceCheck.NEXT) {
            turn.apply(each.event(), each.sequence(), null);
        }
    }

    private static Bundle facts(CaseUnitOfWork turn) {
        return turn.bundle();
    }

    /** One list per source and subject, each in its own order; every item ends. */
    private List<List<CaseEvent>> streams() {
        var sample = new Sample.Case("c");
        var items = new ArrayList<>(List.of("01", "02", "03", "04", "05", "06"));
        while (items.size() > 1 && random.nextInt(3) == 0) {
            items.remove(random.nextInt(items.size()));
        }
        var chosen = items.toArray(String[]::new);
        List<CaseEvent> intake = new ArrayList<>();
        int rounds = random.nextInt(3);
        for (int round = 0; round <= rounds; round++) {
            intake.add(sample.submitted(round, T0.plusSeconds(round * 100L), "S1"));
            if (round < rounds) {
                intake.add(sample.corrected(round, T0.plusSeconds(round * 100L + 50)));
            }
        }
        var handedIn = T0.plusSeconds(rounds * 100L);
        var dispatchedAt = handedIn.plusSeconds(30);
        var owing = random.nextInt(3) == 0;
        intake.add(owing
                ? sample.receivedOwing(handedIn, dispatchedAt, "m03", dispatchedAt.plusSeconds(900), chosen)
                : sample.received(handedIn, dispatchedAt, chosen));
        List<CaseEvent> dispatch = new ArrayList<>();
        dispatch.add(owing
                ? sample.dispatchedOwing(dispatchedAt, "m03", chosen)
                : sample.dispatched(handedIn, dispatchedAt, chosen));
        further(sample, dispatchedAt, intake, dispatch, chosen);
        List<List<CaseEvent>> streams = new ArrayList<>();
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

    /** What most cases never have. */
    private void further(Sample.Case sample, Instant from, List<CaseEvent> intake, List<CaseEvent> dispatch,
            String... chosen) {
        if (random.nextBoolean()) {
            intake.add(new IntakeEvent.OriginalsTransferred("c", List.of("m01"), "w1", "lead", "李科", from));
            intake.add(new IntakeEvent.CommitmentOverdue("c", "m03", List.of(chosen), from.plusSeconds(900)));
            dispatch.add(new DispatchEvent.MaterialsOverdue("c", 1, from.plusSeconds(901), "lead",
                    List.of(new DispatchEvent.Overdue(chosen[0], "m03"))));
        }
        if (random.nextBoolean()) {
            intake.add(sample.supplemented(SupplementPurpose.TOLERANCE, "m03", from.plusSeconds(902), chosen));
            dispatch.add(new DispatchEvent.ItemsReleased("c", 1, from.plusSeconds(903),
                    List.of(new DispatchEvent.Release(chosen[0], random.nextBoolean(), List.of(),
                            List.of(Sample.Case.material("m03")), SupplementPurpose.TOLERANCE))));
        }
        if (random.nextInt(3) == 0) {
            dispatch.add(new DispatchEvent.JointActivityScheduled("c", 1, new JointActivity("c-J1",
                    JointActivity.Kind.REVIEW, "lead", List.of(new JointActivity.Participant(chosen[0], "d")), from,
                    "一楼", null), from.plusSeconds(5)));
            dispatch.add(new DispatchEvent.JointActivityConcluded("c", 1, "c-J1", true, List.of(),
                    from.plusSeconds(6)));
            dispatch.add(new DispatchEvent.ItemReassigned("c", 1, chosen[0], "d", "e", "职责", from.plusSeconds(7)));
        }
    }

    private List<CaseEvent> department(Sample.Case sample, String no, Instant from, List<CaseEvent> dispatch) {
        List<CaseEvent> events = new ArrayList<>();
        var at = from.plusSeconds(random.nextInt(100));
        if (random.nextBoolean()) {
            events.add(sample.acknowledged(no, at));
        }
        if (random.nextInt(4) == 0) {
            events.add(sample.correctionRequested(no, at.plusSeconds(1)));
            events.add(sample.correctionSupplied(no, at.plusSeconds(5)));
        }
        if (random.nextInt(5) > 0) {
            events.add(sample.accepted(no, at.plusSeconds(10)));
        }
        if (random.nextInt(4) == 0) {
            events.add(sample.progressed(no, at.plusSeconds(11)));
            events.add(sample.extended(no, at.plusSeconds(12), 5));
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
            default -> {
                events.add(sample.decided(no, at.plusSeconds(50), Outcome.APPROVED));
                if (random.nextBoolean()) {
                    events.add(sample.filed(no, at.plusSeconds(60)));
                }
            }
        }
        return events;
    }

    private static List<Numbered> numbered(List<CaseEvent> stream) {
        var numbered = new ArrayList<Numbered>();
        stream.forEach(event -> numbered.add(new Numbered(event, numbered.size() + 1L)));
        return numbered;
    }

    private static List<Numbered> concatenated(List<List<CaseEvent>> streams) {
        return streams.stream().flatMap(stream -> numbered(stream).stream()).toList();
    }

    private List<Numbered> interleaved(List<List<CaseEvent>> streams) {
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
