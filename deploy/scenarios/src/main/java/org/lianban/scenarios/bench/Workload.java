package org.lianban.scenarios.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One definition, so that figures of different days compare: K items, each of another department; items 2 and 3 wait
 * for item 1, item 5 waits for item 4, everything else runs in parallel; about 1.5 KB of form, six material references,
 * results of about 300 bytes.
 *
 * @param cases measured, after {@code warmUp} that are not
 * @param inFlight cases filed and not yet settled, at most
 */
public record Workload(int cases, int items, int inFlight, int warmUp) {
    static final String REGION = "410721";
    private static final int MATERIALS = 6;

    public Workload {
        require(cases >= 1 && cases <= 1_000_000, "--cases is 1 to 1000000");
        require(items >= 1 && items <= 18, "--items is 1 to 18");
        require(inFlight >= 1 && inFlight <= 10_000, "--in-flight is 1 to 10000");
        require(warmUp >= 0 && warmUp <= 100_000, "--warm-up is 0 to 100000");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    String oneThing() {
        return "BENCH-%02d".formatted(items);
    }

    static String itemNo(int number) {
        return "%02d".formatted(number);
    }

    /** Item numbers that this one waits for. */
    List<String> prerequisites(int number) {
        return switch (number) {
            case 2, 3 -> items >= number ? List.of("01") : List.of();
            case 5 -> List.of("04");
            default -> List.of();
        };
    }

    /** Items that may be decided at once. */
    int initialItems() {
        int initial = 0;
        for (int number = 1; number <= items; number++) {
            initial += prerequisites(number).isEmpty() ? 1 : 0;
        }
        return initial;
    }

    /** Eight fields of about 180 characters. */
    static Map<String, Object> form() {
        Map<String, Object> form = new TreeMap<>();
        for (int i = 1; i <= 8; i++) {
            form.put("field" + i, ("第" + i + "项申报内容：经营场所、从业人员与设备情况说明。").repeat(3));
        }
        return form;
    }

    static List<Map<String, Object>> materials() {
        List<Map<String, Object>> materials = new ArrayList<>();
        for (int i = 1; i <= MATERIALS; i++) {
            materials.add(Map.of("code", "m%02d".formatted(i), "form", "PAPER"));
        }
        return materials;
    }

    static Map<String, Object> result(String item) {
        return Map.of("certificate", "BENCH-" + item, "issued", "2026-09-18", "text", "经审查，符合法定条件，准予办理。".repeat(8));
    }
}
