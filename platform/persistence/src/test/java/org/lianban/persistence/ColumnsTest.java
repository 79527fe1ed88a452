package org.lianban.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ColumnsTest {
    private enum Colour {
        RED
    }

    private record Point(int x, int y) {}

    private record Settled(String caseNo, long version, boolean open, @Nullable Instant settledAt, LocalDate dueOn,
            Colour colour, @Nullable Colour before) {}

    private record Nested(Point point, List<String> tags) {}

    private record Unheld(Map<String, String> answers) {}

    /** A row of what is given. */
    private record Row(Map<String, Object> values) implements Readable {
        @Override
        public <T> @Nullable T get(int index, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> @Nullable T get(String name, Class<T> type) {
            return type.cast(values.get(name));
        }
    }

    private static Row row(String name, @Nullable Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(name, value);
        return new Row(values);
    }

    @Test
    void shouldReadWhatIsThere() {
        assertThat(Columns.text(row("a", "联办"), "a")).isEqualTo("联办");
        assertThat(Columns.bigint(row("a", 7L), "a")).isEqualTo(7);
        assertThat(Columns.name(row("a", "RED"), "a", Colour.class)).isEqualTo(Colour.RED);
        assertThat(Columns.list(row("a", new String[]{"x", "y"}), "a")).containsExactly("x", "y");
        assertThat(Columns.json(row("a", "{\"x\":1,\"y\":2}"), "a", JsonMapper.shared(), Point.class))
                .isEqualTo(new Point(1, 2));
    }

    @Test
    void shouldNameTheColumnThatIsNullAgainstItsPromise() {
        assertThatThrownBy(() -> Columns.integer(row("settled_on", null), "settled_on"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("settled_on");
    }

    @Test
    void shouldReadARowIntoARecord() {
        var values = settled();
        assertThat(Columns.into(Settled.class).apply(new Row(values))).isEqualTo(
                new Settled("c1", 3, true, Instant.EPOCH, LocalDate.EPOCH, Colour.RED, Colour.RED));
        values.put("settled_at", null);
        values.put("before", null);
        assertThat(Columns.into(Settled.class).apply(new Row(values))).isEqualTo(
                new Settled("c1", 3, true, null, LocalDate.EPOCH, Colour.RED, null));
    }

    @Test
    void shouldReadARecordInsideFromTheSameRow() {
        assertThat(Columns.into(Nested.class).apply(new Row(Map.of("x", 1, "y", 2, "tags", new String[]{"a"}))))
                .isEqualTo(new Nested(new Point(1, 2), List.of("a")));
    }

    @Test
    void shouldSayWhyARowMakesNoRecord() {
        var values = settled();
        values.put("due_on", null);
        assertThatThrownBy(() -> Columns.into(Settled.class).apply(new Row(values)))
                .isInstanceOf(IllegalStateException.class).hasMessage("Column due_on is null");
        values.put("due_on", LocalDate.EPOCH);
        values.put("colour", "MAUVE");
        assertThatThrownBy(() -> Columns.into(Settled.class).apply(new Row(values)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Column colour holds no Colour: MAUVE");
        assertThatThrownBy(() -> Columns.into(Unheld.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answers");
    }

    private static Map<String, Object> settled() {
        return new HashMap<>(Map.of("case_no", "c1", "version", 3L, "open", true, "settled_at", Instant.EPOCH, "due_on",
                LocalDate.EPOCH, "colour", "RED", "before", "RED"));
    }

    @Test
    void shouldReadNullWhereItMayBe() {
        assertThat(Columns.instantOrNull(row("a", null), "a")).isNull();
        assertThat(Columns.nameOrNull(row("a", null), "a", Colour.class)).isNull();
        assertThat(Columns.jsonOrNull(row("a", null), "a", JsonMapper.shared(), Point.class)).isNull();
    }

    @Test
    void shouldMakeColumnsOfRows() {
        var points = List.of(new Point(1, 2), new Point(3, 4));
        assertThat(Columns.integers(points, Point::x)).containsExactly(1, 3);
        assertThat(Columns.texts(points, p -> p.x() == 1 ? null : "three")).containsExactly(null, "three");
        assertThat(Columns.instants(Arrays.asList(Instant.EPOCH, null), at -> at))
                .containsExactly(OffsetDateTime.parse("1970-01-01T00:00:00Z"), null);
        assertThat(Columns.utcOrNull(null)).isEqualTo(new Database.Null(OffsetDateTime.class));
    }
}
