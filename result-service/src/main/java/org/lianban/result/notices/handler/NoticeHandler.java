package org.lianban.result.notices.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.NoticeWriter;
import org.lianban.result.notices.delivery.Proofs;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.notices.query.NoticeQueries.Issued;
import org.lianban.result.notices.store.NoticeRepository;
import reactor.core.publisher.Mono;

/** 文书: reading, delivering, acknowledging and voiding notices. */
public record NoticeHandler(Database database, NoticeQueries queries, NoticeRepository repository, CaseQueries cases,
        NoticeWriter writer, Law law, InstantSource clock) {
    public Mono<List<Issued>> of(String caseNo) {
        return database.withConnection(connection -> queries.of(connection, caseNo));
    }

    /** Empty where there is no such notice. */
    public Mono<Issued> one(String caseNo, String no) {
        return database.withConnection(connection -> one(connection, caseNo, no));
    }

    private Mono<Issued> one(Connection connection, String caseNo, String no) {
        return queries.of(connection, caseNo).flatMap(all -> Mono.justOrEmpty(
                all.stream().filter(n -> n.notice().no().equals(no)).findFirst()));
    }

    private static <T> Mono<Outcome<T>> refused(Refusal refusal) {
        return Mono.just(Outcome.refused(refusal));
    }

    private static Mono<Outcome<Issued>> unknown(String no) {
        return refused(Refusal.notFound("没有此文书：" + no));
    }

    /** Refusals of a region that the certificate window has yet to deliver. */
    public Mono<List<NoticeQueries.Task>> tasks(String region, String after, int limit) {
        return database.withConnection(connection -> queries.tasks(connection, region, after, limit));
    }

    /**
     * 送达. Repeating the same delivery is answered as the first time; another one is refused.
     *
     * @param receiver full name; only its masked form is kept
     * @param at null: now
     */
    public Mono<Outcome<Issued>> deliver(String caseNo, String no, Way way, String receiver, String proof,
            @Nullable Instant at, Actor by) {
        var now = clock.instant();
        var faults = new ArrayList<>(Proofs.faults(way, receiver, proof));
        if (at != null && at.isAfter(now)) {
            faults.add(new Fault("/at", "IN_FUTURE", "送达时间不能晚于现在"));
        }
        if (!faults.isEmpty()) {
            return refused(Refusal.unacceptable(faults));
        }
        var mark = new NoticeQueries.Mark(no, way.name(), Proofs.masked(receiver), proof, at == null ? now : at,
                by.text(), null, null);
        return database.inTransaction(tx -> one(tx, caseNo, no).flatMap(known -> {
            if (known.voidedBy() != null) {
                return NoticeHandler.<Issued>refused(Refusal.conflict("VOIDED", "文书已作废，不能送达：见" + known.voidedBy()));
            }
            return queries.deliver(tx, caseNo, mark).then(repository.relieve(tx, no))
                    .then(Mono.defer(() -> one(tx, caseNo, no))).map(after -> same(after.mark(), mark)
                            ? Outcome.done(after)
                            : Outcome.<Issued>refused(Refusal.conflict("ALREADY_DELIVERED", "文书已经送达，送达凭证不能更改")));
        }).switchIfEmpty(unknown(no)));
    }

    private static boolean same(NoticeQueries.@Nullable Mark kept, NoticeQueries.Mark wanted) {
        return kept != null && Objects.equals(kept.way(), wanted.way()) && Objects.equals(kept.proof(), wanted.proof());
    }

    /** 确认收到; the first stands. */
    public Mono<Outcome<Issued>> acknowledge(String caseNo, String no, Actor by) {
        return database.inTransaction(tx -> one(tx, caseNo, no).flatMap(known -> {
            if (known.voidedBy() != null) {
                return NoticeHandler.<Issued>refused(Refusal.conflict("VOIDED", "文书已作废，见" + known.voidedBy()));
            }
            return queries.acknowledge(tx, caseNo, no, by.text(), clock.instant()).then(one(tx, caseNo, no))
                    .map(after -> Outcome.done(after));
        }).switchIfEmpty(unknown(no)));
    }

    /** 作废: issues the notice that says so, which is the answer; a second time answers the first one's. */
    public Mono<Outcome<Issued>> revoke(String caseNo, String no, String reason) {
        return cases.one(caseNo)
                .flatMap(stored -> database.inTransaction(tx -> queries.lockCase(tx, caseNo)
                        .then(queries.of(tx, caseNo)).flatMap(all -> revoke(tx, stored.bundle(), all, no, reason))))
                .switchIfEmpty(refused(Refusal.notFound("没有此办件：" + caseNo)));
    }

    private Mono<Outcome<Issued>> revoke(Connection tx, Bundle bundle, List<Issued> all, String no, String reason) {
        var found = all.stream().filter(n -> n.notice().no().equals(no)).findFirst().orElse(null);
        if (found == null) {
            return unknown(no);
        }
        var caseNo = bundle.caseNo();
        var voidedBy = found.voidedBy();
        if (voidedBy != null) {
            return one(tx, caseNo, voidedBy).map(Outcome::done);
        }
        if (found.notice().kind() == Kind.VOIDING) {
            return refused(Refusal.conflict("NOT_VOIDABLE", "作废告知书不能再作废"));
        }
        var terms = law.terms(bundle).orElse(null);
        if (terms == null) {
            return refused(Refusal.unavailable("办件所依据的目录版本尚未到达，请稍后重试"));
        }
        var now = clock.instant();
        var notice = writer.voiding(bundle, terms, found.notice(), reason, now,
                all.stream().map(n -> n.notice().no()).toList());
        return queries.versionBelow(tx, caseNo)
                .flatMap(version -> repository.write(tx, List.of(new NoticeRepository.Sheet(caseNo, version,
                        List.of(notice), Papers.TEMPLATES, null, null)), now))
                .then(repository.relieve(tx, no)).then(one(tx, caseNo, notice.no())).map(Outcome::done);
    }
}
