package org.lianban.result.province.stream;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.Reconciliation;
import org.lianban.contracts.province.RecordAnswer;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawRecord;
import org.lianban.result.province.Rejection;
import org.lianban.result.province.handler.Reconciler;
import org.lianban.result.province.store.SentRepository;
import org.lianban.text.Characters;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What provinces say about rows: rejections and the pages of a reconciliation. What cannot be read is set aside. */
public record ProvinceAnswers(SentRepository store, Reconciler reconciler, Quarantine quarantine, JsonMapper json,
        InstantSource clock) implements BatchHandler<RawRecord> {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_OF_A_REASON = 500;

    @Override
    public Mono<Void> handle(Connection tx, List<RawRecord> batch) {
        Instant now = clock.instant();
        Mono<Void> done = Mono.empty();
        for (RawRecord record : batch) {
            done = done.then(Mono.defer(() -> one(tx, record, now)));
        }
        return done;
    }

    private Mono<Void> one(Connection tx, RawRecord record, Instant now) {
        try {
            return record.topic().equals(Topics.PROVINCE_RECONCILIATIONS)
                    ? page(tx, record, json.readValue(record.value(), Reconciliation.class), now)
                    : answer(tx, record, json.readValue(record.value(), RecordAnswer.class), now);
        } catch (JacksonException unreadable) {
            return quarantine.put(tx, record, "Cannot be read: " + unreadable.getOriginalMessage());
        }
    }

    private Mono<Void> page(Connection tx, RawRecord record, Reconciliation page, Instant now) {
        var faults = new ArrayList<String>();
        if (page.region() == null || !page.region().matches("[0-9]{6}")) {
            faults.add("region is not six digits");
        }
        if (page.day() == null) {
            faults.add("day is missing");
        }
        if (page.page() < 0) {
            faults.add("page is below 0");
        }
        if (page.rows() == null || page.rows().size() > MOST_ROWS
                || page.rows().stream().anyMatch(r -> r == null || r.rowGuid() == null || r.rowGuid().length() > 64)) {
            faults.add("rows is missing, longer than " + MOST_ROWS + ", or has one without a rowGuid");
        }
        return faults.isEmpty()
                ? reconciler.page(tx, page, now)
                : quarantine.put(tx, record, String.join("; ", faults));
    }

    private Mono<Void> answer(Connection tx, RawRecord record, RecordAnswer answer, Instant now) {
        var batch = batch(answer.batch());
        if (batch == null) {
            return quarantine.put(tx, record, "batch is none that was sent: " + answer.batch());
        }
        var rejections = new ArrayList<Rejection>();
        for (RecordAnswer.Rejected rejected : answer.rejected() == null
                ? List.<RecordAnswer.Rejected>of()
                : answer.rejected()) {
            if (rejected == null || rejected.rowGuid() == null || rejected.rowGuid().length() > 64
                    || rejections.size() == MOST_ROWS) {
                return quarantine.put(tx, record, "rejected has a row without a rowGuid, or too many rows");
            }
            rejections.add(new Rejection(rejected.rowGuid(), batch,
                    rejected.reason() == null ? "" : Characters.cut(rejected.reason(), MOST_OF_A_REASON)));
        }
        return store.rejected(tx, rejections, now);
    }

    /** {@code caseNo/version}, or {@code caseNo/again/n} for what was sent again. */
    private static Rejection.@Nullable Batch batch(@Nullable String name) {
        if (name == null || !name.matches("[0-9A-Za-z-]{1,50}/(again/)?[0-9]{1,18}")) {
            return null;
        }
        return new Rejection.Batch(name.substring(0, name.indexOf('/')),
                Long.parseLong(name.substring(name.lastIndexOf('/') + 1)));
    }
}
