package org.lianban.intake.application.store;

import static org.lianban.persistence.Columns.bool;
import static org.lianban.persistence.Columns.bools;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.instantOrNull;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.integers;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.util.List;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Application.IssuedNotice;
import org.lianban.intake.application.Application.Notice;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 一次告知书: inserted once, never changed. */
public record NoticeRepository(JsonMapper json) {
    private static final TypeReference<List<Defect>> DEFECTS = new TypeReference<>() {
    };

    public Mono<Void> insert(Connection tx, List<IssuedNotice> notices) {
        return notices.isEmpty()
                ? Mono.empty()
                : Database
                        .update(tx,
                                """
                                        insert into correction_notice
                                            (notice_no, case_no, round, notified_at, clerk, defects, due_at, may_lapse)
                                        select * from unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[], $5::text[], $6::text[],
                                            $7::timestamptz[], $8::boolean[])
                                        """,
                                texts(notices, n -> n.notice().number()), texts(notices, IssuedNotice::caseNo),
                                integers(notices, IssuedNotice::round), instants(notices, n -> n.notice().at()),
                                texts(notices, n -> n.notice().by()),
                                texts(notices, n -> json.writeValueAsString(n.defects())),
                                instants(notices, n -> n.notice().dueAt()), bools(notices, n -> n.notice().mayLapse()))
                        .then();
    }

    /** All notices of a case, the first round first. */
    public Mono<List<IssuedNotice>> of(Connection connection, String caseNo) {
        return Database.query(connection, """
                select notice_no, case_no, round, notified_at, clerk, defects, due_at, may_lapse from correction_notice
                where case_no = $1 order by round
                """, row -> new IssuedNotice(text(row, "case_no"),
                integer(row, "round"), new Notice(text(row, "notice_no"), instant(row, "notified_at"),
                        text(row, "clerk"), instantOrNull(row, "due_at"), bool(row, "may_lapse")),
                json.readValue(text(row, "defects"), DEFECTS)), caseNo);
    }
}
