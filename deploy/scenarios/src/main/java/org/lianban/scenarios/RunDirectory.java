package org.lianban.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copies of our jars this process runs from: a build beside it would otherwise pull them from under its feet. */
final class RunDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);

    private RunDirectory() {}

    /** Removes it, if {@code deploy/lianban} made one; the last thing a process does. */
    static void remove() {
        String directory = System.getProperty("lianban.run-directory");
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith(".jar")).toList();
            for (Path jar : jars) {
                Files.deleteIfExists(jar);
            }
            Files.deleteIfExists(Path.of(directory));
        } catch (IOException e) {
            LOG.warn("Could not remove {}", directory, e);
        }
    }
}
