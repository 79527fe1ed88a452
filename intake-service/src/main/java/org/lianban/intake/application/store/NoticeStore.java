package org.lianban.intake.application.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.application.Application.Notice;
import org.lianban.intake.application.IssuedNotice;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 一次告知书: inserted once, never changed. */
public final class NoticeStore {
    private static final TypeReference<List<Defect>> DEFECTS = new TypeReference<>() {
    };

    private final JsonMapper json;

    public NoticeStore(JsonMapper json) {
        this.json = json;
    }

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
                                notices.stream().map(n -> n.notice().number()).toArray(String[]::new),
                                notices.stream().map(IssuedNotice::caseNo).toArray(String[]::new),
                                notices.stream().map(IssuedNotice::round).toArray(Integer[]::new),
                                notices.stream().map(n -> ApplicationStore.utc(n.notice().at()))
                                        .toArray(OffsetDateTime[]::new),
                                notices.stream().map(n -> n.notice().by()).toArray(String[]::new),
                                notices.stream().map(n -> json.writeValueAsString(n.defects())).toArray(String[]::new),
                                notices.stream().map(n -> utc(n.notice().dueAt())).toArray(OffsetDateTime[]::new),
                                notices.stream().map(n -> n.notice().mayLapse()).toArray(Boolean[]::new))
                        .then();
    }

    /** All notices of a case, the first round first. */
    public Mono<List<IssuedNotice>> of(Connection connection, String caseNo) {
        return Database.query(connection, """
                select notice_no, case_no, round, notified_at, clerk, defects, due_at, may_lapse from correction_notice
                where case_no = $1 order by round
                """, row -> new IssuedNotice(ApplicationCodec.text(row, "case_no"),
                Objects.requireNonNull(row.get("round", Integer.class)),
                new Notice(ApplicationCodec.text(row, "notice_no"),
                        Objects.requireNonNull(row.get("notified_at", Instant.class)),
                        ApplicationCodec.text(row, "clerk"), row.get("due_at", Instant.class),
                        Objects.requireNonNull(row.get("may_lapse", Boolean.class))),
                json.readValue(ApplicationCodec.text(row, "defects"), DEFECTS)), caseNo);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : ApplicationStore.utc(at);
    }
}
