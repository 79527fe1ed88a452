package org.lianban.catalog.listing.store;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Columns that are there, and documents read back as the records they were. */
public record Rows(JsonMapper json) {
    public static <T> T need(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    public static <T> @Nullable T maybe(Readable row, String column, Class<T> type) {
        return row.get(column, type);
    }

    public <T> T document(Readable row, Class<T> type) {
        return json.readValue(need(row, "document", String.class), type);
    }

    public String text(Object document) {
        return json.writeValueAsString(document);
    }
}
