package org.lianban.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.standalone.system.SystemOptions;

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
    @CsvSource(delimiter = '|', textBlock = """
            --dat x                  | Unknown option --dat; known are --clock, --data, --departments, --port-offset
            x                        | Unexpected "x"
            --data                   | --data needs a value
            --data --clock           | --data needs a value
            --data a --data b        | --data is given twice
            --departments real       | --departments is simulated or none, not "real"
            --clock yesterday        | not "yesterday"
            --clock 2026-06-17       | not "2026-06-17"
            --port-offset many       | --port-offset is a number from 0 to 40000, not "many"
            --port-offset -1         | not "-1"
            --port-offset 99999      | not "99999"
            """)
    void shouldSayWhatIsWrong(String line, String said) {
        assertThatThrownBy(() -> up(line.split(" "))).isInstanceOf(Arguments.UsageException.class)
                .hasMessageContaining(said);
    }

    private static SystemOptions up(String... words) {
        return Launch.options(Arguments.parse(List.of(words), Launch.OPTIONS, Set.of()), NOW);
    }
}
