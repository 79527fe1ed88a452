package org.lianban.intake.province.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bigints;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Numbers the replies to a province, per application message, without gaps. */
public final class ReplyRepository {

    /**
     * @param replies how many per subject, 1 or more
     * @return the number of the last reply before these
     */
    public Mono<Map<String, Long>> take(Connection tx, SortedMap<String, Long> replies) {
        if (replies.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<String> subjects = List.copyOf(replies.keySet());
        return Database.query(tx, """
                insert into province_reply as r (subject, sequence)
                select * from unnest($1::text[], $2::bigint[])
                on conflict (subject) do update set sequence = r.sequence + excluded.sequence
                returning subject, sequence
                """, row -> Map.entry(text(row, "subject"),
                bigint(row, "sequence")), texts(subjects), bigints(subjects, replies::get)).map(rows -> {
                    Map<String, Long> before = new HashMap<>();
                    rows.forEach(row -> before.put(row.getKey(),
                            row.getValue() - Objects.requireNonNull(replies.get(row.getKey()))));
                    return before;
                });
    }
}
