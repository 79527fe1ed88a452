package org.lianban.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.command.Fault;
import org.lianban.form.Form;

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

    private static <T> List<Fault> faults(Form<T> read) {
        return read instanceof Form.Faulty<T> faulty ? faulty.faults() : List.of();
    }

    @Test
    void shouldReadBackWhatWasWritten() {
        var contents = List.of(Complete.content("XX-30"), Complete.content("XX-31"));
        assertThat(TableReader.read(TableWriter.write(contents), OFFICES)).isEqualTo(new Form.Whole<>(contents));
    }

    @Test
    void shouldNameSheetRowAndColumnOfEveryBadCellAtOnceAndImportNothing() {
        Map<String, List<List<String>>> tables = with("事项", 3, "承诺期限", "三天");
        tables.get("材料").set(1, new ArrayList<>(tables.get("材料").get(1)));
        tables.get("材料").get(1).set(3, "也许");
        tables.get("审查要点").set(2, new ArrayList<>(tables.get("审查要点").get(2)));
        tables.get("审查要点").get(2).set(1, "m99");
        assertThat(faults(TableReader.read(tables, OFFICES))).extracting(Fault::pointer)
                .containsExactly("事项/3/承诺期限", "材料/2/必要", "审查要点/3/材料编号");
    }

    @Test
    void shouldTellAFaultOfTheContentAtItsRow() {
        assertThat(faults(TableReader.read(with("事项", 5, "承诺期限", "30工作日"), OFFICES)))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("事项/5/承诺期限", "PROMISE_EXCEEDS_STATUTORY"));
        assertThat(faults(TableReader.read(with("材料", 3, "名称", "其他材料"), OFFICES))).singleElement()
                .extracting(Fault::pointer).isEqualTo("材料/3/名称");
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲\0乙", "甲\uD842乙", "甲\u202E乙", "甲\u0007乙"})
    void shouldNameTheCellOfAnUncleanText(String text) {
        assertThat(faults(TableReader.read(with("事项", 3, "备注", text), OFFICES)))
                .extracting(Fault::pointer, Fault::code).containsExactly(tuple("事项/3/备注", "UNCLEAN"));
        List<List<String>> base = List.of(List.of("基本编码", "事项名称", "事项类型"), List.of("000102003000", text, "CONFIRM"));
        assertThat(faults(BaseTable.read(base, "2026-1", "省目录"))).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("基本目录/2/事项名称", "UNCLEAN"));
    }

    @Test
    void shouldRefuseUnknownSheetsColumnsAndOneThings() {
        Map<String, List<List<String>>> tables = with("事项", 2, "一件事编码", "XX-99");
        tables.put("别的", List.of(List.of("甲")));
        List<String> headings = new ArrayList<>(tables.get("表单").getFirst());
        headings.add("多余");
        tables.get("表单").set(0, headings);
        assertThat(faults(TableReader.read(tables, OFFICES))).filteredOn(f -> f.code().equals("UNKNOWN"))
                .extracting(Fault::pointer).containsExactly("事项/2/一件事编码", "表单/1/多余", "别的/0/");
        assertThat(faults(TableReader.read(Map.of(), OFFICES))).extracting(Fault::pointer).contains("一件事/0/", "事项/0/");
    }

    private static Form<List<Content>> yaml(String text) {
        return YamlText.read(text.getBytes(StandardCharsets.UTF_8), OFFICES);
    }

    @Test
    void shouldNameEveryBadOneThingOfAYaml() {
        String written = YamlText.write(List.of(Complete.content("XX-30"), Complete.content("XX-31")));
        assertThat(faults(yaml(written.replace("'no': '01'", "'no': '1'"))))
                .filteredOn(f -> f.code().equals("MALFORMED"))
                .extracting(Fault::pointer).containsExactly("oneThings/1//items/0/no", "oneThings/2//items/0/no");
        assertThat(faults(yaml("a: ["))).extracting(Fault::code).containsExactly("UNREADABLE");
        assertThat(faults(yaml("oneThings: [{codes: x, region: 1, names: y}]"))).extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("oneThings/1//codes", "UNKNOWN_FIELD"),
                        tuple("oneThings/1//names", "UNKNOWN_FIELD"));
    }

    private static String withRemark(String scalar) {
        Content content = Complete.content("XX-30");
        String text = YamlText.write(List.of(content));
        return text.replaceFirst("(\n *)- 'no': '01'",
                "$1- 'no': '01'$1  'remark': " + Matcher.quoteReplacement(scalar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000102003000", "4107e21", "0x1F2E", "1_000_2", "110105194912310021",
            "1101051949123100211234567", "1.10", ".5", "2024-12-02", "9:00", "off", "NO", "y", "yes", "1:30:00"})
    void shouldKeepAPlainScalarOfAYamlAsItWasWritten(String scalar) {
        assertThat(yaml(withRemark(scalar))).isInstanceOfSatisfying(Form.Whole.class,
                whole -> assertThat(((List<Content>) whole.value()).getFirst().items().getFirst().remark())
                        .isEqualTo(scalar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"甲\\0乙\"", "\"甲\\x00乙\"", "\"甲\\ud842乙\"", "\"甲\u0007乙\"", "甲\n            remark: 乙",
            "!!binary aGVsbG8=", "!!javax.script.ScriptEngineManager [x]", "!!set {a, b}"})
    void shouldRefuseWhatCannotBeKeptOfAYaml(String scalar) {
        assertThat(faults(yaml(withRemark(scalar)))).isNotEmpty();
    }

    @Test
    void shouldRefuseAMemberThatStandsTwice() {
        String twice = YamlText.write(List.of(Complete.content("XX-30"))).replaceFirst("(\n *)hard:",
                "$1hard: []$1hard:");
        assertThat(faults(yaml(twice))).extracting(Fault::code).contains("REPEATED");
        String two = YamlText.write(List.of(Complete.content("XX-30")));
        assertThat(faults(yaml(two + "---\n" + two))).extracting(Fault::code).containsExactly("UNREADABLE");
    }

    @Test
    void shouldRefuseAnotherEncodingAndWhatWouldFillTheMemory() {
        byte[] gbk = YamlText.write(List.of(Complete.content("XX-30"))).getBytes(Charset.forName("GBK"));
        assertThat(faults(YamlText.read(gbk, OFFICES))).singleElement().extracting(Fault::message).asString()
                .contains("UTF-8");
        StringBuilder bomb = new StringBuilder("oneThings:\n- &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("- &a").append(i).append(" [").append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
        }
        assertThat(faults(yaml(bomb.toString()))).isNotEmpty();
        assertThat(faults(yaml("oneThings: &a [*a]\n"))).isNotEmpty();
        assertThat(faults(yaml("oneThings: " + "[".repeat(3_000) + "]".repeat(3_000)))).isNotEmpty();
    }
}
