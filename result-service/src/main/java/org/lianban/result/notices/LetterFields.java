package org.lianban.result.notices;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Term;

/** Names and values that a template is filled with; every name a template asks for is there, null prints as nothing. */
public final class LetterFields {
    private final Map<String, @Nullable Object> values = new HashMap<>();

    public LetterFields put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    public LetterFields date(String name, @Nullable LocalDate value) {
        return put(name, value == null ? null : Chinese.date(value));
    }

    public LetterFields time(String name, @Nullable LocalDateTime value) {
        return put(name, value == null ? null : Chinese.time(value));
    }

    /** Names joined with 、, nothing where there are none. */
    public LetterFields names(String name, List<String> values) {
        return put(name, String.join("、", values));
    }

    /** One map per element, numbered {@code n} from 1. */
    public <T> LetterFields rows(String name, List<T> elements, BiConsumer<LetterFields, T> fill) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            var row = new LetterFields().put("n", i + 1);
            fill.accept(row, elements.get(i));
            rows.add(row.values);
        }
        return put(name, rows);
    }

    public Map<String, @Nullable Object> values() {
        return values;
    }

    LetterFields items(List<Content.Item> items) {
        return rows("items", items,
                (row, item) -> row.put("no", item.no()).put("name", item.name()).put("department", item.department()));
    }

    LetterFields reasons(List<String> reasons) {
        return rows("reasons", reasons, (row, reason) -> row.put("text", reason));
    }

    /** 承诺期限 and 法定期限. */
    LetterFields limits(Content.@Nullable Term promise, Content.@Nullable Term statutory) {
        return put("promise", limit(promise)).put("statutory", limit(statutory));
    }

    private static @Nullable Object limit(Content.@Nullable Term term) {
        return term == null
                ? null
                : new LetterFields().put("limit", term.limit()).date("lastDay", term.lastDay())
                        .put("provisional", term.provisional()).values();
    }

    LetterFields due(@Nullable LocalDateTime due) {
        return put("due", due == null ? null : Chinese.lastDay(due));
    }
}
