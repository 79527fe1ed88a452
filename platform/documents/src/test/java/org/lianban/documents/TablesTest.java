package org.lianban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    private static final TableLimits SMALL = new TableLimits(2_000_000, 4_000_000, 20, 5, 50, 2);

    private static List<List<String>> readCsv(String text) {
        return Tables.readCsv(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), SMALL);
    }

    private static List<List<String>> readCsv(byte[] file) {
        return Tables.readCsv(new ByteArrayInputStream(file), TableLimits.DEFAULT);
    }

    private static List<List<String>> readXlsx(byte[] file, TableLimits limits) {
        return Tables.readXlsx(new ByteArrayInputStream(file), limits);
    }

    @Test
    void shouldWriteCsvThatExcelReadsAsChineseAndNeverRuns() {
        String csv = new String(Tables.csv(new Table("统计", List.of("部门", "公式"), List.of(
                Arrays.asList("公安局,户政", "=1+1"), Arrays.asList(null, "@SUM(A1)"), Arrays.asList(-5, "\t=2"),
                Arrays.asList("-5", "说\"明\""), Arrays.asList("＝3", "'=4")))), StandardCharsets.UTF_8);

        assertThat(csv).isEqualTo("\uFEFF部门,公式\r\n\"公安局,户政\",'=1+1\r\n,'@SUM(A1)\r\n-5,'\t=2\r\n'-5,\"说\"\"明\"\"\"\r\n"
                + "'＝3,''=4\r\n");
    }

    @Test
    void shouldReadBackAnyTextFromCsvAndXlsx() {
        Random random = new Random(20_260_918);
        String alphabet = "=+-@'\",;\r\n\t 县ａ＝0A";
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder cell = new StringBuilder();
            random.ints(random.nextInt(6), 0, alphabet.length()).forEach(c -> cell.append(alphabet.charAt(c)));
            rows.add(List.of(cell.toString(), "尾"));
        }
        Table table = new Table("往返", List.of("甲", "乙"), rows);

        List<List<String>> csv = readCsv(Tables.csv(table));
        List<List<String>> xlsx = readXlsx(Tables.xlsx(List.of(table)), TableLimits.DEFAULT);

        assertThat(csv).hasSize(301);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(csv.get(i + 1)).isEqualTo(rows.get(i));
            String read = xlsx.get(i + 1).getFirst().replace("\r\n", "\n").replace('\r', '\n');
            assertThat(read).isEqualTo(rows.get(i).getFirst().toString().replace("\r\n", "\n").replace('\r', '\n'));
        }
    }

    @Test
    void shouldKeepNumbersAndDatesInXlsx() {
        byte[] file = Tables.xlsx(List.of(
                new Table("量/率", List.of("数", "日", "真"), List.of(
                        Arrays.asList(new BigDecimal("12.50"), LocalDate.of(2026, 10, 1), true), List.of(),
                        Arrays.asList(0, null, "末"))),
                new Table("量/率", List.of("空"), List.of())));

        assertThat(readXlsx(file, TableLimits.DEFAULT)).containsExactly(List.of("数", "日", "真"),
                List.of("12.5", "2026-10-01", "true"), List.of(), List.of("0", "", "末"));
        assertThat(Tables.readSheets(new ByteArrayInputStream(file), TableLimits.DEFAULT).keySet())
                .containsExactly("量 率", "量 率-2");
    }

    @Test
    void shouldReadCsvAsChineseExcelSavesIt() {
        assertThat(readCsv("编码,名称\r\n01,户口登记\r\n".getBytes(Charset.forName("GB18030"))))
                .containsExactly(List.of("编码", "名称"), List.of("01", "户口登记"));
    }

    @Test
    void shouldReadQuotedLinesAndKeepRowNumbers() {
        assertThat(readCsv("a,\"b\nc\",\"d\"\"e\",,\r\n\n,x")).containsExactly(List.of("a", "b\nc", "d\"e"), List.of(),
                List.of("", "x"));
    }

    @Test
    void shouldRefuseBeyondLimits() {
        assertThatThrownBy(() -> readCsv("a\n".repeat(21))).hasMessage("超过20行");
        assertThatThrownBy(() -> readCsv("1,2,3,4,5,6")).hasMessage("第1行超过5列");
        assertThatThrownBy(() -> readCsv("a\n," + "长".repeat(51))).hasMessage("第2行第2列超过50字");
        assertThatThrownBy(() -> readCsv("a,\"b")).hasMessage("第1行引号没有配对");
        assertThatThrownBy(() -> readCsv("x".repeat(2_000_001))).hasMessage("文件超过2000000字节");
        byte[] long20 = Tables
                .xlsx(List.of(new Table("t", List.of("a"), Collections.nCopies(20, List.of("b")))));
        assertThatThrownBy(() -> readXlsx(long20, SMALL)).hasMessage("工作表t超过20行");
        byte[] wide = Tables.xlsx(List.of(new Table("t", List.of("1", "2", "3", "4", "5", "6"), List.of())));
        assertThatThrownBy(() -> readXlsx(wide, SMALL)).hasMessage("工作表t第1行超过5列");
    }

    @Test
    void shouldRefuseWhatUnpacksToMuchMore() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bomb)) {
            archive.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[100_000];
            for (int i = 0; i < 60; i++) {
                archive.write(zeros);
            }
        }

        assertThat(bomb.size()).isLessThan(10_000);
        assertThatThrownBy(() -> readXlsx(bomb.toByteArray(), SMALL)).isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("解压后超过");
    }

    @Test
    void shouldRefuseWhatIsNoWorkbook() throws IOException {
        byte[] good = Tables.xlsx(List.of(new Table("t", List.of("a"), List.of())));
        for (byte[] file : List.of("不是".getBytes(StandardCharsets.UTF_8), new byte[0],
                Arrays.copyOf(good, good.length / 2), zipped("a.txt", "x"), zipped("[Content_Types].xml", "<x"))) {
            assertThatThrownBy(() -> readXlsx(file, SMALL)).isInstanceOf(UnreadableTableException.class);
        }
    }

    /** The last digits of a person's number, an error of a formula, an entity of XML. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    <c r="A2"[^/]*>.*?</c>|<c r="A2"><v>410721198802150017</v></c>|工作表t第2行第1列是超过15位的数字，末位已被表格软件改动，请设为文本格式后重新填写
                    <c r="A2"[^/]*>.*?</c>|<c r="A2" t="e"><v>#REF!</v></c>|工作表t第2行第1列是错误值，请改正公式或填写内容
                    <c r="A2"[^/]*>.*?</c>|<c r="A2"><f>B1+0</f><v>4.1072119880215E17</v></c>|工作表t第2行第1列是超过15位的数字，末位已被表格软件改动，请设为文本格式后重新填写
                    <c r="A2"[^/]*>.*?</c>|<c r="A2" t="e"><f>B1/0</f><v>#DIV/0!</v></c>|工作表t第2行第1列是错误值，请改正公式或填写内容
                    <c r="A2"[^/]*>.*?</c>|<c r="A2" t="inlineStr"><is><t>&b;</t></is></c>|不是可读的XLSX文件
                    """)
    void shouldRefuseWhatASpreadsheetHasSpoilt(String place, String instead, String reason) throws IOException {
        byte[] good = Tables.xlsx(List.of(new Table("t", List.of("a"), List.of(List.of(7)))));
        assertThat(readXlsx(good, SMALL)).containsExactly(List.of("a"), List.of("7"));

        assertThatThrownBy(() -> readXlsx(spoilt(good, place, instead), SMALL))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining(reason);
    }

    private static byte[] spoilt(byte[] workbook, String place, String instead) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream archive = new ZipOutputStream(file)) {
            for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
                String content = new String(from.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                archive.putNextEntry(new ZipEntry(part.getName()));
                archive.write((part.getName().startsWith("xl/worksheets/")
                        ? content.replaceFirst(place, Matcher.quoteReplacement(instead))
                        : content).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }

    @Test
    void shouldNotCutACharacterOfASheetsNameInHalf() {
        Table table = new Table("𠮷".repeat(20), List.of("a"), List.of());
        byte[] file = Tables.xlsx(List.of(table, table));

        assertThat(Tables.readSheets(new ByteArrayInputStream(file), TableLimits.DEFAULT).keySet())
                .containsExactly("𠮷".repeat(15), "𠮷".repeat(14) + "-2");
    }

    private static byte[] zipped(String name, String content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(file)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
