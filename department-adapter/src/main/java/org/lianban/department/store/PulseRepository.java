package org.lianban.department.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bigints;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.number;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** When each department last replied, and how long first replies took. */
public record PulseRepository(Database database) {
    /** @param timeSum of first replies, in milliseconds */
    public record Beat(String department, Instant lastReplyAt, long replies, double timeSum, long timeCount) {
        public Beat plus(Beat other) {
            return new Beat(department, lastReplyAt.isAfter(other.lastReplyAt) ? lastReplyAt : other.lastReplyAt,
                    replies + other.replies, timeSum + other.timeSum, timeCount + other.timeCount);
        }
    }

    public Mono<Void> add(List<Beat> beats) {
        if (beats.isEmpty()) {
            return Mono.empty();
        }
        List<Beat> sorted = beats.stream().sorted(Comparator.comparing(Beat::department)).toList();
        return database.withConnection(c -> Database.update(c, """
                insert into pulse (department, last_reply_at, replies, reply_time_sum, reply_time_count)
                select * from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::double precision[], $5::bigint[])
                on conflict (department) do update set
                    last_reply_at = greatest(pulse.last_reply_at, excluded.last_reply_at),
                    replies = pulse.replies + excluded.replies,
                    reply_time_sum = pulse.reply_time_sum + excluded.reply_time_sum,
                    reply_time_count = pulse.reply_time_count + excluded.reply_time_count
                """, texts(sorted, Beat::department),
                instants(sorted, b -> b.lastReplyAt()), bigints(sorted, Beat::replies),
                sorted.stream().map(Beat::timeSum).toArray(Double[]::new), bigints(sorted, Beat::timeCount))).then();
    }

    public Mono<Optional<Beat>> find(String department) {
        return find(List.of(department)).map(rows -> rows.stream().findFirst());
    }

    /** Of these departments; who never replied has none. */
    public Mono<List<Beat>> find(Collection<String> departments) {
        return database.withConnection(c -> Database.query(c, """
                select department, last_reply_at, replies, reply_time_sum, reply_time_count from pulse
                where department = any($1)
                """, row -> new Beat(text(row, "department"), instant(row, "last_reply_at"),
                bigint(row, "replies"), number(row, "reply_time_sum"),
                bigint(row, "reply_time_count")), (Object) texts(departments)));
    }
}
