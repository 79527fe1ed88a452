package org.lianban.result.records.query;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.store.BundleCodec;
import org.lianban.result.records.report.ClosedCase;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Ended cases of one one-thing, page by page. */
public record ClosedCases(Database database, BundleCodec text, JsonMapper json) {
    /** Cases of one page. */
    public static final int PAGE = 500;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {
    };

    /**
     * Ascending by case number, at most {@value #PAGE}; test cases are left out.
     *
     * @param after case number, empty for the first page
     * @param from first local day of settlement
     */
    public Mono<List<ClosedCase>> page(String oneThing, String after, LocalDate from) {
        return database.withConnection(c -> Database.query(c, """
                select m.case_no, b.body, f.answers from case_measure m join bundle b using (case_no)
                left join case_file f using (case_no)
                where m.one_thing = $1 and m.case_no > $2 and m.settled_on >= $3 order by m.case_no limit $4
                """, this::closed, oneThing, after, from, PAGE));
    }

    private ClosedCase closed(Readable row) {
        String answers = Columns.textOrNull(row, "answers");
        return ClosedCase.of(text.read(Columns.text(row, "body")),
                answers == null ? Map.of() : json.readValue(answers, ANSWERS));
    }
}
