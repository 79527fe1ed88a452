package org.lianban.catalog.exchange.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.exchange.BaseTable;
import org.lianban.catalog.exchange.TableReader;
import org.lianban.catalog.exchange.TableWriter;
import org.lianban.catalog.exchange.YamlText;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.command.Fault;
import org.lianban.documents.Table;
import org.lianban.documents.TableLimits;
import org.lianban.documents.Tables;
import org.lianban.documents.UnreadableTableException;
import org.lianban.form.Form;
import org.springframework.http.MediaType;

/** Contents as files: one workbook, one table, or one YAML text. */
final class Spreadsheets {
    private Spreadsheets() {}

    enum Format {
        YAML("application/yaml", "yaml"),
        CSV("text/csv;charset=UTF-8", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

        private final MediaType type;
        private final String extension;

        Format(String type, String extension) {
            this.type = MediaType.parseMediaType(type);
            this.extension = extension;
        }

        MediaType type() {
            return type;
        }

        String extension() {
            return extension;
        }

        /** @return null for a type that is none of them */
        static @Nullable Format of(@Nullable MediaType type) {
            for (Format format : values()) {
                if (type != null && format.type.isCompatibleWith(type)) {
                    return format;
                }
            }
            return null;
        }
    }

    static byte[] write(Format format, List<Content> contents) {
        return switch (format) {
            case YAML -> YamlText.write(contents).getBytes(StandardCharsets.UTF_8);
            case CSV -> Tables.csv(table("清单", TableWriter.UnionTable.join(TableWriter.write(contents))));
            case XLSX -> Tables.xlsx(TableWriter.write(contents).entrySet().stream()
                    .map(e -> table(e.getKey(), e.getValue())).toList());
        };
    }

    private static Table table(String title, List<List<String>> rows) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.stream().skip(1).forEach(row -> cells.add(new ArrayList<>(row)));
        return new Table(title, rows.getFirst(), cells);
    }

    /** @param departments ids on record */
    static Form<List<Content>> read(Format format, byte[] file, Set<String> departments) {
        return readable(file, () -> switch (format) {
            case YAML -> YamlText.read(file, departments);
            case CSV -> TableReader.read(TableWriter.UnionTable.split(rows(format, file)), departments);
            case XLSX -> TableReader.read(
                    Map.copyOf(Tables.readSheets(new ByteArrayInputStream(file), TableLimits.DEFAULT)), departments);
        });
    }

    /** A version of the base catalogue: CSV, or the first sheet of a workbook. */
    static Form<BaseVersion> base(@Nullable Format format, byte[] file, String version, String source) {
        return readable(file, () -> BaseTable.read(rows(format, file), version, source));
    }

    private static List<List<String>> rows(@Nullable Format format, byte[] file) {
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        return format == Format.CSV
                ? Tables.readCsv(in, TableLimits.DEFAULT)
                : Tables.readXlsx(in, TableLimits.DEFAULT);
    }

    private static <T> Form<T> readable(byte[] file, Supplier<Form<T>> reading) {
        if (file.length > 1 && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
                || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)) {
            return unreadable("文件是UTF-16编码，请另存为UTF-8后再导入");
        }
        try {
            return reading.get();
        } catch (UnreadableTableException unreadable) {
            return unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static <T> Form<T> unreadable(String message) {
        return new Form.Faulty<>(List.of(new Fault("", "UNREADABLE", message)));
    }
}
