package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Transitions.Row;

class PlanPropertyTest {
    private static final long FIRST_SEED = 20260302;
    private static final int CASES = 1_500;

    @Test
    void shouldHoldEveryInvariantForRandomGraphsAndInterleavingsAndVisitEveryTransition() {
        TransitionRecorder recorder = new TransitionRecorder();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
            try {
                new Simulation(seed, recorder).run();
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
        Set<Row<ItemStage, ItemTrigger>> unvisited = new HashSet<>(ItemLifecycle.TABLE.rows());
        unvisited.removeAll(recorder.visited());
        assertThat(unvisited).as("transitions nobody visited").isEmpty();
        assertThat(ItemLifecycle.TABLE.rows()).containsAll(recorder.visited());
    }
}
