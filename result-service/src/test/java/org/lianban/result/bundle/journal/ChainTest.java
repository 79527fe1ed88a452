package org.lianban.result.bundle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final String CASE = "41072120261123YJS000001X";

    private static List<Journal.Row> rows(int n) {
        var rows = new ArrayList<Journal.Row>();
        @Nullable
        String before = null;
        for (int version = 1; version <= n; version++) {
            var entries = "[{\"w\":\"ItemAccepted\",\"v\":" + version + "}]";
            var facts = "[[\"department\"," + version + ",\"ItemAccepted\",0,null,{\"受理\":\"是\"}]]";
            before = Chain.next(before, CASE, version, entries, facts);
            rows.add(new Journal.Row(version, entries, facts, before));
        }
        return rows;
    }

    @Test
    void shouldFindNoFaultInWhatWasWritten() {
        var rows = rows(20);

        assertThat(Chain.fault(CASE, rows, rows.getLast().chain())).isEmpty();
        assertThat(rows).extracting(row -> row.chain().length()).containsOnly(43);
    }

    /** The link is fixed by its description, so that anybody can verify it with other means. */
    @Test
    void shouldBeComputedAsDescribed() {
        assertThat(Chain.next(null, "c", 1, "[]", "[]")).isEqualTo("sudTi3iIJociEL9_If9A1qS3tLyplr2FDWh3HoNRxzU");
    }

    @Test
    void shouldFindEveryChangedCharacter() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            var rows = rows(6);
            int n = random.nextInt(6);
            var row = rows.get(n);
            rows.set(n, switch (random.nextInt(3)) {
                case 0 -> new Journal.Row(row.version(), changed(row.entries(), random), row.facts(), row.chain());
                case 1 -> new Journal.Row(row.version(), row.entries(), changed(row.facts(), random), row.chain());
                default -> new Journal.Row(row.version(), row.entries(), row.facts(), changed(row.chain(), random));
            });

            assertThat(Chain.fault(CASE, rows, rows(6).getLast().chain())).as("row %d", n).isPresent();
        }
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char c = text.charAt(at);
        return text.substring(0, at) + (char) (c ^ 1) + text.substring(at + 1);
    }

    @Test
    void shouldFindAMissingAnAddedAndAForeignRow() {
        var rows = rows(5);
        var last = rows.getLast().chain();

        assertThat(Chain.fault(CASE, without(rows, 2), last)).isPresent();
        assertThat(Chain.fault(CASE, rows.subList(0, 4), last)).isPresent();
        assertThat(Chain.fault(CASE, rows.subList(1, 5), last)).isPresent();
        assertThat(Chain.fault("another", rows, last)).isPresent();
        assertThat(Chain.fault(CASE, List.of(), last)).isPresent();
    }

    /** A row that is cut off and written anew with a link of its own does not fit the next one. */
    @Test
    void shouldFindARowThatWasForgedWithItsLink() {
        var rows = rows(3);
        var forged = "[{\"w\":\"ItemDenied\"}]";
        rows.set(1, new Journal.Row(2, forged, "[]", Chain.next(rows.getFirst().chain(), CASE, 2, forged, "[]")));

        assertThat(Chain.fault(CASE, rows, rows(3).getLast().chain())).hasValueSatisfying(
                fault -> assertThat(fault).contains("Version 3"));
    }

    @Test
    void shouldPassOverRowsFromBeforeChainsWereKept() {
        var rows = new ArrayList<Journal.Row>();
        rows.add(new Journal.Row(1, "[]", "[]", ""));
        var link = Chain.next(null, CASE, 2, "[]", "[]");
        rows.add(new Journal.Row(2, "[]", "[]", link));

        assertThat(Chain.fault(CASE, rows, link)).isEmpty();
        rows.add(new Journal.Row(3, "[]", "[]", ""));
        assertThat(Chain.fault(CASE, rows, null)).as("not after it began").isPresent();
    }

    private static List<Journal.Row> without(List<Journal.Row> rows, int n) {
        var left = new ArrayList<>(rows);
        left.remove(n);
        return left;
    }
}
