package org.lianban.intake.consultation.store;

import static org.lianban.persistence.Columns.list;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * 工单 of one kind, sealed.
 *
 * @param <T> what the body is
 * @param kind a constant, stored with every row
 */
public record TicketRepository<T>(String kind, Class<T> type, JsonMapper json, PersonalDataCipher cipher) {
    /** @param subject what lists are made by: a one-thing, a department, a window */
    public record Index(String number, String region, String subject, String state, @Nullable String caseNo) {}

    public Mono<Void> insert(Connection tx, Index index, T body, Instant now) {
        return Database.update(tx, """
                insert into ticket (number, kind, region, subject, state, case_no, body, opened_at, changed_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
                """, index.number(), kind, index.region(), index.subject(), index.state(),
                orNull(index.caseNo()), sealed(body), utc(now)).then();
    }

    /** Locks it until the end of the transaction. */
    public Mono<Optional<T>> lock(Connection tx, String number) {
        return Database.query(tx, "select body from ticket where number = $1 and kind = $2 for update", this::read,
                number, kind).map(found -> found.stream().findFirst());
    }

    public Mono<Optional<T>> find(Connection connection, String number) {
        return Database.query(connection, "select body from ticket where number = $1 and kind = $2", this::read,
                number, kind).map(found -> found.stream().findFirst());
    }

    public Mono<Void> update(Connection tx, Index index, T body, Instant now) {
        return Database.update(tx, """
                update ticket set state = $2, case_no = $3, body = $4, changed_at = $5 where number = $1
                """, index.number(), index.state(), orNull(index.caseNo()), sealed(body),
                utc(now)).map(rows -> {
                    if (rows != 1) {
                        throw new IllegalStateException("Expected the locked ticket, but it is gone");
                    }
                    return rows;
                }).then();
    }

    /**
     * By number, ascending.
     *
     * @param subject null: all
     * @param state null: all
     * @param after last number of the page before, or empty
     */
    public Mono<List<T>> list(Connection connection, String region, @Nullable String subject, @Nullable String state,
            String after, int limit) {
        return Database.query(connection, """
                select body from ticket
                where kind = $1 and region = $2 and ($3::text is null or subject = $3)
                    and ($4::text is null or state = $4) and number > $5
                order by number limit $6
                """, this::read, kind, region, orNull(subject), orNull(state), after,
                limit);
    }

    private String sealed(T body) {
        return cipher.seal(json.writeValueAsString(body));
    }

    private T read(Readable row) {
        return json.readValue(cipher.open(text(row, "body")), type);
    }
}
