package org.lianban.result.province.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.province.Rejection;
import org.lianban.result.province.Rejection.Batch;
import org.lianban.result.province.Rows;
import reactor.core.publisher.Mono;

/**
 * Which versions of which cases were reported on which day: one row per transaction and region. What a batch said is made
 * again from the journal when somebody asks.
 */
public final class SentRepository {
    /** Where and on which local day. */
    public record Sent(String region, LocalDate day) {}

    public Mono<Void> sent(Connection tx, Map<Sent, List<Batch>> batches, Instant now) {
        Mono<Void> done = Mono.empty();
        for (var each : batches.entrySet()) {
            done = done.then(Database.update(tx, """
                    insert into province_sent (region, day, at, cases, versions) values ($1, $2, $3, $4, $5)
                    """, each.getKey().region(), each.getKey().day(), Columns.utc(now),
                    Columns.texts(each.getValue(), Batch::caseNo),
                    Columns.bigints(each.getValue(), Batch::version)).then());
        }
        return done;
    }

    /** Versions reported on a day by case, at most {@code limit} cases after one, ascending. */
    public Mono<Map<String, List<Long>>> of(Connection connection, String region, LocalDate day, String after,
            int limit) {
        return Database.query(connection, """
                select case_no, array_agg(distinct version order by version) as versions
                from province_sent, unnest(cases, versions) as s (case_no, version)
                where region = $1 and day = $2 and case_no > $3 group by case_no order by case_no limit $4
                """, row -> Map.entry(Columns.text(row, "case_no"),
                List.of(Columns.required(row, "versions", Long[].class))), region, day, after, limit)
                .map(SentRepository::ordered);
    }

    /** Rows the province would not take; the newest reason stands. */
    public Mono<Void> rejected(Connection tx, List<Rejection> rejections, Instant now) {
        return rejections.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into province_rejected (row_guid, case_no, version, reason, at)
                                select guid, case_no, version, reason, $5
                                from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) as r (guid, case_no, version, reason)
                                on conflict (row_guid) do update set reason = excluded.reason, at = excluded.at,
                                    case_no = excluded.case_no, version = excluded.version, resent_at = null
                                """,
                        Columns.texts(rejections, Rejection::rowGuid),
                        Columns.texts(rejections, r -> r.batch().caseNo()),
                        Columns.bigints(rejections, r -> r.batch().version()),
                        Columns.texts(rejections, Rejection::reason), Columns.utc(now))
                        .then();
    }

    /** Open rejections, oldest first. */
    public Mono<List<Rejection>> open(Connection connection, String region, int limit) {
        return Database.query(connection, """
                select row_guid, case_no, version, reason from province_rejected
                where resent_at is null and case_no > $1 and case_no < $2 order by at, row_guid limit $3
                """, Columns.into(Rejection.class), region, region + "~", limit);
    }

    public Mono<List<Rejection>> open(Connection connection, List<String> guids) {
        return Database.query(connection, """
                select row_guid, case_no, version, reason from province_rejected
                where resent_at is null and row_guid = any($1) for update
                """, Columns.into(Rejection.class), (Object) Columns.texts(guids));
    }

    public Mono<Void> resent(Connection tx, List<String> guids, Instant now) {
        return guids.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "update province_rejected set resent_at = $2 where row_guid = any($1)",
                        Columns.texts(guids), Columns.utc(now)).then();
    }

    /** A number that no other batch has, for what is sent again. */
    public Mono<Long> number(Connection tx) {
        return Database.query(tx, "select nextval('province_resend') as n", row -> Columns.bigint(row, "n"))
                .map(List::getFirst);
    }

    /** 对账 pages of the province, until the last one came. */
    public Mono<Void> keep(Connection tx, String region, LocalDate day, int page, List<String> guids,
            List<String> digests) {
        return Database.update(tx, """
                insert into province_held (region, day, page, guids, digests) values ($1, $2, $3, $4, $5)
                on conflict (region, day, page) do update set guids = excluded.guids, digests = excluded.digests
                """, region, day, page, Columns.texts(guids), Columns.texts(digests)).then();
    }

    /** Digest by guid, empty where the province gave none; of all pages. */
    public Mono<Map<String, String>> held(Connection connection, String region, LocalDate day) {
        return Database.query(connection, """
                select guid, coalesce(digest, '') as digest
                from province_held, unnest(guids, digests) as h (guid, digest) where region = $1 and day = $2
                """, row -> Map.entry(Columns.text(row, "guid"),
                Columns.text(row, "digest")), region, day)
                .map(SentRepository::ordered);
    }

    public Mono<Void> forget(Connection tx, String region, LocalDate day) {
        return Database.update(tx, "delete from province_held where region = $1 and day = $2", region, day).then();
    }

    /** The differences found last, for operators. */
    public Mono<Void> compared(Connection tx, String region, LocalDate day, Instant now, String differences) {
        return Database.update(tx, """
                insert into province_reconciliation (region, day, at, differences) values ($1, $2, $3, $4)
                on conflict (region, day) do update set at = excluded.at, differences = excluded.differences
                """, region, day, Columns.utc(now), differences).then();
    }

    public Mono<List<String>> comparison(Connection connection, String region, LocalDate day) {
        return Database.query(connection,
                "select differences from province_reconciliation where region = $1 and day = $2",
                row -> Columns.text(row, "differences"), region, day);
    }

    private static <V> Map<String, V> ordered(List<Map.Entry<String, V>> rows) {
        var byKey = new LinkedHashMap<String, V>();
        rows.forEach(row -> byKey.put(row.getKey(), row.getValue()));
        return byKey;
    }
}
