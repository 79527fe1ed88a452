package org.lianban.result.notices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianban.result.notices.delivery.Shipment.State;

class ShipmentTest {
    private static final Instant T0 = Instant.parse("2026-12-03T01:00:00Z");
    private static final List<Shipment.Enclosed> ONE = List.of(new Shipment.Enclosed("C", "01"));

    private static Shipment prepared() {
        return Shipment.prepared("EMS", "EZ123456789CN", Shipment.Direction.TO_APPLICANT, "f1", "申请人", ONE, T0);
    }

    private static Shipment in(State state) {
        return new Shipment("EMS", "EZ123456789CN", Shipment.Direction.TO_APPLICANT, "f1", "申请人", ONE,
                List.of(new Shipment.Mark(state, T0, null)));
    }

    @Test
    void shouldMoveExactlyAsTheTableSays() {
        Set<String> visited = new HashSet<>();
        for (State from : State.values()) {
            for (State to : State.values()) {
                boolean may = Shipment.TABLE.allows(from, to);
                var moved = in(from).moved(to, T0.plusSeconds(1), null);
                assertThat(moved.isPresent()).as(from + " to " + to).isEqualTo(may || from == to);
                moved.filter(s -> from != to).ifPresent(s -> {
                    assertThat(s.state()).isEqualTo(to);
                    assertThat(s.track()).hasSize(2);
                    visited.add(from + ">" + to);
                });
            }
        }
        assertThat(visited).hasSize(Shipment.TABLE.rows().size());
        assertThat(Stream.of(State.values())).as("every state is left or is an end").allMatch(
                state -> Shipment.TABLE.ends().contains(state) != !Shipment.TABLE.triggers(state).isEmpty());
    }

    @Test
    void shouldAnswerARepeatedStepAsItStands() {
        var collected = prepared().moved(State.COLLECTED, T0, "揽收").orElseThrow();
        assertThat(collected.moved(State.COLLECTED, T0.plusSeconds(9), "again")).hasValue(collected);
    }

    @Test
    void shouldBeLimited() {
        assertThatThrownBy(() -> Shipment.prepared("EMS", "EZ1", Shipment.Direction.TO_APPLICANT, "a", "b", List.of(),
                T0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shipment.prepared("EMS", "EZ1", Shipment.Direction.TO_APPLICANT, "a", "b",
                new ArrayList<>(Collections.nCopies(Shipment.MOST + 1, ONE.getFirst())), T0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
