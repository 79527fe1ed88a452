package org.lianban.catalog.listing.store;

import static org.lianban.persistence.Columns.dayOrNull;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integerOrNull;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.Standing;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Where versions and whole one-things stand, and how they came there. */
public final class StageRepository {
    public enum Stage {
        TESTING, TRIAL, LIVE, WITHDRAWN
    }

    /** One line of the log. */
    public record Entry(String code, @Nullable Integer version, String stage, @Nullable String reason,
            @Nullable String detail,
            @Nullable Document document) {}

    /** @param since null: as it was */
    public Mono<Void> put(Connection tx, String contentHash, Stage stage, @Nullable Instant since) {
        return Database.update(tx, """
                insert into version_stage (content_hash, code, version, stage, since)
                select content_hash, code, version, $2, coalesce($3::timestamptz, effective_from)
                from one_thing_version where content_hash = $1
                on conflict (content_hash) do update set stage = excluded.stage,
                    since = coalesce($3::timestamptz, version_stage.since)
                """, contentHash, stage.name(), Database.Null.or(since, Instant.class)).map(changed -> {
            if (changed != 1) {
                throw new IllegalStateException("There is no version " + contentHash);
            }
            return changed;
        }).then();
    }

    public Mono<Void> log(Connection tx, Entry entry, Command command) {
        Document document = entry.document();
        return Database.update(tx, """
                insert into stage_log (code, version, stage, reason, detail, document_number, document_date, at, by)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """, entry.code(), Database.Null.or(entry.version(), Integer.class), entry.stage(),
                orNull(entry.reason()), orNull(entry.detail()), orNull(document == null ? null : document.number()),
                Database.Null.or(document == null ? null : document.date(), LocalDate.class), command.at(),
                command.actor())
                .then();
    }

    public Mono<Standing.State> standing(Connection tx, String code) {
        return Database.query(tx, "select stage from one_thing_pause where code = $1",
                row -> Standing.State.valueOf(text(row, "stage")), code)
                .map(found -> found.isEmpty() ? Standing.State.OPEN : found.getFirst());
    }

    public Mono<Void> stand(Connection tx, String code, Standing.State state) {
        return (switch (state) {
            case OPEN -> Database.update(tx, "delete from one_thing_pause where code = $1", code);
            case SUSPENDED, RETIRED -> Database.update(tx, """
                    insert into one_thing_pause (code, stage) values ($1, $2)
                    on conflict (code) do update set stage = excluded.stage
                    """, code, state.name());
        }).then();
    }

    /** Whether there is such a one-thing. */
    public Mono<Boolean> known(Connection c, String code) {
        return Database.query(c, "select code from one_thing_version where code = $1 limit 1",
                row -> text(row, "code"), code).map(found -> !found.isEmpty());
    }

    /** Newest first. */
    public Mono<List<Standing.Logged>> log(Connection c, String code, int most) {
        return Database.query(c, """
                select version, stage, reason, detail, document_number, document_date, at, by from stage_log
                where code = $1 order by id desc limit $2
                """, row -> {
            String number = textOrNull(row, "document_number");
            LocalDate date = dayOrNull(row, "document_date");
            return new Standing.Logged(integerOrNull(row, "version"), text(row, "stage"),
                    textOrNull(row, "reason"), textOrNull(row, "detail"),
                    number == null || date == null ? null : new Document(number, date),
                    instant(row, "at"), text(row, "by"));
        }, code, most);
    }
}
