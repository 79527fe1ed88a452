package org.lianban.result.province.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.CaseRecords;
import org.lianban.contracts.province.Reconciliation;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.query.JournalReader;
import org.lianban.result.province.Comparison;
import org.lianban.result.province.Rejection;
import org.lianban.result.province.RowDigest;
import org.lianban.result.province.Rows;
import org.lianban.result.province.store.SentRepository;
import org.lianban.result.records.CaseFile;
import org.lianban.result.records.store.CaseFileRepository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 对账 and sending again. Rows are made again from the journal, page by page of cases. */
public record Reconciler(SentRepository sent, JournalReader journals, CaseFileRepository files, RowReporter reporter,
        Outbox outbox, JsonMapper json) {
    /** Cases of one page. */
    private static final int PAGE = 200;
    /** Differences of one message, and rows sent again for one comparison. */
    public static final int MOST = 1_000;

    /** Keeps a page; the last one closes the day. */
    public Mono<Void> page(Connection tx, Reconciliation page, Instant now) {
        var kept = sent.keep(tx, page.region(), page.day(), page.page(),
                page.rows().stream().map(Reconciliation.Held::rowGuid)
                        .toList(),
                page.rows().stream().map(h -> h.digest() == null ? "" : h.digest()).toList());
        return page.last() ? kept.then(compare(tx, page.region(), page.day(), now)) : kept;
    }

    private Mono<Void> compare(Connection tx, String region, LocalDate day, Instant now) {
        return sent.held(tx, region, day)
                .flatMap(theirs -> ours(tx, region, day).flatMap(ours -> {
                    var digests = new HashMap<String, Comparison.Sent>();
                    ours.forEach((guid, mine) -> digests.put(guid,
                            new Comparison.Sent(mine.bundle().caseNo(), RowDigest.of(mine.row()))));
                    var all = Comparison.of(digests, theirs);
                    var told = all.subList(0, Math.min(MOST, all.size()));
                    var answer = new Reconciliation.Differences(region, day, now, ours.size(), theirs.size(), told,
                            all.size() > told.size());
                    var again = told.stream().filter(d -> d.kind() != Reconciliation.Kind.UNKNOWN_HERE)
                            .map(Reconciliation.Difference::rowGuid)
                            .map(ours::get).toList();
                    return sent.number(tx).flatMap(n -> outbox.append(tx, List.of(new Outgoing(
                            Topics.PROVINCE_DIFFERENCES, region, region + "/" + day, n, now, ProvinceProjection.ACTOR,
                            null, answer)))).then(send(tx, again, now))
                            .then(sent.compared(tx, region, day, now, json.writeValueAsString(answer)))
                            .then(sent.forget(tx, region, day));
                }));
    }

    /** A row with the case it is of. */
    private record Mine(Bundle bundle, CaseRecords.Row row) {}

    /** Rows whose last sending was on this day, by guid. */
    private Mono<Map<String, Mine>> ours(Connection tx, String region, LocalDate day) {
        return ours(tx, region, day, "", new LinkedHashMap<>());
    }

    private Mono<Map<String, Mine>> ours(Connection tx, String region, LocalDate day, String after,
            Map<String, Mine> found) {
        return sent.of(tx, region, day, after, PAGE).flatMap(page -> {
            if (page.isEmpty()) {
                return Mono.just(found);
            }
            String last = List.copyOf(page.keySet()).getLast();
            return rows(tx, page.keySet()).flatMap(rows -> {
                rows.forEach((caseNo, dated) -> dated.forEach((guid, each) -> {
                    if (page.getOrDefault(caseNo, List.of()).contains(each.version())) {
                        found.put(guid, each.mine());
                    }
                }));
                return ours(tx, region, day, last, found);
            });
        });
    }

    /** @param version that sent the row last */
    private record Dated(long version, Mine mine) {}

    /** Every row of these cases as it was sent last, by case and guid. */
    private Mono<Map<String, Map<String, Dated>>> rows(Connection tx, Set<String> cases) {
        return files.find(tx, cases).flatMap(known -> journals.changes(tx, cases).map(changes -> {
            Map<String, Map<String, Dated>> byCase = new TreeMap<>();
            changes.forEach((caseNo, all) -> {
                Map<String, Dated> last = new LinkedHashMap<>();
                @Nullable
                CaseFile file = known.get(caseNo);
                for (var change : all) {
                    if (!change.after().isTest() && change.after().filing() != null) {
                        Rows.of(change, file, reporter::departmentName).forEach(row -> last.put(row.rowGuid(),
                                new Dated(change.after().book().version(), new Mine(change.after(), row))));
                    }
                }
                byCase.put(caseNo, last);
            });
            return byCase;
        }));
    }

    /**
     * Sends rejected rows again, as they are made now.
     *
     * @return how many were; rows that are not rejected, or of which nothing is known any more, are left out
     */
    public Mono<Integer> resend(Connection tx, List<String> guids, Instant now) {
        return sent.open(tx, guids).flatMap(open -> {
            var cases = new HashSet<String>();
            open.forEach(r -> cases.add(r.batch().caseNo()));
            return rows(tx, cases).flatMap(rows -> {
                var again = new ArrayList<Mine>();
                var done = new ArrayList<String>();
                for (Rejection rejection : open) {
                    Dated dated = rows.getOrDefault(rejection.batch().caseNo(), Map.of()).get(rejection.rowGuid());
                    if (dated != null) {
                        again.add(dated.mine());
                        done.add(rejection.rowGuid());
                    }
                }
                return send(tx, again, now).then(sent.resent(tx, done, now)).thenReturn(done.size());
            });
        });
    }

    private Mono<Void> send(Connection tx, List<Mine> rows, Instant now) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        return sent.number(tx).flatMap(number -> {
            Map<String, List<Mine>> byCase = new TreeMap<>();
            rows.forEach(r -> byCase.computeIfAbsent(r.bundle().caseNo(), c -> new ArrayList<>()).add(r));
            var outgoing = new ArrayList<Outgoing>();
            byCase.forEach((caseNo, mine) -> outgoing.add(new Outgoing(Topics.PROVINCE_RECORDS, caseNo,
                    caseNo + "/records/again", number, now, ProvinceProjection.ACTOR, null,
                    RowReporter.records(mine.getLast().bundle(), caseNo + "/again/" + number, now,
                            mine.stream().map(m -> RowDigest.as(m.row(), CaseRecords.Operation.UPDATE)).toList()))));
            return outbox.append(tx, outgoing);
        });
    }
}
