package org.lianban.intake.application.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.instants;
import static org.lianban.persistence.Columns.integers;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.CaseSettled;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.Stored;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Lifecycle;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Applications, many per statement. */
public record ApplicationRepository(ApplicationCodec codec) {
    /** Loads and locks, in the order of their numbers so that two transactions never wait for each other. */
    public Mono<Map<String, Stored>> lock(Connection tx, Collection<String> caseNos) {
        return read(tx, caseNos, " order by case_no for update");
    }

    /** Loads without locking; numbers that nobody filed under are left out. */
    public Mono<Map<String, Stored>> lookUp(Connection connection, Collection<String> caseNos) {
        return read(connection, caseNos, "");
    }

    private Mono<Map<String, Stored>> read(Connection connection, Collection<String> caseNos, String how) {
        return caseNos.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(connection, "select " + ApplicationCodec.COLUMNS
                        + " from application where case_no = any($1)" + how, codec::read, (Object) texts(caseNos))
                        .map(found -> found.stream()
                                .collect(Collectors.toMap(s -> s.state().dossier().caseNo(), s -> s)));
    }

    public Mono<Optional<Stored>> find(Connection connection, String caseNo) {
        return Database.query(connection, "select " + ApplicationCodec.COLUMNS + " from application where case_no = $1",
                codec::read, caseNo).map(found -> found.stream().findFirst());
    }

    /**
     * Applications by number, ascending.
     *
     * @param region empty: all
     * @param status null: all
     * @param after the last number of the page before, or empty
     */
    public Mono<List<Stored>> list(Connection connection, String region, Application.@Nullable Status status,
            String after, int limit) {
        // The state is one of our constants and stands in the text, so that the planner can see which index serves it.
        String ofState = status == null ? "" : " and state = '" + status.name() + "'";
        return Database.query(connection, "select " + ApplicationCodec.COLUMNS
                + " from application where case_no > $1 and case_no >= $2 and case_no < $3" + ofState
                + " order by case_no limit $4", codec::read, after, region, region + "~", limit);
    }

    /** Counts of those that wait at intake; the others are counted where they are. */
    public Mono<Map<String, Long>> waiting(Connection connection) {
        return Database.query(connection, """
                select state, count(*) as n from application where state in ('SUBMITTED', 'CORRECTION_NOTIFIED')
                group by state
                """, row -> Map.entry(text(row, "state"), bigint(row, "n")))
                .map(rows -> rows.stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey,
                        Map.Entry::getValue)));
    }

    public Mono<Void> insert(Connection tx, List<Stored> filed) {
        return filed.isEmpty()
                ? Mono.empty()
                : Database.update(tx,
                        """
                                insert into application (case_no, state, one_thing, catalog_hash, sequence, handed_in_at, facts, pack)
                                select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::timestamptz[],
                                    $7::text[], $8::text[])
                                """,
                        texts(filed, s -> s.state().dossier().caseNo()), texts(filed, s -> s.state().status().name()),
                        texts(filed, s -> s.state().dossier().oneThing()),
                        texts(filed, s -> s.state().dossier().catalogHash()), integers(filed, s -> (int) s.sequence()),
                        instants(filed, s -> s.state().dossier().handedInAt()),
                        texts(filed, s -> codec.facts(s.state())), texts(filed, s -> codec.pack(s.state().dossier())))
                        .then();
    }

    /**
     * Writes back what was locked before.
     *
     * @throws IllegalStateException when a row is gone
     */
    public Mono<Void> update(Connection tx, List<Stored> changed) {
        return changed.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        update application a set state = v.state, sequence = v.sequence, handed_in_at = v.handed_in_at,
                            facts = v.facts, pack = v.pack
                        from unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[], $5::text[], $6::text[])
                            as v (case_no, state, sequence, handed_in_at, facts, pack)
                        where a.case_no = v.case_no
                        """, texts(changed, s -> s.state().dossier().caseNo()),
                        texts(changed, s -> s.state().status().name()), integers(changed, s -> (int) s.sequence()),
                        instants(changed, s -> s.state().dossier().handedInAt()),
                        texts(changed, s -> codec.facts(s.state())),
                        texts(changed, s -> codec.pack(s.state().dossier())))
                        .map(rows -> {
                            if (rows != changed.size()) {
                                throw new IllegalStateException(
                                        "Expected to update " + changed.size() + " locked rows, but did " + rows);
                            }
                            return rows;
                        }).then();
    }

    /** What was handed in before corrections, so that nothing an applicant said is lost. */
    public Mono<Void> archive(Connection tx, List<Dossier> former) {
        return former.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into former_round (case_no, round, handed_in_at, pack)
                        select * from unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[])
                        """, texts(former, Dossier::caseNo),
                        integers(former, Dossier::round), instants(former, d -> d.handedInAt()),
                        texts(former, codec::pack)).then();
    }

    /** What was there before 当场补正 and 补交, numbered per application; its row is locked. */
    public Mono<Void> amended(Connection tx, List<Application.Amendment> amendments) {
        Map<String, Integer> count = new HashMap<>();
        return amendments.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into amendment (case_no, ordinal, kind, codes, amended_at, actor, former)
                        select v.case_no, v.n + coalesce((select max(a.ordinal) from amendment a
                            where a.case_no = v.case_no), 0), v.kind, v.codes, v.amended_at, v.actor, v.former
                        from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::text[],
                            $7::text[]) as v (case_no, n, kind, codes, amended_at, actor, former)
                        """, texts(amendments, a -> a.former().caseNo()),
                        integers(amendments, a -> count.merge(a.former().caseNo(), 1, Integer::sum)),
                        texts(amendments, a -> a.kind().name()), texts(amendments, a -> String.join(",", a.codes())),
                        instants(amendments, Application.Amendment::at),
                        texts(amendments, Application.Amendment::actor),
                        texts(amendments, a -> codec.pack(a.former()))).then();
    }

    /**
     * Marks cases settled, from the states the transition table allows.
     *
     * @return how many; the others were settled before
     */
    public Mono<Long> settle(Connection tx, List<CaseSettled> settled) {
        return Database.update(tx, """
                update application a set state = $4, outcome = v.outcome, settled_at = v.settled_at
                from (select * from unnest($1::text[], $2::text[], $3::timestamptz[])
                    as u (case_no, outcome, settled_at) order by case_no) v
                where a.case_no = v.case_no and a.state = any($5)
                """, texts(settled, CaseSettled::caseNo),
                texts(settled, s -> s.outcome().name()),
                instants(settled, CaseSettled::settledAt), Application.Status.SETTLED.name(),
                texts(Lifecycle.TABLE.sources(Lifecycle.Trigger.SETTLE), Application.Status::name));
    }
}
