package org.lianban.intake.custody.store;

import static org.lianban.persistence.Columns.bool;
import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.list;
import static org.lianban.persistence.Columns.orNull;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.textOrNull;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.custody.Act;
import org.lianban.intake.custody.Custody;
import org.lianban.persistence.Database;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 原件、一致性确认、打印留存: rows that are written once. Whoever writes holds the lock of the application. */
public record CustodyRepository(JsonMapper json, PersonalDataCipher cipher) {
    /** Of one kind, of one case. */
    public static final int MAX_ROWS = 500;

    private record ActRow(String caseNo, Act act) {}

    /** What is kept of cases beside their applications, oldest first; cases without any are left out. */
    public record Rows(Map<String, List<Act>> acts, Map<String, List<Custody.Attestation>> attested) {
        public List<Act> acts(String caseNo) {
            return acts.getOrDefault(caseNo, List.of());
        }

        public List<Custody.Attestation> attestations(String caseNo) {
            return attested.getOrDefault(caseNo, List.of());
        }

        public Custody custody(Filed state) {
            String caseNo = state.dossier().caseNo();
            return Custody.of(state, acts(caseNo), attestations(caseNo));
        }
    }

    public Mono<Rows> rows(Connection connection, Collection<String> caseNos) {
        return acts(connection, caseNos)
                .flatMap(acts -> attestations(connection, caseNos).map(attested -> new Rows(acts, attested)));
    }

    private Mono<Map<String, List<Act>>> acts(Connection connection, Collection<String> caseNos) {
        return Database.query(connection,
                "select case_no, act from custody_act where case_no = any($1) order by case_no, ordinal",
                row -> new ActRow(text(row, "case_no"), json.readValue(cipher.open(text(row, "act")), Act.class)),
                (Object) texts(caseNos)).map(
                        rows -> rows.stream().collect(Collectors.groupingBy(ActRow::caseNo,
                                Collectors.mapping(ActRow::act, Collectors.toList()))));
    }

    /** @param ordinal from 1 */
    public Mono<Void> insert(Connection tx, String caseNo, int ordinal, Act act) {
        return Database.update(tx, "insert into custody_act (case_no, ordinal, act) values ($1, $2, $3)", caseNo,
                ordinal, cipher.seal(json.writerFor(Act.class).writeValueAsString(act))).then();
    }

    private Mono<Map<String, List<Custody.Attestation>>> attestations(Connection connection,
            Collection<String> caseNos) {
        return Database.query(connection, """
                select case_no, ordinal, material, digest, sm3, kept, clerk, window_id, at from attestation
                where case_no = any($1) order by case_no, ordinal
                """, CustodyRepository::attestation, (Object) texts(caseNos))
                .map(rows -> rows.stream().collect(Collectors.groupingBy(Custody.Attestation::caseNo)));
    }

    public Mono<Void> insert(Connection tx, Custody.Attestation a) {
        return Database.update(tx, """
                insert into attestation (case_no, ordinal, material, digest, sm3, kept, clerk, window_id, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """, a.caseNo(), a.ordinal(), a.material(), a.digest(), a.sm3(), a.kept(), a.clerk(),
                orNull(a.window()), utc(a.at())).then();
    }

    public Mono<List<Custody.Print>> prints(Connection connection, String caseNo) {
        return Database.query(connection, """
                select ordinal, materials, copies, purpose, actor, at from print_log where case_no = $1 order by ordinal
                """, row -> new Custody.Print(integer(row, "ordinal"),
                list(row, "materials"), integer(row, "copies"), text(row, "purpose"), text(row, "actor"),
                instant(row, "at")), caseNo);
    }

    public Mono<Void> insert(Connection tx, String caseNo, Custody.Print print) {
        return Database.update(tx, """
                insert into print_log (case_no, ordinal, materials, copies, purpose, actor, at)
                values ($1, $2, $3, $4, $5, $6, $7)
                """, caseNo, print.ordinal(), print.materials().toArray(String[]::new), print.copies(),
                print.purpose(), print.by(), utc(print.at())).then();
    }

    /**
     * 待退还: numbers of applications that ended without approval, ascending.
     *
     * @param region first digits of the region code
     */
    public Mono<List<String>> ended(Connection connection, String region, String after, int limit) {
        return Database.query(connection, """
                select case_no from application
                where (state in ('WITHDRAWN', 'LAPSED')
                        or state = 'SETTLED' and outcome in ('DENIED', 'WITHDRAWN', 'TERMINATED', 'NOT_ACCEPTED'))
                    and case_no > $1 and case_no >= $2 and case_no < $3
                order by case_no limit $4
                """, row -> text(row, "case_no"), after, region, region + "~", limit);
    }

    private static Custody.Attestation attestation(Readable row) {
        return new Custody.Attestation(text(row, "case_no"), integer(row, "ordinal"),
                text(row, "material"), text(row, "digest"), text(row, "sm3"), bool(row, "kept"),
                text(row, "clerk"), textOrNull(row, "window_id"), instant(row, "at"));
    }
}
