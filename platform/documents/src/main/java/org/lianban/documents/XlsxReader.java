package org.lianban.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook within limits: the archive is unpacked once for measure before anything believes in it. */
final class XlsxReader {
    private static final int MOST_PARTS = 1_000;
    private static final String UNREADABLE = "不是可读的XLSX文件";
    private static final int BUFFER = 64 * 1024;
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(999_999_999_999_999L);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[Ee][+-]?[0-9]{1,3})?");
    private static final Pattern ERROR = Pattern.compile("#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A)");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final TableLimits limits;

    private XlsxReader(TableLimits limits) {
        this.limits = limits;
    }

    static Map<String, List<List<String>>> read(InputStream file, TableLimits limits) {
        byte[] bytes = limits.read(file);
        XlsxReader reader = new XlsxReader(limits);
        reader.measure(bytes);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes),
                new ReadingOptions(true, true))) {
            Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheets.size() >= limits.sheets()) {
                    throw new UnreadableTableException("超过%d个工作表".formatted(limits.sheets()));
                }
                sheets.put(sheet.getName(), reader.rows(sheet));
            }
            return sheets;
        } catch (UnreadableTableException ours) {
            throw ours;
        } catch (IOException | RuntimeException broken) {
            // The reader meets a broken part with whatever exception its parser runs into.
            throw new UnreadableTableException(UNREADABLE, broken);
        }
    }

    private void measure(byte[] file) {
        int parts = 0;
        long room = limits.unpackedBytes();
        try (ZipFile archive = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
            for (ZipArchiveEntry part : Collections.list(archive.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new UnreadableTableException("文件含有超过%d个部分".formatted(MOST_PARTS));
                }
                room -= size(archive, part, room);
            }
        } catch (IOException broken) {
            throw new UnreadableTableException(UNREADABLE, broken);
        }
    }

    /** What the part really unpacks to, whatever the archive says of it. */
    private long size(ZipFile archive, ZipArchiveEntry part, long room) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream unpacked = archive.getInputStream(part)) {
            for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                size += read;
                if (size > room) {
                    throw new UnreadableTableException("文件解压后超过%d字节".formatted(limits.unpackedBytes()));
                }
            }
        }
        return size;
    }

    private List<List<String>> rows(Sheet sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                if (row.getRowNum() > limits.rows()) {
                    throw new UnreadableTableException("工作表%s超过%d行".formatted(sheet.getName(), limits.rows()));
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                rows.add(cells(sheet, row));
            });
        }
        return rows;
    }

    private List<String> cells(Sheet sheet, Row row) {
        if (row.getCellCount() > limits.columns()) {
            throw new UnreadableTableException(
                    "工作表%s第%d行超过%d列".formatted(sheet.getName(), row.getRowNum(), limits.columns()));
        }
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            String text = row.getOptionalCell(column).map(XlsxReader::text).orElse("");
            if (text.length() > limits.characters()) {
                throw at(sheet, row, column, "超过%d字".formatted(limits.characters()));
            }
            if (row.getOptionalCell(column).filter(XlsxReader::wrong).isPresent()) {
                throw at(sheet, row, column, "是错误值，请改正公式或填写内容");
            }
            if (row.getOptionalCell(column).filter(XlsxReader::rounded).isPresent()) {
                throw at(sheet, row, column, "是超过15位的数字，末位已被表格软件改动，请设为文本格式后重新填写");
            }
            cells.add(text);
        }
        return CsvReader.trimmed(cells);
    }

    private static UnreadableTableException at(Sheet sheet, Row row, int column, String what) {
        return new UnreadableTableException(
                "工作表%s第%d行第%d列%s".formatted(sheet.getName(), row.getRowNum(), column + 1, what));
    }

    /** A spreadsheet keeps fifteen digits of a number; of what has more, a number of a person perhaps, the last are lost. */
    private static boolean rounded(Cell cell) {
        boolean number = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA
                && NUMBER.matcher(cell.getRawValue() == null ? "" : cell.getRawValue()).matches();
        return number && new BigDecimal(cell.getRawValue()).abs().compareTo(LARGEST_EXACT) > 0;
    }

    /** What a formula came to counts as if it stood there itself. */
    private static boolean wrong(Cell cell) {
        return cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && cell.getRawValue() != null
                && ERROR.matcher(cell.getRawValue()).matches();
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            // What XML cannot hold stands as _x000D_.
            return ESCAPED.matcher(cell.getText()).replaceAll(
                    found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        }
        String format = cell.getDataFormatString();
        boolean date = format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[yd].*");
        return date ? date(cell) : cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static String date(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment.toString();
    }
}
