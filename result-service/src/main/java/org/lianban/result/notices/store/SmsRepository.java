package org.lianban.result.notices.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** The messages that wait on their sheets. */
public final class SmsRepository {
    /** 短信状态. */
    public enum State {
        WAITING,
        /** Kept, and meant not to be sent. */
        RECORDED,
        SENT,
        /** The gateway will not take it. */
        REFUSED,
        /** Tried for as long as it makes sense. */
        GIVEN_UP,
        /** 已退订, or the number is gone. */
        OPTED_OUT
    }

    /** @param sealedPhone null: opted out meanwhile */
    public record Message(String caseNo, long version, String text, int tries, Instant since,
            @Nullable String sealedPhone) {
        /** The same each time this message is tried. */
        public String id() {
            return caseNo + "-" + version;
        }

        @Override
        public String toString() {
            return "Message[" + id() + "]";
        }
    }

    /** @param due when to try again; null: done with */
    public record Outcome(Message message, State state, @Nullable Instant due, String receipt) {}

    /**
     * Takes messages that are due and that nobody else has in hand, for a while: whoever dies with them in hand loses
     * them when the lease ends.
     */
    public Mono<List<Message>> claim(Connection tx, Instant now, Instant lease, int limit) {
        return Database.query(tx, """
                with due as (select case_no, version from notice_sheet where sms_due <= $1 order by sms_due limit $2
                    for update skip locked)
                update notice_sheet s set sms_due = $3, sms_tries = s.sms_tries + 1
                from due left join addressee a on a.case_no = due.case_no
                    and not exists (select from sms_opt_out o where o.phone_index = a.phone_index)
                where s.case_no = due.case_no and s.version = due.version
                returning s.case_no, s.version, s.sms as text, s.sms_tries as tries, s.sms_since as since,
                    a.phone as sealed_phone
                """, Columns.into(Message.class), Columns.utc(now), limit, Columns.utc(lease));
    }

    public Mono<Void> settle(Connection tx, List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                update notice_sheet s set sms_state = r.state, sms_receipt = nullif(r.receipt, ''),
                                    sms_due = r.due
                                from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[])
                                    as r (case_no, version, state, receipt, due)
                                where s.case_no = r.case_no and s.version = r.version
                                """,
                        Columns.texts(outcomes, o -> o.message().caseNo()),
                        Columns.bigints(outcomes, o -> o.message().version()),
                        Columns.texts(outcomes, o -> o.state().name()), Columns.texts(outcomes, Outcome::receipt),
                        Columns.instants(outcomes, Outcome::due))
                        .then();
    }
}
