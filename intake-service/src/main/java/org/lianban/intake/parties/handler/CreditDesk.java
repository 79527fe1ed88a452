package org.lianban.intake.parties.handler;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.Party;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.Consequences;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.parties.Credit;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.store.PartyStore;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 信用: excludes from commitments, and repairs (国办发〔2020〕42号: 信用修复前不适用告知承诺制). */
public final class CreditDesk {
    /** A record for the credit platform. @param subject who it is about */
    public record Told(long id, Party subject, @Nullable String caseNo, @Nullable String material,
            Credit.Kind kind, @Nullable String detail, Instant at) {}

    /** @param number to repair it by */
    public record Shown(String number, Exclusion.Kind kind, @Nullable String caseNo, String detail,
            Instant excludedAt, @Nullable Instant repairedAt, @Nullable String repairDetail) {
        static Shown of(Exclusion e) {
            return new Shown(String.valueOf(e.id()), e.kind(), e.caseNo(), e.detail(), e.excludedAt(), e.repairedAt(),
                    e.repairDetail());
        }
    }

    private final Database database;
    private final PartyStore parties;
    private final Consequences.Settings settings;
    private final Counter counter;

    public CreditDesk(Database database, PartyStore parties, Consequences.Settings settings, Counter counter) {
        this.database = database;
        this.parties = parties;
        this.settings = settings;
        this.counter = counter;
    }

    public Mono<Answer> exclude(Counter.Keyed keyed, Party party, Exclusion.Kind kind, @Nullable String caseNo,
            String detail, Actor actor) {
        return counter.run(keyed, (tx, now) -> {
            String index = settings.index().of(party);
            Exclusion wanted = new Exclusion(0, index, kind, caseNo, detail, now, actor.text(), null, null, null);
            Credit credit = new Credit(0, index, Consequences.sealed(settings, party), caseNo, null, switch (kind) {
                case FALSE_COMMITMENT -> Credit.Kind.FALSE;
                case BREACHED_COMMITMENT -> Credit.Kind.BREACHED;
            }, detail, now);
            return parties.exclude(tx, wanted).flatMap(made -> made.isEmpty()
                    ? Mono.just(Counter.Result.refused(Rejection.Kind.WRONG_STATE, "当事人因同一事由已在限制中"))
                    : parties.tell(tx, List.of(credit))
                            .thenReturn(new Counter.Result.Done(201, Shown.of(made.getFirst()))));
        });
    }

    public Mono<Answer> repair(Counter.Keyed keyed, long id, String detail, Actor actor) {
        return counter.run(keyed, (tx, now) -> parties.repair(tx, id, now, actor.text(), detail)
                .map(repaired -> repaired.isEmpty()
                        ? Counter.Result.refused(Rejection.Kind.UNKNOWN, "没有此限制，或者已经修复")
                        : new Counter.Result.Done(200, Shown.of(repaired.getFirst()))));
    }

    public Mono<List<Shown>> standing(Party party) {
        return database.withConnection(c -> parties.standing(c, settings.index().any(party)))
                .map(found -> found.stream().map(Shown::of).toList());
    }

    public Mono<List<Told>> after(long id, int limit) {
        return database.withConnection(c -> parties.after(c, id, limit)).map(found -> found.stream()
                .map(r -> new Told(r.id(),
                        settings.json().readValue(settings.cipher().open(r.subject()), Party.class), r.caseNo(),
                        r.material(), r.kind(), r.detail(), r.at()))
                .toList());
    }
}
