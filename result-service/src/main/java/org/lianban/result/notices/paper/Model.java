package org.lianban.result.notices.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lianban.result.notices.Chinese;

/** Names and values of a template; every name a template asks for is there, null prints as nothing. */
final class Model {
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Model put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    Model date(String name, @Nullable LocalDate value) {
        return put(name, value == null ? null : Chinese.date(value));
    }

    Model time(String name, @Nullable LocalDateTime value) {
        return put(name, value == null ? null : Chinese.time(value));
    }

    /** Names joined with 、, nothing where there are none. */
    Model names(String name, List<String> values) {
        return put(name, String.join("、", values));
    }

    /** One map per element, numbered {@code n} from 1. */
    <T> Model rows(String name, List<T> elements, BiConsumer<Model, T> fill) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            var row = new Model().put("n", i + 1);
            fill.accept(row, elements.get(i));
            rows.add(row.values);
        }
        return put(name, rows);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
