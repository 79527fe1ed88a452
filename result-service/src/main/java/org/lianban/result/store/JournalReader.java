package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.lianban.result.archive.Damaged;
import org.lianban.result.archive.Journal;
import org.lianban.result.archive.Replay;
import org.lianban.result.clock.Terms;
import org.lianban.result.follow.Followed;
import org.lianban.result.journal.JournalRow;
import org.lianban.result.law.Law;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Journals as they are kept, replayed under the law of each case. */
public final class JournalReader implements Journals {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final Law law;

    public JournalReader(Law law) {
        this.law = law;
    }

    private record Row(String caseNo, JournalRow row) {}

    @Override
    public Mono<Map<String, List<Followed>>> changes(Connection connection, Set<String> cases) {
        return Database.query(connection, """
                select case_no, version, entries, facts, chain from history where case_no = any($1)
                order by case_no, version
                """, JournalReader::row, (Object) cases.toArray(String[]::new)).map(rows -> {
            Map<String, List<JournalRow>> byCase = new TreeMap<>();
            rows.forEach(r -> byCase.computeIfAbsent(r.caseNo(), c -> new ArrayList<>()).add(r.row()));
            Map<String, List<Followed>> changes = new TreeMap<>();
            byCase.forEach((caseNo, journal) -> {
                try {
                    changes.put(caseNo, replay(caseNo, journal));
                } catch (Damaged damaged) {
                    LOG.warn("The journal of {} cannot be replayed: {}", caseNo, damaged.getMessage());
                }
            });
            return changes;
        });
    }

    private List<Followed> replay(String caseNo, List<JournalRow> rows) throws Damaged {
        var chapters = Journal.chapters(rows);
        @Nullable
        Terms terms = law.terms(Replay.of(caseNo, chapters, null).bundle()).orElse(null);
        return Replay.of(caseNo, chapters, terms).changes();
    }

    private static Row row(Readable row) {
        return new Row(BundleStore.required(row, "case_no", String.class),
                new JournalRow(BundleStore.required(row, "version", Long.class),
                        BundleStore.required(row, "entries", String.class),
                        BundleStore.required(row, "facts", String.class),
                        BundleStore.required(row, "chain", String.class)));
    }
}
