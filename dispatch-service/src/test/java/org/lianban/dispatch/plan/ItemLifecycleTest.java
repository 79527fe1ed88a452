package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lianban.command.Transitions.Row;

class ItemLifecycleTest {
    private static final Path DIAGRAM = Path.of("src/main/java/org/lianban/dispatch/plan/item-lifecycle.mmd");

    @Test
    void shouldKeepTheDiagramBesideTheTable() throws IOException {
        if (Boolean.getBoolean("lianban.golden.write")) {
            Files.writeString(DIAGRAM, ItemLifecycle.TABLE.diagram());
        }
        assertThat(Files.readString(DIAGRAM))
                .as("the table changed: draw again with -Dlianban.golden.write=true and look at the difference")
                .isEqualTo(ItemLifecycle.TABLE.diagram());
    }

    @Test
    void shouldHaveNoWayOutOfTheEnd() {
        assertThat(ItemLifecycle.TABLE.rows()).extracting(Row::from).doesNotContain(ItemStage.ENDED);
        assertThat(ItemLifecycle.TABLE.rows()).doesNotHaveDuplicates();
    }

    @Test
    void shouldFailLoudlyOnAMoveThatTheTableDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> ItemLifecycle.TABLE.check("Item 03", ItemStage.CANCELLING, ItemTrigger.RELEASED,
                                ItemStage.READY))
                .withMessage("Item 03 cannot go from CANCELLING to READY on RELEASED");
    }
}
