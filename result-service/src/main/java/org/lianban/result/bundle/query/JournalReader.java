package org.lianban.result.bundle.query;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.journal.Replay;
import org.lianban.result.bundle.law.Law;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Journals as they are kept, replayed under the law of each case. */
public record JournalReader(Law law) {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private record Row(String caseNo, Journal.Row row) {}

    /** Every change of each case in order, as the projections saw it; cases without a journal are left out. */
    public Mono<Map<String, List<CaseChange>>> changes(Connection connection, Set<String> cases) {
        return Database.query(connection, """
                select case_no, version, entries, facts, chain from history where case_no = any($1)
                order by case_no, version
                """, Columns.into(Row.class), (Object) Columns.texts(cases)).map(rows -> {
            Map<String, List<Journal.Row>> byCase = new TreeMap<>();
            rows.forEach(r -> byCase.computeIfAbsent(r.caseNo(), c -> new ArrayList<>()).add(r.row()));
            Map<String, List<CaseChange>> changes = new TreeMap<>();
            byCase.forEach((caseNo, journal) -> {
                try {
                    changes.put(caseNo, replay(caseNo, journal));
                } catch (Journal.Damaged damaged) {
                    LOG.warn("The journal of {} cannot be replayed: {}", caseNo, damaged.getMessage());
                }
            });
            return changes;
        });
    }

    private List<CaseChange> replay(String caseNo, List<Journal.Row> rows) throws Journal.Damaged {
        var chapters = Journal.chapters(rows);
        @Nullable
        Terms terms = law.terms(Replay.of(caseNo, chapters, null).bundle()).orElse(null);
        return Replay.of(caseNo, chapters, terms).changes();
    }
}
