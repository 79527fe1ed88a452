package org.lianban.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.standalone.system.SystemOptions;
import picocli.CommandLine;

class ArgumentsTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-12-01T01:00:00Z"));

    @Test
    void shouldReadOptionsInBothSpellings() {
        SystemOptions options = up("--data", "/tmp/x", "--departments=none", "--clock", "2026-06-17T09:00:00+08:00",
                "--port-offset", "100");
        assertThat(options.data()).isEqualTo(Path.of("/tmp/x"));
        assertThat(options.simulateDepartments()).isFalse();
        assertThat(options.clock().instant()).isEqualTo(Instant.parse("2026-06-17T01:00:00Z"));
        assertThat(options.ports().control()).isEqualTo(8180);
    }

    @Test
    void shouldHaveDefaults() {
        SystemOptions options = up();
        assertThat(options.data()).isEqualTo(Path.of(".lianban"));
        assertThat(options.simulateDepartments()).isTrue();
        assertThat(options.clock()).isSameAs(NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --dat x                  | Unknown options: '--dat', 'x'
            x                        | Unmatched argument at index 1: 'x'
            --data                   | Missing required parameter for option '--data'
            --data --clock           | Expected parameter for option '--data' but found '--clock'
            --data --other           | '--other'
            --data a --data b        | option '--data' (DIR) should be specified only once
            --departments real       | expected one of [SIMULATED, NONE] (case-insensitive) but was 'real'
            --clock yesterday        | 'yesterday'
            --clock 2026-06-17       | '2026-06-17'
            --port-offset many       | 'many' is not an int
            --port-offset -1         | A port offset is 0 to 40000, not -1
            --port-offset 99999      | A port offset is 0 to 40000, not 99999
            """)
    void shouldSayWhatIsWrong(String line, String said) {
        assertThatThrownBy(() -> up(line.split(" ")))
                .isInstanceOfAny(CommandLine.ParameterException.class, Launch.UsageException.class)
                .hasMessageContaining(said);
    }

    @Test
    void shouldEndAsShellsExpect() {
        assertThat(Main.line(NOW).execute("help")).isZero();
        assertThat(Main.line(NOW).execute("bench", "--help")).isZero();
        assertThat(Main.line(NOW).execute()).isEqualTo(2);
        assertThat(Main.line(NOW).execute("down")).isEqualTo(2);
        assertThat(Main.line(NOW).execute("up", "--dat", "x")).isEqualTo(2);
        assertThat(Main.line(NOW).execute("bench", "--items", "19")).isEqualTo(2);
        assertThat(Main.line(NOW).execute("verify")).isEqualTo(2);
        assertThat(Main.line(NOW).execute("verify", "no-such-package.zip")).isEqualTo(2);
    }

    private static SystemOptions up(String... words) {
        CommandLine line = Main.line(NOW);
        line.parseArgs(Stream.concat(Stream.of("up"), Stream.of(words)).toArray(String[]::new));
        return ((UpCommand) line.getSubcommands().get("up").getCommand()).options();
    }
}
