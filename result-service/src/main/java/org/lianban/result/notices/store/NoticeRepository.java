package org.lianban.result.notices.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.notices.Notice;
import reactor.core.publisher.Mono;

/** What a transaction writes of notices and messages: whole batches in one statement each. */
public record NoticeRepository(NoticeCodec text) {
    /**
     * What one transaction wrote of one case.
     *
     * @param message null: nothing is told
     * @param due when the message may go out; null: it is recorded only
     */
    public record Sheet(String caseNo, long version, List<Notice> notices, int templates, @Nullable String message,
            @Nullable Instant due) {}

    /** Events of a case that no notice could be written of yet. */
    public record Waiting(String caseNo, long version, List<CaseEvent> events) {}

    /** What the cases of a batch have already: numbers issued, and events that wait, oldest first. */
    public record Known(Map<String, List<String>> numbers, Map<String, List<CaseEvent>> waiting) {
        public List<String> numbersOf(String caseNo) {
            return numbers.getOrDefault(caseNo, List.of());
        }

        public List<CaseEvent> waitingOf(String caseNo) {
            return waiting.getOrDefault(caseNo, List.of());
        }
    }

    /** 文书接收人, sealed as {@link org.lianban.security.PersonalDataCipher} does. */
    public record Addressee(String caseNo, String name, @Nullable String phone, @Nullable String phoneIndex) {
        @Override
        public String toString() {
            return "Addressee[" + caseNo + "]";
        }
    }

    private record Row(String caseNo, List<String> nos, @Nullable String events) {}

    /** A resubmission may name another addressee; the last one counts. */
    public Mono<Void> keepAddressees(Connection tx, List<Addressee> addressees) {
        return addressees.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into addressee (case_no, name, phone, phone_index)
                                select case_no, name, nullif(phone, ''), nullif(phone_index, '')
                                from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r (case_no, name, phone, phone_index)
                                on conflict (case_no) do update set name = excluded.name, phone = excluded.phone,
                                    phone_index = excluded.phone_index
                                """,
                        Columns.texts(addressees, Addressee::caseNo), Columns.texts(addressees, Addressee::name),
                        Columns.texts(addressees, Addressee::phone), Columns.texts(addressees, Addressee::phoneIndex))
                        .then();
    }

    /**
     * @param issuing cases whose numbers are needed
     * @param all cases whose waiting events are needed
     */
    public Mono<Known> known(Connection tx, Collection<String> issuing, Collection<String> all) {
        return Database.query(tx, """
                select case_no, 0::bigint as version, nos, null::text as events from notice_sheet
                where case_no = any($1) and cardinality(nos) > 0
                union all
                select case_no, version, '{}'::text[], events from notice_waiting where case_no = any($2)
                order by 1, 2
                """, Columns.into(Row.class), Columns.texts(issuing), Columns.texts(all))
                .map(this::known);
    }

    private Known known(List<Row> rows) {
        var numbers = new TreeMap<String, List<String>>();
        var waiting = new TreeMap<String, List<CaseEvent>>();
        for (Row row : rows) {
            var events = row.events();
            if (events == null) {
                numbers.computeIfAbsent(row.caseNo(), no -> new ArrayList<>()).addAll(row.nos());
            } else {
                waiting.computeIfAbsent(row.caseNo(), no -> new ArrayList<>()).addAll(text.readEvents(events));
            }
        }
        return new Known(numbers, waiting);
    }

    /** A sheet without notices is written only where somebody is there to be told; so is its message. */
    public Mono<Void> write(Connection tx, List<Sheet> sheets, Instant now) {
        return sheets.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into notice_sheet (case_no, version, issued_at, nos, body, sms, sms_state, sms_due, sms_since)
                                select r.case_no, r.version, $6, string_to_array(r.nos, ','), nullif(r.body, ''), m.sms,
                                    case when m.sms is not null then case when r.due is null then 'RECORDED' else 'WAITING' end end,
                                    case when m.sms is not null then r.due end, case when m.sms is not null then r.due end
                                from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $7::timestamptz[])
                                        as r (case_no, version, nos, body, sms, due)
                                    left join addressee a on a.case_no = r.case_no and a.phone is not null
                                        and not exists (select from sms_opt_out o where o.phone_index = a.phone_index)
                                    cross join lateral (select case when a.case_no is not null then nullif(r.sms, '') end as sms) m
                                where r.body <> '' or m.sms is not null
                                on conflict (case_no, version) do nothing
                                """,
                        Columns.texts(sheets, Sheet::caseNo), Columns.bigints(sheets, Sheet::version),
                        Columns.texts(sheets, s -> String.join(",", s.notices().stream().map(Notice::no).toList())),
                        Columns.texts(sheets, s -> s.notices().isEmpty() ? "" : text.write(s.notices(), s.templates())),
                        Columns.texts(sheets, Sheet::message), Columns.utc(now), Columns.instants(sheets, Sheet::due))
                        .then();
    }

    /** 送达任务 of the refusals among what was written. */
    public Mono<Void> assign(Connection tx, List<Sheet> sheets, Instant now) {
        var tasks = sheets.stream().flatMap(s -> s.notices().stream()).filter(n -> n.content().handedOver()).toList();
        return tasks.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into notice_task (no, case_no, issued_at)
                                select no, case_no, $3 from unnest($1::text[], $2::text[]) as r (no, case_no) on conflict do nothing
                                """,
                        Columns.texts(tasks, Notice::no), Columns.texts(tasks, n -> n.head().caseNo()),
                        Columns.utc(now)).then();
    }

    /** Done with, by delivery or voiding. */
    public Mono<Void> relieve(Connection tx, String no) {
        return Database.update(tx, "delete from notice_task where no = $1", no).then();
    }

    public Mono<Void> keepWaiting(Connection tx, List<Waiting> waiting) {
        return waiting.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into notice_waiting (case_no, version, events)
                        select * from unnest($1::text[], $2::bigint[], $3::text[]) on conflict do nothing
                        """, Columns.texts(waiting, Waiting::caseNo),
                        Columns.bigints(waiting, Waiting::version),
                        Columns.texts(waiting, w -> text.events(w.events()))).then();
    }

    public Mono<Void> forgetWaiting(Connection tx, Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? Mono.empty()
                : Database.update(tx, "delete from notice_waiting where case_no = any($1)",
                        (Object) Columns.texts(caseNos)).then();
    }
}
