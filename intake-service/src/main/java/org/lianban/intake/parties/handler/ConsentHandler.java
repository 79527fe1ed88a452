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
import org.lianban.intake.commands.Days;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.Consent.ConsentTerms;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.intake.parties.DataUse;
import org.lianban.intake.parties.PartyForm;
import org.lianban.intake.parties.store.ConsentRepository;
import org.lianban.intake.parties.store.PartyIndex;
import org.lianban.intake.parties.store.ProfileRepository;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 授权同意: given to a current text, revoked at any time; what was kept under it goes with it. */
public final class ConsentHandler {
    private static final int MAX_USES = 500;

    /**
     * A consent as it is shown, without who gave it.
     *
     * @param number 授权同意编号
     * @param uses 使用记录
     */
    public record ConsentShown(String number, String region, List<Consent.Purpose> purposes, List<String> sources,
            String textId, int textVersion, Instant givenAt, @Nullable Instant until, @Nullable Instant revokedAt,
            @Nullable List<ConsentUse> uses) {
        static ConsentShown of(Consent c, @Nullable List<ConsentUse> uses) {
            return new ConsentShown(c.id(), c.region(), c.purposes().stream().sorted().toList(), c.sources(),
                    c.textId(),
                    c.textVersion(), c.givenAt(), c.until(), c.revokedAt(), uses);
        }
    }

    /** 使用记录. */
    public record ConsentUse(Instant at, Consent.Purpose purpose, String source, @Nullable String mode, String subject,
            String outcome, @Nullable String digest, @Nullable String legalBasis, String actor) {
        static ConsentUse of(DataUse u) {
            return new ConsentUse(u.at(), u.purpose(), u.source(), u.mode(), u.subject(), u.outcome(), u.digest(),
                    u.legalBasis(), u.actor());
        }
    }

    private final Database database;
    private final ConsentRepository consents;
    private final ProfileRepository profiles;
    private final PartyIndex index;
    private final Commands commands;
    private final List<ConsentText> texts;

    public ConsentHandler(Database database, ConsentRepository consents, ProfileRepository profiles, PartyIndex index,
            Commands commands, List<ConsentText> texts) {
        this.database = database;
        this.consents = consents;
        this.profiles = profiles;
        this.index = index;
        this.commands = commands;
        this.texts = List.copyOf(texts);
    }

    public List<ConsentText> texts() {
        return texts;
    }

    public Mono<Outcome<ConsentShown>> give(Keyed<ConsentTerms> keyed, Actor actor) {
        ConsentTerms terms = keyed.command();
        return commands.run("GiveConsent", keyed, ConsentShown.class, (tx, now) -> {
            List<Fault> faults = terms.faults(ConsentText.current(texts, terms.textId()).orElse(null), now);
            return faults.isEmpty()
                    ? commands.number(tx, Series.CONSENT, terms.region(), now).flatMap(number -> {
                        Consent consent = new Consent(number, terms.region(), index.of(terms.party().party()),
                                terms.purposes(), terms.sources(), terms.textId(), terms.textVersion(), now,
                                actor.text(), terms.until(), null, null);
                        return consents.insert(tx, consent)
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
                    ? consents.find(tx, List.of(id)).flatMap(found -> given(found, party)
                            ? revoked(tx, id, actor, now)
                            : Mono.just(Outcome.refused(Refusal.notFound("没有当事人的此编号授权同意"))))
                    : Mono.just(Outcome.refused(Refusal.unacceptable(faults)));
        });
    }

    private Mono<Outcome<ConsentShown>> revoked(Connection tx, String id, Actor actor, Instant now) {
        return consents.revoke(tx, id, now, actor.text())
                .then(Mono.defer(() -> profiles.forget(tx, id)))
                .then(Mono.defer(() -> consents.find(tx, List.of(id))))
                .map(after -> Outcome.done(ConsentShown.of(after.getFirst(), null)));
    }

    private boolean given(List<Consent> found, PartyForm party) {
        return !found.isEmpty() && index.any(party.party()).contains(found.getFirst().party());
    }

    /** With its uses, the first first, at most 500; empty for somebody else. */
    public Mono<Optional<ConsentShown>> uses(String id, PartyForm party) {
        return database.withConnection(c -> consents.find(c, List.of(id)).flatMap(found -> given(found, party)
                ? consents.uses(c, id, MAX_USES).map(uses -> Optional.of(
                        ConsentShown.of(found.getFirst(), uses.stream().map(ConsentUse::of).toList())))
                : Mono.just(Optional.<ConsentShown>empty())));
    }
}
