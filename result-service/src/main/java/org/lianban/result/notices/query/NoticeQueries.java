package org.lianban.result.notices.query;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.notices.Content;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.store.NoticeCodec;
import org.lianban.result.notices.store.NoticeRepository;
import reactor.core.publisher.Mono;

/** Reads notices and keeps what becomes of them; a case has a few dozen at most. */
public record NoticeQueries(NoticeCodec text) {
    private static final int MOST_SHEETS = 1_000;

    /** 送达与确认. {@code receiver} is masked. */
    public record Mark(String no, @Nullable String way, @Nullable String receiver, @Nullable String proof,
            @Nullable Instant deliveredAt, @Nullable String deliveredBy, @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {}

    /**
     * A notice with all that became of it.
     *
     * @param voidedBy number of the notice that voided it
     */
    public record Issued(Notice.Sealed sealed, Instant at, @Nullable Mark mark, @Nullable String voidedBy) {
        public Notice notice() {
            return sealed.notice();
        }

        public Notice.Status standing() {
            return Notice.Status.of(voidedBy != null, mark != null && mark.acknowledgedAt() != null,
                    mark != null && mark.deliveredAt() != null);
        }
    }

    /** 送达任务. */
    public record Task(String no, String caseNo, Instant issuedAt) {}

    /** Refusals of a region that wait for their delivery, by number. @param after number, empty for the first page */
    public Mono<List<Task>> tasks(Connection connection, String region, String after, int limit) {
        return Database.query(connection, """
                select no, case_no, issued_at from notice_task
                where case_no >= $1 and case_no < $1 || '~' and no > $2 order by no limit $3
                """, Columns.into(Task.class), region, after, limit);
    }

    private record Sheet(String body, Instant at) {}

    /** In the order they were issued. */
    public Mono<List<Issued>> of(Connection connection, String caseNo) {
        var sheets = Database.query(connection, """
                select body, issued_at as at from notice_sheet where case_no = $1 and body is not null
                order by issued_at, version limit %d""".formatted(MOST_SHEETS),
                Columns.into(Sheet.class), caseNo);
        return sheets.flatMap(found -> found.isEmpty()
                ? Mono.just(List.<Issued>of())
                : Database.query(connection, "select * from notice_mark where case_no = $1", Columns.into(Mark.class),
                        caseNo).map(marks -> join(found, marks)));
    }

    private List<Issued> join(List<Sheet> sheets, List<Mark> marks) {
        var notices = new ArrayList<Issued>();
        for (Sheet sheet : sheets) {
            text.read(sheet.body()).forEach(sealed -> notices.add(new Issued(sealed, sheet.at(), marks.stream()
                    .filter(m -> m.no().equals(sealed.notice().no())).findFirst().orElse(null), null)));
        }
        return notices.stream().map(n -> new Issued(n.sealed(), n.at(), n.mark(),
                voidedBy(notices, n.notice().no()).orElse(null))).toList();
    }

    private static Optional<String> voidedBy(List<Issued> notices, String no) {
        return notices.stream().map(Issued::notice).filter(
                n -> n.kind() == Kind.VOIDING && n.content() instanceof Content.Voiding v && v.voided().equals(no))
                .map(Notice::no).findFirst();
    }

    /** The first delivery stands. @return 0 when it was delivered before */
    public Mono<Long> deliver(Connection tx, String caseNo, Mark mark) {
        return Database.update(tx, """
                insert into notice_mark as m (no, case_no, way, receiver, proof, delivered_at, delivered_by)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (no) do update set way = excluded.way, receiver = excluded.receiver,
                    proof = excluded.proof, delivered_at = excluded.delivered_at, delivered_by = excluded.delivered_by
                where m.delivered_at is null
                """, mark.no(), caseNo, Objects.requireNonNull(mark.way()), Objects.requireNonNull(mark.receiver()),
                Objects.requireNonNull(mark.proof()), Columns.utc(Objects.requireNonNull(mark.deliveredAt())),
                Objects.requireNonNull(mark.deliveredBy()));
    }

    /** The first acknowledgement stands. @return 0 when it was acknowledged before */
    public Mono<Long> acknowledge(Connection tx, String caseNo, String no, String by, Instant at) {
        return Database.update(tx, """
                insert into notice_mark as m (no, case_no, acknowledged_at, acknowledged_by) values ($1, $2, $3, $4)
                on conflict (no) do update set acknowledged_at = excluded.acknowledged_at,
                    acknowledged_by = excluded.acknowledged_by
                where m.acknowledged_at is null
                """, no, caseNo, Columns.utc(at), by);
    }

    /** Waits for whatever changes the case now, so that numbers are given one after the other. */
    public Mono<Boolean> lockCase(Connection tx, String caseNo) {
        return Database.query(tx, "select 1 as one from bundle where case_no = $1 for update", row -> true, caseNo)
                .map(rows -> !rows.isEmpty());
    }

    /** The version a sheet of a command gets: below all that the case has. */
    public Mono<Long> versionBelow(Connection tx, String caseNo) {
        return Database.query(tx, """
                select least(coalesce(min(version), 0), 0) - 1 as below from notice_sheet where case_no = $1
                """, row -> Columns.bigint(row, "below"), caseNo).map(List::getFirst);
    }

    /** 文书接收人 as sealed; empty where none was named. */
    public Mono<NoticeRepository.Addressee> addressee(Connection connection, String caseNo) {
        return Database.query(connection, "select case_no, name, phone, phone_index from addressee where case_no = $1",
                Columns.into(NoticeRepository.Addressee.class),
                caseNo).flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** 短信退订 or its end, for the number by its blind indexes. */
    public Mono<Void> optOut(Connection tx, List<String> phoneIndexes, boolean out, Instant at) {
        var indexes = Columns.texts(phoneIndexes);
        return (out
                ? Database.update(tx, """
                        insert into sms_opt_out (phone_index, at) select unnest($1::text[]), $2 on conflict do nothing
                        """, indexes, Columns.utc(at))
                : Database.update(tx, "delete from sms_opt_out where phone_index = any($1)", (Object) indexes)).then();
    }
}
