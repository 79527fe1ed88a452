package org.lianban.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Transitions.Row;

class TransitionsTest {
    private enum Door {
        SHUT, OPEN, LOCKED, GONE
    }

    private enum Hand {
        PUSH, PULL, TURN, BREAK
    }

    private static final Transitions<Door, Hand> TABLE = new Transitions<>(Door.SHUT, Set.of(Door.GONE),
            List.of(new Row<>(Door.SHUT, Hand.PUSH, Door.OPEN), new Row<>(Door.OPEN, Hand.PULL, Door.SHUT),
                    new Row<>(Door.SHUT, Hand.TURN, Door.LOCKED), new Row<>(Door.LOCKED, Hand.TURN, Door.SHUT),
                    new Row<>(Door.LOCKED, Hand.BREAK, Door.GONE), new Row<>(Door.SHUT, Hand.BREAK, Door.GONE)));

    @Test
    void shouldLeadWhereARowLeadsAndNowhereElse() {
        assertThat(TABLE.next(Door.SHUT, Hand.PUSH)).hasValue(Door.OPEN);
        assertThat(TABLE.next(Door.LOCKED, Hand.PUSH)).isEmpty();
        assertThat(TABLE.allows(Door.OPEN, Hand.TURN)).isFalse();
        assertThat(TABLE.after(Door.OPEN, Hand.TURN)).isEqualTo(Door.OPEN);
        assertThat(TABLE.sources(Hand.BREAK)).containsExactly(Door.LOCKED, Door.SHUT);
        assertThat(TABLE.triggers(Door.SHUT)).containsExactly(Hand.PUSH, Hand.TURN, Hand.BREAK);
        assertThat(TABLE.triggers(Door.GONE)).isEmpty();
    }

    @Test
    void shouldDrawItself() {
        assertThat(TABLE.diagram()).isEqualTo("""
                stateDiagram-v2
                    [*] --> SHUT
                    SHUT --> OPEN : PUSH
                    OPEN --> SHUT : PULL
                    SHUT --> LOCKED : TURN
                    LOCKED --> SHUT : TURN
                    LOCKED --> GONE : BREAK
                    SHUT --> GONE : BREAK
                    GONE --> [*]
                """);
    }

    @Test
    void shouldRefuseATableThatDoesNotSayWhere() {
        List<Row<Door, Hand>> rows = List.of(new Row<>(Door.SHUT, Hand.PUSH, Door.OPEN),
                new Row<>(Door.SHUT, Hand.PUSH, Door.SHUT));

        assertThatThrownBy(() -> new Transitions<>(Door.SHUT, Set.of(), rows)).hasMessageContaining("PUSH");
        assertThatThrownBy(() -> Transitions.branching(Set.of(), Set.of(), List.of(rows.getFirst(), rows.getFirst())))
                .hasMessageContaining("twice");
    }

    @Test
    void shouldCheckWhatWasChosenWhereItBranches() {
        Transitions<Door, Hand> stuck = Transitions.branching(Set.of(Door.SHUT, Door.LOCKED), Set.of(),
                List.of(new Row<>(Door.SHUT, Hand.PUSH, Door.OPEN), new Row<>(Door.SHUT, Hand.PUSH, Door.SHUT)));

        assertThat(stuck.targets(Door.SHUT, Hand.PUSH)).containsExactly(Door.OPEN, Door.SHUT);
        assertThatCode(() -> stuck.check("Door 1", Door.SHUT, Hand.PUSH, Door.SHUT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> stuck.check("Door 1", Door.SHUT, Hand.PUSH, Door.LOCKED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Door 1 cannot go from SHUT to LOCKED on PUSH");
        assertThat(stuck.diagram()).contains("[*] --> SHUT\n    [*] --> LOCKED\n");
    }
}
