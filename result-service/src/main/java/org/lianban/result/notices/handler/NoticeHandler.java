package org.lianban.result.notices.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.lianban.command.Actor;
import org.lianban.http.Problem;
import org.lianban.security.PersonalDataCipher;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.Registry;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries.Issued;
import org.lianban.result.notices.query.NoticeQueries.Mark;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.notices.store.NoticeRepository;
import reactor.core.publisher.Mono;

/** 文书台: reading, delivering, acknowledging and voiding notices. */
public final class NoticeHandler {
    private final Database database;
    private final NoticeQueries queries;
    private final NoticeRepository store;
    private final CaseQueries cases;
    private final Ink ink;

    /** What notices are written with. */
    public record Ink(Registry registry, Law law, PersonalDataCipher cipher, InstantSource clock) {}

    public NoticeHandler(Database database, NoticeQueries queries, NoticeRepository store, CaseQueries cases, Ink ink) {
        this.database = database;
        this.queries = queries;
        this.store = store;
        this.cases = cases;
        this.ink = ink;
    }

    public Mono<List<Issued>> of(String caseNo) {
        return database.withConnection(connection -> queries.of(connection, caseNo));
    }

    /** @return an error 404 where there is no such notice */
    public Mono<Issued> one(String caseNo, String no) {
        return database.withConnection(connection -> one(connection, caseNo, no));
    }

    private Mono<Issued> one(Connection connection, String caseNo, String no) {
        return queries.of(connection, caseNo).flatMap(all -> Mono.justOrEmpty(
                all.stream().filter(n -> n.notice().no().equals(no)).findFirst()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此文书：" + no)));
    }

    /** Refusals of a region that the certificate window has yet to deliver. */
    public Mono<List<NoticeQueries.Task>> tasks(String region, String after, int limit) {
        return database.withConnection(connection -> queries.tasks(connection, region, after, limit));
    }

    /** Full name of the addressee; empty where none was named. Whoever asks logs the access first. */
    public Mono<String> addressee(String caseNo) {
        return database.withConnection(connection -> queries.addressee(connection, caseNo))
                .map(addressee -> ink.cipher().open(addressee.name()));
    }

    /** 送达. Repeating the same delivery is answered as the first time; another one is refused. */
    public Mono<Issued> deliver(String caseNo, Mark mark) {
        return database.inTransaction(tx -> one(tx, caseNo, mark.no()).flatMap(known -> {
            if (known.voidedBy() != null) {
                return Mono.error(Problem.conflict("VOIDED", "文书已作废，不能送达：见" + known.voidedBy()));
            }
            return queries.deliver(tx, caseNo, mark).then(store.relieve(tx, mark.no()))
                    .then(Mono.defer(() -> one(tx, caseNo, mark.no())))
                    .flatMap(after -> same(after.mark(), mark)
                            ? Mono.just(after)
                            : Mono.error(Problem.conflict("ALREADY_DELIVERED", "文书已经送达，送达凭证不能更改")));
        }));
    }

    private static boolean same(@org.jspecify.annotations.Nullable Mark kept, Mark wanted) {
        return kept != null && wanted.no().equals(kept.no()) && String.valueOf(wanted.way()).equals(kept.way())
                && String.valueOf(wanted.proof()).equals(kept.proof());
    }

    /** 确认收到; the first stands. */
    public Mono<Issued> acknowledge(String caseNo, String no, Actor by) {
        return database.inTransaction(tx -> one(tx, caseNo, no).flatMap(known -> known.voidedBy() != null
                ? Mono.error(Problem.conflict("VOIDED", "文书已作废，见" + known.voidedBy()))
                : queries.acknowledge(tx, caseNo, no, by.text(), ink.clock().instant()).then(one(tx, caseNo, no))));
    }

    /** 作废: issues the notice that says so, which is the answer; a second time answers the first one's. */
    public Mono<Issued> revoke(String caseNo, String no, String reason) {
        return cases.one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .flatMap(stored -> database.inTransaction(tx -> queries.lockCase(tx, caseNo)
                        .then(queries.of(tx, caseNo)).flatMap(all -> revoke(tx, stored, all, no, reason))));
    }

    private Mono<Issued> revoke(Connection tx, StoredCase stored, List<Issued> all, String no, String reason) {
        var caseNo = stored.bundle().caseNo();
        var found = all.stream().filter(n -> n.notice().no().equals(no)).findFirst();
        var terms = ink.law().terms(stored.bundle());
        if (found.isEmpty()) {
            return Mono.error(Problem.notFound("没有此文书：" + no));
        }
        if (found.get().voidedBy() != null) {
            return one(tx, caseNo, found.get().voidedBy());
        }
        if (found.get().notice().kind() == Kind.VOIDING) {
            return Mono.error(Problem.conflict("NOT_VOIDABLE", "作废告知书不能再作废"));
        }
        if (terms.isEmpty()) {
            return Mono.error(Problem.unavailable("办件所依据的目录版本尚未到达，请稍后重试"));
        }
        var now = ink.clock().instant();
        var notice = ink.registry().voiding(stored.bundle(), terms.get(), found.get().notice(), reason, now,
                all.stream().map(n -> n.notice().no()).toList());
        return queries.versionBelow(tx, caseNo)
                .flatMap(version -> store.write(tx, List.of(sheet(caseNo, version, notice)), now))
                .then(store.relieve(tx, no))
                .then(one(tx, caseNo, notice.no()));
    }

    private static NoticeRepository.Sheet sheet(String caseNo, long version, Notice notice) {
        return new NoticeRepository.Sheet(caseNo, version, List.of(notice), Papers.TEMPLATES, null, null);
    }

    /** 短信退订 of the case's addressee, for all his cases. @return an error 404 where the case has no number */
    public Mono<Void> optOut(String caseNo, boolean out) {
        return database.inTransaction(tx -> queries.addressee(tx, caseNo)
                .flatMap(addressee -> Mono.justOrEmpty(addressee.phone()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("本件没有登记手机号码")))
                .flatMap(phone -> queries
                        .optOut(tx, ink.cipher().indexes(ink.cipher().open(phone)), out, ink.clock().instant())
                        .thenReturn(true)))
                .then();
    }

    public Instant now() {
        return ink.clock().instant();
    }
}
