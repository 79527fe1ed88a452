package org.lianban.intake.parties.handler;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.PartyForm;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 授权同意: given to a current text, revoked at any time; what was kept under it goes with it. */
public record ConsentHandler(Database database, PartyRecords records, Commands commands,
        List<Consent.ConsentText> texts) {
    private static final int MAX_USES = 500;

    /**
     * A consent as it is shown, without who gave it.
     *
     * @param number 授权同意编号
     * @param uses 使用记录
     */
    public record ConsentShown(String number, String region, List<Consent.Purpose> purposes, List<String> sources,
            String textId, int textVersion, Instant givenAt, @Nullable Instant until, @Nullable Instant revokedAt,
            @JsonIgnoreProperties( {
                    "region", "party", "consent"}) @Nullable List<Consent.DataUse> uses){
        static ConsentShown of(Consent c, @Nullable List<Consent.DataUse> uses) {
            return new ConsentShown(c.id(), c.region(), c.purposes().stream().sorted().toList(), c.sources(),
                    c.textId(), c.textVersion(), c.givenAt(), c.until(), c.revokedAt(), uses);
        }
    }

    public Mono<Outcome<ConsentShown>> give(Keyed<Consent.ConsentTerms> keyed, Actor actor) {
        Consent.ConsentTerms terms = keyed.command();
        return commands.run("GiveConsent", keyed, ConsentShown.class, (tx, now) -> {
            List<Fault> faults = terms.faults(Consent.ConsentText.current(texts, terms.textId()).orElse(null), now);
            return faults.isEmpty()
                    ? commands.number(tx, Series.CONSENT, terms.region(), now).flatMap(number -> {
                        Consent consent = new Consent(number, terms.region(), records.index().of(terms.party().party()),
                                terms.purposes(), terms.sources(), terms.textId(), terms.textVersion(), now,
                                actor.text(), terms.until(), null, null);
                        return records.consents().insert(tx, consent)
                                .thenReturn(Outcome.done(201, ConsentShown.of(consent, null)));
                    })
                    : Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
        });
    }

    /** By whom it was given, and nobody else; twice is as once. */
    public Mono<Outcome<ConsentShown>> revoke(Keyed<PartyForm> keyed, String id, Actor actor) {
        PartyForm party = keyed.command();
        return commands.run("RevokeConsent", keyed, ConsentShown.class, (tx, now) -> {
            List<Fault> faults = party.faults("/party", Days.in(now));
            return faults.isEmpty()
                    ? records.consents().find(tx, List.of(id)).flatMap(found -> given(found, party)
                            ? revoked(tx, id, actor, now)
                            : Mono.just(Outcome.refused(Refusal.notFound("没有当事人的此编号授权同意"))))
                    : Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
        });
    }

    private Mono<Outcome<ConsentShown>> revoked(Connection tx, String id, Actor actor, Instant now) {
        return records.consents().revoke(tx, id, now, actor.text())
                .then(Mono.defer(() -> records.profiles().forget(tx, id)))
                .then(Mono.defer(() -> records.consents().find(tx, List.of(id))))
                .map(after -> Outcome.done(ConsentShown.of(after.getFirst(), null)));
    }

    private boolean given(List<Consent> found, PartyForm party) {
        return !found.isEmpty() && records.index().any(party.party()).contains(found.getFirst().party());
    }

    /** With its uses, the first first, at most 500; empty for somebody else. */
    public Mono<Optional<ConsentShown>> uses(String id, PartyForm party) {
        return database.withConnection(c -> records.consents().find(c, List.of(id)).flatMap(found -> given(found, party)
                ? records.consents().uses(c, id, MAX_USES).map(uses -> Optional.of(
                        ConsentShown.of(found.getFirst(), uses)))
                : Mono.just(Optional.<ConsentShown>empty())));
    }
}
