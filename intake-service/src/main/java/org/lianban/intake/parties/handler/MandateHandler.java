package org.lianban.intake.parties.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.intake.parties.Mandate;
import org.lianban.intake.parties.MandateRights;
import org.lianban.intake.parties.store.MandateRepository;
import org.lianban.intake.windows.WindowRights;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 委托登记: records and revokes mandates, and says whether an agent may act. */
public record MandateHandler(Database database, MandateRepository mandates, MaterialRepository materials,
        Commands commands, WindowRights windows, MandateRights.Mode mode) {
    public Mono<Outcome<Mandate>> record(Keyed<Mandate.MandateTerms> keyed, Actor actor) {
        Mandate.MandateTerms terms = keyed.command();
        boolean clerk = actor.role() == Actor.Role.WINDOW_CLERK;
        return commands.run("RecordMandate", keyed, Mandate.class, (tx, now) -> {
            List<Fault> faults = terms.faults(Days.in(now), clerk);
            List<Fault> mayNot = clerk ? windows.check(actor, Operation.ENTER, null, terms.region()) : List.of();
            if (!faults.isEmpty() || !mayNot.isEmpty()) {
                return Mono.just(Outcome.refused(
                        faults.isEmpty() ? Refusal.forbidden(mayNot) : Refusal.unacceptable(faults)));
            }
            return uploaded(tx, terms.proof()).flatMap(there -> there
                    ? insert(tx, terms, actor, now)
                    : Mono.just(Outcome.refused(Refusal.unacceptable(
                            new Fault("/proof", "NOT_UPLOADED", "没有此摘要的文件，请先上传委托书")))));
        });
    }

    private Mono<Boolean> uploaded(Connection tx, @Nullable String proof) {
        return proof == null
                ? Mono.just(true)
                : materials.find(tx, List.of(proof)).map(found -> found.containsKey(proof));
    }

    private Mono<Outcome<Mandate>> insert(Connection tx, Mandate.MandateTerms terms, Actor actor, Instant now) {
        return commands.number(tx, Series.MANDATE, terms.region(), now).flatMap(number -> {
            Mandate mandate = new Mandate(number, terms.region(), terms.principal().party(), terms.agent().party(),
                    terms.account(), terms.oneThings(), terms.from(), terms.until(),
                    new Mandate.Proof(terms.proof(), actor.text(), actor.window(), now), null);
            return mandates.insert(tx, mandate).thenReturn(Outcome.done(201, mandate.masked()));
        });
    }

    public Mono<Outcome<Mandate>> revoke(Keyed<?> keyed, String number, @Nullable String reason, Actor actor) {
        return commands.run("RevokeMandate", keyed, Mandate.class,
                (tx, now) -> mandates.lock(tx, number).flatMap(found -> {
                    if (found.isEmpty()) {
                        return Mono.just(Outcome.refused(Refusal.notFound("没有此编号的委托")));
                    }
                    Mandate mandate = found.get();
                    Mandate.Revocation before = mandate.revocation();
                    if (before != null) {
                        return Mono.just(Outcome.refused(
                                Refusal.of(Conflict.WRONG_STATE, "委托已于 " + Days.in(before.at()) + " 撤销")));
                    }
                    Mandate revoked = mandate.revoked(now, actor.text(), reason);
                    return mandates.revoke(tx, revoked).thenReturn(Outcome.done(revoked.masked()));
                }));
    }

    public Mono<Optional<Mandate>> find(String number) {
        return database.withConnection(c -> mandates.find(c, number)).map(found -> found.map(Mandate::masked));
    }

    /** Newest first, at most 500. */
    public Mono<List<Mandate>> of(String region, Party person, boolean asAgent) {
        return database.withConnection(c -> asAgent
                ? mandates.ofAgent(c, region, person)
                : mandates.ofPrincipal(c, region, person))
                .map(found -> found.stream().map(Mandate::masked).toList());
    }

    /** Those of a principal, for who has to know whether an agent may act; null where agents are taken at their word. */
    public Mono<Optional<List<Mandate>>> ofPrincipal(String region, Party principal) {
        return mode == MandateRights.Mode.TRUSTED
                ? Mono.just(Optional.empty())
                : database.withConnection(c -> mandates.ofPrincipal(c, region, principal)).map(Optional::of);
    }
}
