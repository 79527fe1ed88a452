package org.lianban.intake.parties.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.Party;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Exclusion.Credit;
import org.lianban.intake.parties.PartyForm;
import org.lianban.intake.parties.store.CreditRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 信用: excludes from commitments, and repairs (国办发〔2020〕42号: 信用修复前不适用告知承诺制). */
public record CreditHandler(Database database, CreditRepository credits, Commands commands, InstantSource clock) {
    /** @param number to repair it by */
    public record ExclusionShown(String number, Exclusion.Kind kind, @Nullable String caseNo, String detail,
            Instant excludedAt, @Nullable Instant repairedAt, @Nullable String repairDetail) {
        static ExclusionShown of(Exclusion e) {
            return new ExclusionShown(String.valueOf(e.id()), e.kind(), e.caseNo(), e.detail(), e.excludedAt(),
                    e.repairedAt(), e.repairDetail());
        }
    }

    public Mono<Outcome<ExclusionShown>> exclude(Keyed<Exclusion.ExclusionTerms> keyed, Actor actor) {
        Exclusion.ExclusionTerms terms = keyed.command();
        return commands.run("Exclude", keyed, ExclusionShown.class, (tx, now) -> {
            List<Fault> faults = terms.faults(Days.in(now));
            if (!faults.isEmpty()) {
                return Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
            }
            Party party = terms.party().party();
            Exclusion wanted = new Exclusion(0, terms.kind(), terms.caseNo(), terms.detail(), now, actor.text(), null,
                    null, null);
            Credit credit = new Credit(0, party, terms.caseNo(), null, switch (terms.kind()) {
                case FALSE_COMMITMENT -> Credit.Kind.FALSE;
                case BREACHED_COMMITMENT -> Credit.Kind.BREACHED;
            }, terms.detail(), now);
            return credits.exclude(tx, party, wanted).flatMap(made -> made.isEmpty()
                    ? Mono.just(Outcome.refused(Refusal.of(Conflict.WRONG_STATE, "当事人因同一事由已在限制中")))
                    : credits.tell(tx, List.of(credit))
                            .thenReturn(Outcome.done(201, ExclusionShown.of(made.getFirst()))));
        });
    }

    public Mono<Outcome<ExclusionShown>> repair(Keyed<?> keyed, long id, String detail, Actor actor) {
        return commands.run("Repair", keyed, ExclusionShown.class,
                (tx, now) -> credits.repair(tx, id, now, actor.text(), detail)
                        .map(repaired -> repaired.isEmpty()
                                ? Outcome.refused(Refusal.notFound("没有此限制，或者已经修复"))
                                : Outcome.done(ExclusionShown.of(repaired.getFirst()))));
    }

    /** Or what is wrong with how the party is named. */
    public Mono<Decision<ExclusionShown>> standing(PartyForm party) {
        List<Fault> faults = party.faults("/party", Days.in(clock.instant()));
        return faults.isEmpty()
                ? database.withConnection(c -> credits.standing(c, party.party()))
                        .map(found -> new Decision.Accepted<>(found.stream().map(ExclusionShown::of).toList()))
                : Mono.just(Decision.refused(Refusal.unacceptable(faults)));
    }

    /** 履约信息 by id, ascending, for who reads them all. */
    public Mono<List<Credit>> after(long id, int limit) {
        return database.withConnection(c -> credits.after(c, id, limit));
    }
}
