package org.lianban.intake.parties.handler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.Counter;
import org.lianban.intake.checking.Code;
import org.lianban.intake.numbering.Series;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.ConsentText;
import org.lianban.intake.parties.DataUse;
import org.lianban.intake.parties.store.ConsentStore;
import org.lianban.intake.parties.store.DataUseStore;
import org.lianban.intake.parties.store.PartyIndex;
import org.lianban.intake.parties.store.ProfileStore;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** 授权同意: given to a current text, revoked at any time; what was kept under it goes with it. */
public final class ConsentDesk {
    private static final int MAX_USES = 500;

    /** Where consents are. */
    public record Shelves(ConsentStore consents, DataUseStore uses, ProfileStore profiles, PartyIndex index) {}

    /** What is agreed to. */
    public record Terms(String region, Party party, Set<Consent.Purpose> purposes, List<String> sources,
            String textId, int textVersion, @Nullable Instant until) {}

    /**
     * A consent as it is shown, without who gave it.
     *
     * @param number 授权同意编号
     */
    public record Shown(String number, String region, List<Consent.Purpose> purposes, List<String> sources,
            String textId, int textVersion, Instant givenAt, @Nullable Instant until, @Nullable Instant revokedAt,
            @Nullable List<Use> uses) {
        static Shown of(Consent c, @Nullable List<Use> uses) {
            return new Shown(c.id(), c.region(), c.purposes().stream().sorted().toList(), c.sources(), c.textId(),
                    c.textVersion(), c.givenAt(), c.until(), c.revokedAt(), uses);
        }
    }

    /** 使用记录. */
    public record Use(Instant at, Consent.Purpose purpose, String source, @Nullable String mode, String subject,
            String outcome, @Nullable String digest, @Nullable String legalBasis, String actor) {
        static Use of(DataUse u) {
            return new Use(u.at(), u.purpose(), u.source(), u.mode(), u.subject(), u.outcome(), u.digest(),
                    u.legalBasis(), u.actor());
        }
    }

    private final Database database;
    private final Shelves shelves;
    private final Counter counter;
    private final List<ConsentText> texts;

    public ConsentDesk(Database database, Shelves shelves, Counter counter, List<ConsentText> texts) {
        this.database = database;
        this.shelves = shelves;
        this.counter = counter;
        this.texts = List.copyOf(texts);
    }

    public List<ConsentText> texts() {
        return texts;
    }

    public Mono<Answer> give(Counter.Keyed keyed, Terms terms, Actor actor) {
        Optional<ConsentText> current = ConsentText.current(texts, terms.textId());
        return counter.run(keyed, (tx, now) -> {
            List<Fault> faults = faults(terms, current, now);
            if (!faults.isEmpty()) {
                return Mono.just(new Counter.Result.Faulty(faults));
            }
            return counter.number(tx, Series.CONSENT, terms.region(), now).flatMap(number -> {
                Consent consent = new Consent(number, terms.region(), shelves.index().of(terms.party()),
                        terms.purposes(), terms.sources(), terms.textId(), terms.textVersion(), now, actor.text(),
                        terms.until(), null, null);
                return shelves.consents().insert(tx, consent)
                        .thenReturn(new Counter.Result.Done(201, Shown.of(consent, null)));
            });
        });
    }

    private static List<Fault> faults(Terms terms, Optional<ConsentText> current, Instant now) {
        List<Fault> faults = new java.util.ArrayList<>();
        if (current.isEmpty()) {
            faults.add(new Fault("/textId", Code.UNKNOWN.name(), "没有此授权书"));
        } else if (current.get().version() != terms.textVersion()) {
            faults.add(new Fault("/textVersion", Code.OTHER_TEXT.name(),
                    "应同意《" + current.get().title() + "》第 " + current.get().version() + " 版"));
        }
        if (terms.until() != null && !terms.until().isAfter(now)) {
            faults.add(new Fault("/until", Code.MALFORMED.name(), "有效期应晚于现在"));
        }
        return faults;
    }

    /** By whom it was given, and nobody else; twice is as once. */
    public Mono<Answer> revoke(Counter.Keyed keyed, String id, Party party, Actor actor) {
        return counter.run(keyed, (tx, now) -> shelves.consents().find(tx, List.of(id))
                .flatMap(found -> given(found, party)
                        ? shelves.consents().revoke(tx, id, now, actor.text())
                                .then(Mono.defer(() -> shelves.profiles().forget(tx, id)))
                                .then(Mono.defer(() -> shelves.consents().find(tx, List.of(id))))
                                .map(after -> new Counter.Result.Done(200, Shown.of(after.getFirst(), null)))
                        : Mono.just(Counter.Result.refused(Rejection.Kind.UNKNOWN, "没有当事人的此编号授权同意"))));
    }

    private boolean given(List<Consent> found, Party party) {
        return !found.isEmpty() && shelves.index().any(party).contains(found.getFirst().party());
    }

    /** With its uses, the first first, at most 500; empty for somebody else. */
    public Mono<Optional<Shown>> uses(String id, Party party) {
        return database.withConnection(c -> shelves.consents().find(c, List.of(id)).flatMap(found -> given(found, party)
                ? shelves.uses().of(c, id, MAX_USES).map(uses -> Optional.of(
                        Shown.of(found.getFirst(), uses.stream().map(Use::of).toList())))
                : Mono.just(Optional.<Shown>empty())));
    }
}
