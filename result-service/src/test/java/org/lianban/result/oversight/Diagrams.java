package org.lianban.result.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lianban.command.Transitions;

/** The diagram of a life cycle stands beside its table. */
public final class Diagrams {
    private Diagrams() {}

    /** @param room of oversight that has the table */
    public static void assertDrawn(String room, Transitions<?, ?> table) throws IOException {
        var diagram = Path.of("src/main/java/org/lianban/result/oversight", room, "lifecycle.mmd");
        if (Boolean.getBoolean("lianban.golden.write")) {
            Files.writeString(diagram, table.diagram());
        }
        assertThat(Files.readString(diagram))
                .as("the table changed: draw again with -Dlianban.golden.write=true and look at the difference")
                .isEqualTo(table.diagram());
    }
}
