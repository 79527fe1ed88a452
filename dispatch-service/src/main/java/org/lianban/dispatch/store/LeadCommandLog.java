package org.lianban.dispatch.store;

import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** What lead departments decided, for the record. */
public final class LeadCommandLog {
    /** @param command canonical text of the whole command */
    public record Entry(String caseNo, String itemNo, String command, String reason, String actor, Instant at) {}

    public Mono<Void> append(Connection tx, List<Entry> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into lead_command (case_no, item_no, command, reason, actor, decided_at)
                        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
                            $6::timestamptz[])
                        """, texts(entries, Entry::caseNo), texts(entries, Entry::itemNo),
                        texts(entries, Entry::command), texts(entries, Entry::reason), texts(entries, Entry::actor),
                        instants(entries, Entry::at)).then();
    }
}
