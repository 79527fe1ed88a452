package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ItemLifecycleTest {
    private static final Path DIAGRAM = Path.of("src/main/java/org/lianban/dispatch/plan/item-lifecycle.mmd");

    @Test
    void shouldKeepTheDiagramBesideTheTable() throws IOException {
        if (Boolean.getBoolean("lianban.golden.write")) {
            Files.writeString(DIAGRAM, ItemLifecycle.diagram());
        }
        assertThat(Files.readString(DIAGRAM))
                .as("the table changed: draw again with -Dlianban.golden.write=true and look at the difference")
                .isEqualTo(ItemLifecycle.diagram());
    }

    @Test
    void shouldHaveNoWayOutOfTheEnd() {
        assertThat(ItemLifecycle.TABLE).extracting(ItemLifecycle.Transition::from).doesNotContain(ItemStage.ENDED);
        assertThat(ItemLifecycle.TABLE).doesNotHaveDuplicates();
    }

    @Test
    void shouldFailLoudlyOnAMoveThatTheTableDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> ItemLifecycle.check("03", ItemStage.CANCELLING, ItemTrigger.RELEASED, ItemStage.READY))
                .withMessage("Item 03 cannot go from CANCELLING to READY on RELEASED");
    }
}
