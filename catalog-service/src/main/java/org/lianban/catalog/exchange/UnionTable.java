package org.lianban.catalog.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All sheets in one table, for files that have but one: the first column names the sheet. */
public final class UnionTable {
    private static final String SHEET = "工作表";

    private UnionTable() {}

    /** @return headings first */
    public static List<List<String>> join(Map<String, List<List<String>>> tables) {
        Set<String> headings = new LinkedHashSet<>();
        tables.values().forEach(rows -> headings.addAll(rows.getFirst()));
        List<String> all = new ArrayList<>(List.of(SHEET));
        all.addAll(headings);
        List<List<String>> joined = new ArrayList<>(List.of(all));
        tables.forEach((title, rows) -> rows.stream().skip(1).forEach(row -> {
            List<String> own = rows.getFirst();
            List<String> line = new ArrayList<>(List.of(title));
            headings.forEach(h -> line.add(own.contains(h) ? row.get(own.indexOf(h)) : ""));
            joined.add(line);
        }));
        return joined;
    }

    /**
     * Every sheet with the lines of the file in their places, so that a row is counted as in the file; lines of other
     * sheets are empty there.
     */
    public static Map<String, List<List<String>>> split(List<List<String>> joined) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        if (joined.isEmpty() || joined.getFirst().isEmpty()) {
            return tables;
        }
        List<String> headings = joined.getFirst();
        for (int i = 1; i < joined.size(); i++) {
            List<String> line = joined.get(i);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            String title = line.getFirst().strip();
            List<List<String>> rows = tables.computeIfAbsent(title,
                    t -> new ArrayList<>(List.of(heading(t, headings))));
            while (rows.size() < i) {
                rows.add(List.of());
            }
            rows.add(line);
        }
        return tables;
    }

    /** The headings that the sheet has; the others are those of other sheets. */
    private static List<String> heading(String title, List<String> headings) {
        List<String> own = Sheets.ALL.stream().filter(s -> s.title().equals(title)).findFirst().map(Sheet::headings)
                .orElse(List.of());
        return headings.stream().map(h -> own.contains(h.strip()) ? h : "").toList();
    }
}
