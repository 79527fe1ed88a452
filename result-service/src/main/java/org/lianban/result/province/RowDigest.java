package org.lianban.result.province;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.lianban.contracts.province.CaseRecords.Operation;
import org.lianban.contracts.province.CaseRecords.Row;
import org.lianban.security.Digests;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * 行摘要: SHA-256 over the row as JSON without absent members, members in alphabetical order, no spaces, UTF-8, and with
 * {@code operation} INSERT, because a row is the same however it came.
 */
public final class RowDigest {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private RowDigest() {}

    public static String of(Row row) {
        return Digests.sha256(CANONICAL.writeValueAsString(as(row, Operation.INSERT)));
    }

    public static Row as(Row row, Operation operation) {
        return new Row(row.rowGuid(), row.table(), operation, row.projectNo(), row.accept(), row.process(),
                row.special(), row.result(), row.material(), row.licence());
    }
}
