package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Other people's programs. */
final class Commands {
    private static final int MINUTES = 5;

    private Commands() {}

    static String java() {
        return Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java").toString();
    }

    /**
     * @param name of the file beside which its output is kept
     * @return what it printed
     */
    static String run(Path folder, String name, List<String> command) throws IOException {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(name + " ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(name + ": " + said).isZero();
        return said;
    }

    /** Whether a program answers when it is asked for its version. */
    static boolean there(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
