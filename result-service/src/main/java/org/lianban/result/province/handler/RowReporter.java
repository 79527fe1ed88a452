package org.lianban.result.province.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.contracts.province.CaseRecords;
import org.lianban.messaging.Outgoing;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.province.Rejection.Batch;
import org.lianban.result.province.Rows;
import org.lianban.result.province.store.SentRepository;
import org.lianban.result.records.CaseFile;
import org.lianban.result.records.store.CaseFileRepository;
import reactor.core.publisher.Mono;

/** 上报 of rows: every change in the transaction that made it; test cases are not reported. */
public record RowReporter(SentRepository store, CaseFileRepository files, Law law) {
    static final String SOURCE = "lianban";

    /** Notes which versions are sent, and makes the messages. */
    Mono<List<Outgoing>> report(Connection tx, List<CaseChange> cases, Instant now) {
        var real = cases.stream().filter(c -> c.after().filing() != null && !c.after().isTest()).toList();
        var fresh = new HashMap<String, CaseFile>();
        var asked = new TreeSet<String>();
        for (CaseChange change : real) {
            change.events(CaseReceived.class).forEach(received -> fresh.put(change.caseNo(), CaseFile.of(received)));
            change.events(ItemAccepted.class).forEach(accepted -> asked.add(change.caseNo()));
        }
        asked.removeAll(fresh.keySet());
        return files.find(tx, asked).flatMap(known -> {
            var all = new HashMap<>(known);
            all.putAll(fresh);
            return rows(tx, real, all, now);
        });
    }

    private Mono<List<Outgoing>> rows(Connection tx, List<CaseChange> cases, Map<String, CaseFile> known, Instant now) {
        List<Outgoing> outgoing = new ArrayList<>();
        var sent = new HashMap<SentRepository.Sent, List<Batch>>();
        for (CaseChange change : cases) {
            var rows = Rows.of(change, known.get(change.caseNo()), this::departmentName);
            var filing = change.after().filing();
            if (rows.isEmpty() || filing == null) {
                continue;
            }
            var batch = new Batch(change.caseNo(), change.after().book().version());
            sent.computeIfAbsent(new SentRepository.Sent(filing.region(), day(filing.region(), now)),
                    r -> new ArrayList<>())
                    .add(batch);
            outgoing.add(new Outgoing(Topics.PROVINCE_RECORDS, change.caseNo(), change.caseNo() + "/records",
                    batch.version(), now, ProvinceProjection.ACTOR, change.traceparent(),
                    records(change.after(), batch.name(), now, rows)));
        }
        return outgoing.isEmpty() ? Mono.just(outgoing) : store.sent(tx, sent, now).thenReturn(outgoing);
    }

    static CaseRecords records(Bundle bundle, String batch, Instant now, List<CaseRecords.Row> rows) {
        var filing = bundle.filing();
        var origin = bundle.intake().origin();
        return new CaseRecords(bundle.caseNo(), origin == null ? null : origin.provinceNo(),
                filing == null ? "" : filing.region(), batch, now, SOURCE, rows);
    }

    String departmentName(@Nullable String id) {
        return id == null ? "" : law.department(id).map(d -> d.names().getFirst()).orElse(id);
    }

    /** The day of an instant where the region is. */
    LocalDate day(String region, Instant at) {
        return LocalDate.ofInstant(at,
                law.published(region).map(c -> ZoneId.of(c.timeZone())).orElse(ZoneId.of("Asia/Shanghai")));
    }
}
