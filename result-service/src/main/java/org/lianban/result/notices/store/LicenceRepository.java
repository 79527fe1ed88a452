package org.lianban.result.notices.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
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
                        select case_no, item_no, decided_at, decision_no, 'ORDERED', $5, $5
                        from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
                            as r (case_no, item_no, decided_at, decision_no)
                        on conflict do nothing
                        """, Columns.texts(wanted, Wanted::caseNo),
                        Columns.texts(wanted, Wanted::itemNo), Columns.instants(wanted, Wanted::decidedAt),
                        Columns.texts(wanted, Wanted::decisionNo), Columns.utc(now)).then();
    }

    /** Takes orders that are due and that nobody else has in hand, for a while. */
    public Mono<List<Licence.Stored>> claim(Connection tx, Instant now, Instant lease, int limit) {
        return Database.query(tx, """
                with due as (select case_no, item_no from licence_order where due_at <= $1 order by due_at limit $2
                    for update skip locked)
                update licence_order o set due_at = $3, tries = o.tries + 1 from due
                where o.case_no = due.case_no and o.item_no = due.item_no
                returning o.case_no, o.item_no, o.serial, o.decided_at, o.decision_no, o.state, o.since, o.tries,
                    o.reason, o.digest, o.facts
                """, this::kept, Columns.utc(now), limit, Columns.utc(lease));
    }

    /** 已签发: from now on it is only the case that has to be told. */
    public Mono<String> issued(Connection tx, Licence.Stored order, Licence licence) {
        var facts = json.writeValueAsString(licence);
        var digest = digest(facts);
        return Database.update(tx, """
                update licence_order set state = 'ISSUED', licence_no = $3, digest = $4, facts = $5, reason = null
                where case_no = $1 and item_no = $2 and state <> 'ISSUED'
                """, order.caseNo(), order.itemNo(), licence.number(), digest, facts).thenReturn(digest);
    }

    /** @param due when it is tried next; null: it is done with */
    public Mono<Void> settle(Connection tx, Licence.Stored order, Licence.Stored.State state, @Nullable Instant due,
            @Nullable String reason) {
        return Database.update(tx,
                "update licence_order set state = $3, due_at = $4, reason = $5 where case_no = $1 and item_no = $2",
                order.caseNo(), order.itemNo(), state.name(), Columns.utcOrNull(due), Columns.orNull(reason)).then();
    }

    /** Tries again what was refused or given up. @return 0 when there is no such order */
    public Mono<Long> retry(Connection tx, String caseNo, String itemNo, Instant now) {
        return Database.update(tx, """
                update licence_order set state = 'ORDERED', due_at = $3, since = $3, tries = 0
                where case_no = $1 and item_no = $2 and state in ('REFUSED', 'GIVEN_UP')
                """, caseNo, itemNo, Columns.utc(now));
    }

    public Mono<List<Licence.Stored>> of(Connection connection, String caseNo) {
        return Database.query(connection,
                "select " + COLUMNS + " from licence_order where case_no = $1 order by item_no limit 99", this::kept,
                caseNo);
    }

    public Mono<Optional<Licence.Stored>> byNumber(Connection connection, String number) {
        return Database.query(connection, "select " + COLUMNS + " from licence_order where licence_no = $1",
                this::kept, number).map(found -> found.stream().findFirst());
    }

    private Licence.Stored kept(Readable row) {
        var facts = Columns.textOrNull(row, "facts");
        var digest = Columns.textOrNull(row, "digest");
        return new Licence.Stored(Columns.text(row, "case_no"), Columns.text(row, "item_no"),
                Columns.bigint(row, "serial"),
                Columns.instant(row, "decided_at"), Columns.textOrNull(row, "decision_no"),
                Columns.name(row, "state", Licence.Stored.State.class), Columns.instant(row, "since"),
                Columns.integer(row, "tries"), Columns.textOrNull(row, "reason"),
                facts == null ? null : json.readValue(facts, Licence.class), digest,
                facts != null && digest(facts).equals(digest));
    }

    private static String digest(String facts) {
        return Digests.sm3(DOMAIN + facts);
    }
}
