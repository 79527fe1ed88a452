package org.lianban.catalog.seed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lianban.documents.TableLimits;
import org.lianban.documents.Tables;

/** Comma separated values with a header line (RFC 4180), each row as column name to text. */
final class Csv {
    private Csv() {}

    static List<Map<String, String>> rows(String text) {
        List<List<String>> lines = Tables.readCsv(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                TableLimits.DEFAULT);
        List<String> header = lines.getFirst();
        return lines.stream().skip(1).filter(cells -> cells.stream().anyMatch(cell -> !cell.isBlank()))
                .map(cells -> IntStream.range(0, header.size()).boxed()
                        .collect(Collectors.toMap(header::get, i -> i < cells.size() ? cells.get(i) : "")))
                .toList();
    }
}
