package org.lianban.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.publication.Complete;

class TableReaderTest {
    private static final Set<String> OFFICES = Set.of(Complete.LEAD, Complete.OTHER);

    /** A good file with one cell changed. */
    private static Map<String, List<List<String>>> with(String sheet, int row, String heading, String text) {
        Map<String, List<List<String>>> tables = TableWriter
                .write(List.of(Complete.content("XX-30"), Complete.content("XX-31")));
        List<List<String>> rows = tables.get(sheet);
        List<String> cells = new ArrayList<>(rows.get(row - 1));
        cells.set(rows.getFirst().indexOf(heading), text);
        rows.set(row - 1, cells);
        return tables;
    }

    @Test
    void shouldReadBackWhatWasWritten() {
        var contents = List.of(Complete.content("XX-30"), Complete.content("XX-31"));
        Imported imported = TableReader.read(TableWriter.write(contents), OFFICES);
        assertThat(imported.faults()).isEmpty();
        assertThat(imported.contents()).isEqualTo(contents);
    }

    @Test
    void shouldNameSheetRowAndColumnOfEveryBadCellAtOnceAndImportNothing() {
        Map<String, List<List<String>>> tables = with("事项", 3, "承诺期限", "三天");
        tables.get("材料").set(1, new ArrayList<>(tables.get("材料").get(1)));
        tables.get("材料").get(1).set(3, "也许");
        tables.get("审查要点").set(2, new ArrayList<>(tables.get("审查要点").get(2)));
        tables.get("审查要点").get(2).set(1, "m99");
        Imported imported = TableReader.read(tables, OFFICES);
        assertThat(imported.contents()).isEmpty();
        assertThat(imported.faults()).extracting(RowFault::sheet, RowFault::row, RowFault::column).containsExactly(
                tuple("事项", 3, "承诺期限"),
                tuple("材料", 2, "必要"),
                tuple("审查要点", 3, "材料编号"));
    }

    @Test
    void shouldTellAFaultOfTheContentAtItsRow() {
        Imported imported = TableReader.read(with("事项", 5, "承诺期限", "30工作日"), OFFICES);
        assertThat(imported.faults()).singleElement().satisfies(f -> {
            assertThat(f).extracting(RowFault::sheet, RowFault::row, RowFault::column).containsExactly("事项", 5, "承诺期限");
            assertThat(f.code()).isEqualTo("PROMISE_EXCEEDS_STATUTORY");
        });
        assertThat(TableReader.read(with("材料", 3, "名称", "其他材料"), OFFICES).faults()).singleElement()
                .extracting(RowFault::row, RowFault::column).containsExactly(3, "名称");
    }

    @Test
    void shouldRefuseUnknownSheetsColumnsAndOneThings() {
        Map<String, List<List<String>>> tables = with("事项", 2, "一件事编码", "XX-99");
        tables.put("别的", List.of(List.of("甲")));
        List<String> headings = new ArrayList<>(tables.get("表单").getFirst());
        headings.add("多余");
        tables.get("表单").set(0, headings);
        assertThat(TableReader.read(tables, OFFICES).faults()).extracting(RowFault::code).containsExactly("UNKNOWN",
                "UNKNOWN", "UNKNOWN");
        assertThat(TableReader.read(Map.of(), OFFICES).faults()).extracting(RowFault::sheet).contains("一件事", "事项");
    }

    @Test
    void shouldNameEveryBadOneThingOfAYaml() {
        String yaml = YamlText.write(List.of(Complete.content("XX-30"), Complete.content("XX-31")))
                .replace("'no': '01'", "'no': '1'");
        Imported imported = YamlText.read(yaml, OFFICES);
        assertThat(imported.contents()).isEmpty();
        assertThat(imported.faults()).filteredOn(f -> f.code().equals("MALFORMED")).extracting(RowFault::row,
                RowFault::column).containsExactly(tuple(1, "/items/0/no"),
                        tuple(2, "/items/0/no"));
        assertThat(YamlText.read("a: [", OFFICES).faults()).extracting(RowFault::code).containsExactly("UNREADABLE");
        assertThat(YamlText.read("oneThings: [{codes: x}]", OFFICES).faults()).extracting(RowFault::code)
                .containsExactly("UNREADABLE");
    }
}
