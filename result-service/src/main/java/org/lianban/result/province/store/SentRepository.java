package org.lianban.result.province.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
                    """, each.getKey().region(), each.getKey().day(), now.atOffset(ZoneOffset.UTC),
                    each.getValue().stream().map(Batch::caseNo).toArray(String[]::new),
                    each.getValue().stream().map(Batch::version).toArray(Long[]::new)).then());
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
                """, SentRepository::versions, region, day, after, limit).map(found -> {
            Map<String, List<Long>> byCase = new LinkedHashMap<>();
            found.forEach(each -> byCase.put(each.caseNo(), each.versions()));
            return byCase;
        });
    }

    private record Versions(String caseNo, List<Long> versions) {}

    private static Versions versions(Readable row) {
        Long[] versions = row.get("versions", Long[].class);
        String caseNo = row.get("case_no", String.class);
        if (versions == null || caseNo == null) {
            throw new IllegalStateException("province_sent without cases");
        }
        return new Versions(caseNo, List.of(versions));
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
                        rejections.stream().map(Rejection::rowGuid).toArray(String[]::new),
                        rejections.stream().map(r -> r.batch().caseNo()).toArray(String[]::new),
                        rejections.stream().map(r -> r.batch().version()).toArray(Long[]::new),
                        rejections.stream().map(Rejection::reason).toArray(String[]::new), now.atOffset(ZoneOffset.UTC))
                        .then();
    }

    /** Open rejections, oldest first. */
    public Mono<List<Rejection>> open(Connection connection, String region, int limit) {
        return Database.query(connection, """
                select row_guid, case_no, version, reason from province_rejected
                where resent_at is null and case_no > $1 and case_no < $2 order by at, row_guid limit $3
                """, SentRepository::rejection, region, region + "~", limit);
    }

    public Mono<List<Rejection>> open(Connection connection, List<String> guids) {
        return Database.query(connection, """
                select row_guid, case_no, version, reason from province_rejected
                where resent_at is null and row_guid = any($1) for update
                """, SentRepository::rejection, (Object) guids.toArray(String[]::new));
    }

    public Mono<Void> resent(Connection tx, List<String> guids, Instant now) {
        return guids.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        "update province_rejected set resent_at = $2 where row_guid = any($1)",
                        guids.toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC)).then();
    }

    /** A number that no other batch has, for what is sent again. */
    public Mono<Long> number(Connection tx) {
        return Database.query(tx, "select nextval('province_resend') as n", row -> Columns.bigint(row, "n"))
                .map(List::getFirst);
    }

    private static Rejection rejection(Readable row) {
        return new Rejection(Columns.text(row, "row_guid"),
                new Batch(Columns.text(row, "case_no"), Columns.bigint(row, "version")),
                Columns.text(row, "reason"));
    }

    /** 对账 pages of the province, until the last one came. */
    public Mono<Void> keep(Connection tx, String region, LocalDate day, int page, List<String> guids,
            List<String> digests) {
        return Database.update(tx, """
                insert into province_held (region, day, page, guids, digests) values ($1, $2, $3, $4, $5)
                on conflict (region, day, page) do update set guids = excluded.guids, digests = excluded.digests
                """, region, day, page, guids.toArray(String[]::new), digests.toArray(String[]::new)).then();
    }

    /** Digest by guid, empty where the province gave none; of all pages. */
    public Mono<Map<String, String>> held(Connection connection, String region, LocalDate day) {
        return Database.query(connection, """
                select guid, coalesce(digest, '') as digest
                from province_held, unnest(guids, digests) as h (guid, digest) where region = $1 and day = $2
                """, row -> Map.entry(Columns.text(row, "guid"),
                Columns.text(row, "digest")), region, day).map(found -> {
                    Map<String, String> held = new LinkedHashMap<>();
                    found.forEach(e -> held.put(e.getKey(), e.getValue()));
                    return held;
                });
    }

    public Mono<Void> forget(Connection tx, String region, LocalDate day) {
        return Database.update(tx, "delete from province_held where region = $1 and day = $2", region, day).then();
    }

    /** The differences found last, for operators. */
    public Mono<Void> compared(Connection tx, String region, LocalDate day, Instant now, String differences) {
        return Database.update(tx, """
                insert into province_reconciliation (region, day, at, differences) values ($1, $2, $3, $4)
                on conflict (region, day) do update set at = excluded.at, differences = excluded.differences
                """, region, day, now.atOffset(ZoneOffset.UTC), differences).then();
    }

    public Mono<List<String>> comparison(Connection connection, String region, LocalDate day) {
        return Database.query(connection,
                "select differences from province_reconciliation where region = $1 and day = $2",
                row -> Columns.text(row, "differences"), region, day);
    }

}
