package org.lianban.result.notices.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.store.BundleRepository;
import org.lianban.result.notices.licence.KeptLicence;
import org.lianban.result.notices.licence.Licence;
import org.lianban.security.Digests;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table of licence orders. */
public final class LicenceRepository {
    private static final String DOMAIN = "lianban-licence\n";
    private static final String COLUMNS = "case_no, item_no, serial, decided_at, decision_no, state, since, tries, reason, digest, facts";

    private final JsonMapper json = JsonMapper.builder().build();

    /** An approval that asks for a licence. */
    public record Wanted(String caseNo, String itemNo, Instant decidedAt, @Nullable String decisionNo) {}

    public Mono<Void> order(Connection tx, List<Wanted> wanted, Instant now) {
        return wanted.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into licence_order (case_no, item_no, decided_at, decision_no, state, due_at, since)
                        select case_no, item_no, decided_at, nullif(decision_no, ''), 'ORDERED', $5, $5
                        from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
                            as r (case_no, item_no, decided_at, decision_no)
                        on conflict do nothing
                        """, wanted.stream().map(Wanted::caseNo).toArray(String[]::new),
                        wanted.stream().map(Wanted::itemNo).toArray(String[]::new),
                        wanted.stream().map(w -> NoticeRepository.utc(w.decidedAt())).toArray(OffsetDateTime[]::new),
                        wanted.stream().map(w -> w.decisionNo() == null ? "" : w.decisionNo()).toArray(String[]::new),
                        NoticeRepository.utc(now)).then();
    }

    /** Takes orders that are due and that nobody else has in hand, for a while. */
    public Mono<List<KeptLicence>> claim(Connection tx, Instant now, Instant lease, int limit) {
        return Database.query(tx, """
                with due as (select case_no, item_no from licence_order where due_at <= $1 order by due_at limit $2
                    for update skip locked)
                update licence_order o set due_at = $3, tries = o.tries + 1 from due
                where o.case_no = due.case_no and o.item_no = due.item_no
                returning o.case_no, o.item_no, o.serial, o.decided_at, o.decision_no, o.state, o.since, o.tries,
                    o.reason, o.digest, o.facts
                """, this::kept, NoticeRepository.utc(now), limit, NoticeRepository.utc(lease));
    }

    /** 已签发: from now on it is only the case that has to be told. */
    public Mono<String> issued(Connection tx, KeptLicence order, Licence licence) {
        var facts = json.writeValueAsString(licence);
        var digest = digest(facts);
        return Database.update(tx, """
                update licence_order set state = 'ISSUED', licence_no = $3, digest = $4, facts = $5, reason = null
                where case_no = $1 and item_no = $2 and state <> 'ISSUED'
                """, order.caseNo(), order.itemNo(), licence.number(), digest, facts).thenReturn(digest);
    }

    /** @param due when it is tried next; null: it is done with */
    public Mono<Void> settle(Connection tx, KeptLicence order, KeptLicence.State state, @Nullable Instant due,
            @Nullable String reason) {
        return Database.update(tx,
                "update licence_order set state = $3, due_at = $4, reason = $5 where case_no = $1 and item_no = $2",
                order.caseNo(), order.itemNo(), state.name(),
                Database.Null.or(due == null ? null : NoticeRepository.utc(due), OffsetDateTime.class),
                Database.Null.or(reason, String.class)).then();
    }

    /** Tries again what was refused or given up. @return 0 when there is no such order */
    public Mono<Long> retry(Connection tx, String caseNo, String itemNo, Instant now) {
        return Database.update(tx, """
                update licence_order set state = 'ORDERED', due_at = $3, since = $3, tries = 0
                where case_no = $1 and item_no = $2 and state in ('REFUSED', 'GIVEN_UP')
                """, caseNo, itemNo, NoticeRepository.utc(now));
    }

    public Mono<List<KeptLicence>> of(Connection connection, String caseNo) {
        return Database.query(connection,
                "select " + COLUMNS + " from licence_order where case_no = $1 order by item_no limit 99", this::kept,
                caseNo);
    }

    public Mono<Optional<KeptLicence>> byNumber(Connection connection, String number) {
        return Database.query(connection, "select " + COLUMNS + " from licence_order where licence_no = $1",
                this::kept, number).map(found -> found.stream().findFirst());
    }

    private KeptLicence kept(Readable row) {
        var facts = row.get("facts", String.class);
        var digest = row.get("digest", String.class);
        return new KeptLicence(BundleRepository.required(row, "case_no", String.class),
                BundleRepository.required(row, "item_no", String.class),
                BundleRepository.required(row, "serial", Long.class),
                Objects.requireNonNull(row.get("decided_at", Instant.class)), row.get("decision_no", String.class),
                KeptLicence.State.valueOf(BundleRepository.required(row, "state", String.class)),
                Objects.requireNonNull(row.get("since", Instant.class)),
                BundleRepository.required(row, "tries", Integer.class), row.get("reason", String.class),
                facts == null ? null : json.readValue(facts, Licence.class), digest,
                facts != null && digest(facts).equals(digest));
    }

    private static String digest(String facts) {
        return Digests.sm3(DOMAIN + facts);
    }
}
