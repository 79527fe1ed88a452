package org.lianban.catalog.exchange.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.exchange.Imported;
import org.lianban.catalog.exchange.RowFault;
import org.lianban.catalog.exchange.TableReader;
import org.lianban.catalog.exchange.TableWriter;
import org.lianban.catalog.exchange.UnionTable;
import org.lianban.catalog.exchange.YamlText;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.documents.Table;
import org.lianban.documents.TableLimits;
import org.lianban.documents.Tables;
import org.lianban.documents.UnreadableTableException;
import org.springframework.http.MediaType;

/** Contents as files: one workbook, one table, or one YAML text. */
final class Spreadsheets {
    private Spreadsheets() {}

    enum Format {
        YAML("application/yaml", "yaml"),
        CSV("text/csv;charset=UTF-8", "csv"),
        XLSX(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

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
            case CSV -> Tables.csv(table("清单", UnionTable.join(TableWriter.write(contents))));
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
    static Imported read(Format format, byte[] file, Set<String> departments) {
        try {
            return switch (format) {
                case YAML -> YamlText.read(new String(file, StandardCharsets.UTF_8), departments);
                case CSV -> TableReader.read(UnionTable.split(
                        Tables.readCsv(new ByteArrayInputStream(file), TableLimits.DEFAULT)), departments);
                case XLSX -> TableReader.read(
                        Map.copyOf(Tables.readSheets(new ByteArrayInputStream(file), TableLimits.DEFAULT)),
                        departments);
            };
        } catch (UnreadableTableException unreadable) {
            return new Imported(List.of(), List
                    .of(new RowFault("", 0, "", "UNREADABLE", String.valueOf(unreadable.getMessage()))));
        }
    }
}
