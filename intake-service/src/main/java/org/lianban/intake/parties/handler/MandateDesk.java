package org.lianban.intake.parties.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.application.handler.Stores;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.parties.Mandate;
import org.lianban.intake.parties.Mandate.Proof;
import org.lianban.intake.parties.MandateRights;
import org.lianban.intake.parties.store.MandateStore;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 委托登记: records and revokes mandates, and says whether an agent may act. */
public final class MandateDesk {

    /** @param proof digest of the uploaded 委托书; null: the clerk saw it on paper */
    public record Terms(String region, Party principal, Party agent, @Nullable String account,
            List<String> oneThings, LocalDate from, LocalDate until, @Nullable String proof) {}

    private final Database database;
    private final Stores stores;
    private final MandateStore mandates;
    private final Counter counter;
    private final InstantSource clock;
    private final MandateRights.Mode mode;

    public MandateDesk(Database database, Stores stores, MandateStore mandates, Counter counter, InstantSource clock,
            MandateRights.Mode mode) {
        this.database = database;
        this.stores = stores;
        this.mandates = mandates;
        this.counter = counter;
        this.clock = clock;
        this.mode = mode;
    }

    public Mono<Answer> record(Counter.Keyed keyed, Terms terms, Actor actor) {
        return counter.run(keyed, (tx, now) -> {
            List<Fault> faults = MandateRights.terms(terms.from(), terms.until(), Deadlines.dayOf(now));
            return faults.isEmpty()
                    ? proven(tx, terms).flatMap(wrong -> wrong.isEmpty()
                            ? insert(tx, terms, actor, now)
                            : Mono.just(new Counter.Result.Faulty(wrong)))
                    : Mono.just(new Counter.Result.Faulty(faults));
        });
    }

    private Mono<List<Fault>> proven(Connection tx, Terms terms) {
        String proof = terms.proof();
        return proof == null
                ? Mono.just(List.of())
                : stores.materials().find(tx, List.of(proof)).map(found -> found.containsKey(proof)
                        ? List.of()
                        : List.of(new Fault("/proof", "NOT_UPLOADED", "没有此摘要的文件，请先上传委托书")));
    }

    private Mono<Counter.Result> insert(Connection tx, Terms terms, Actor actor, Instant now) {
        return counter.number(tx, Series.MANDATE, terms.region(), now).flatMap(number -> {
            Mandate mandate = new Mandate(number, terms.region(), terms.principal(), terms.agent(), terms.account(),
                    terms.oneThings(), terms.from(), terms.until(),
                    new Proof(terms.proof(), actor.text(), actor.window(), now), null);
            return mandates.insert(tx, mandate).thenReturn(new Counter.Result.Done(201, Shown.of(mandate)));
        });
    }

    public Mono<Answer> revoke(Counter.Keyed keyed, String number, @Nullable String reason, Actor actor) {
        return counter.run(keyed, (tx, now) -> mandates.lock(tx, number).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.just(Counter.Result.refused(Rejection.Kind.UNKNOWN, "没有此编号的委托"));
            }
            Mandate mandate = found.get();
            if (mandate.revocation() != null) {
                return Mono.just(Counter.Result.refused(Rejection.Kind.WRONG_STATE, "委托已于 "
                        + Deadlines.dayOf(mandate.revocation().at()) + " 撤销"));
            }
            Mandate revoked = mandate.revoked(now, actor.text(), reason);
            return mandates.revoke(tx, revoked).thenReturn(new Counter.Result.Done(200, Shown.of(revoked)));
        }));
    }

    public Mono<Optional<Mandate>> find(String number) {
        return database.withConnection(c -> mandates.find(c, number));
    }

    /** Newest first, at most 500. */
    public Mono<List<Mandate>> of(String region, Party person, boolean asAgent) {
        return database.withConnection(c -> asAgent
                ? mandates.ofAgent(c, region, person)
                : mandates.ofPrincipal(c, region, person));
    }

    /** Whether the agent named in an application may stand there. */
    public Mono<List<Fault>> check(Actor actor, String region, String oneThing, Party principal, Party agent) {
        return mode == MandateRights.Mode.TRUSTED
                ? Mono.just(List.of())
                : database.withConnection(c -> mandates.ofPrincipal(c, region, principal)).map(known -> MandateRights
                        .check(known, actor, agent, oneThing, Deadlines.dayOf(clock.instant())));
    }

    /** Whether an agent's account may give commands on a case; empty for a case that does not exist. */
    public Mono<List<Fault>> check(Actor actor, String caseNo) {
        ApplicationStore applications = stores.applications();
        return mode == MandateRights.Mode.TRUSTED
                ? Mono.just(List.of())
                : database.withConnection(c -> applications.find(c, caseNo).flatMap(found -> {
                    if (found.isEmpty()) {
                        return Mono.just(List.<Fault>of());
                    }
                    Filed filed = found.get().state();
                    return mandates.ofPrincipal(c, filed.dossier().region(), filed.dossier().pack().applicant())
                            .map(known -> MandateRights.check(known, actor, filed.dossier().oneThing(),
                                    Deadlines.dayOf(clock.instant())));
                }));
    }

    /** A mandate as it is shown: nobody's number in full. */
    public record Shown(String number, String region, Party principal, Party agent, @Nullable String account,
            List<String> oneThings, LocalDate from, LocalDate until, Proof proof,
            Mandate.@Nullable Revocation revocation) {
        public static Shown of(Mandate m) {
            return new Shown(m.number(), m.region(), m.principal().masked(), m.agent().masked(), m.account(),
                    m.oneThings(), m.from(), m.until(), m.proof(), m.revocation());
        }
    }
}
