package org.lianban.intake.checking.handler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.intake.checking.Checker;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.commands.Series;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.Profile.Content;
import org.lianban.intake.parties.Profile.Kept;
import org.lianban.intake.parties.Profile.Prefill;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * 自动生成申请表: fills the form in from shared data and from the applicant's profile, each under a consent, and remembers
 * with what, so that the share that was spared can be told from the application (表单自动生成率).
 */
public record PrefillHandler(Database database, PartyRecords records, Examiner examiner, Sharing sharing,
        Commands commands, InstantSource clock) {
    /** How long a filled-in form may wait for its application. */
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String PROFILE = "一人一档";

    /** @param sources where each value comes from */
    public record Filled(String number, String oneThing, int fields, Map<String, String> form,
            Map<String, String> sources, List<Reusable> materials) {}

    /** 可复用材料. */
    public record Reusable(String code, String name, String digest, String trust) {}

    private record Known(List<Consent> consents, Optional<Content> profile, @Nullable Consent reuse) {}

    /** Region, one-thing, applicant, answers and consents of the filing count. */
    public Mono<Outcome<Filled>> fill(Keyed<Filing> keyed, Actor actor) {
        Filing filing = keyed.command();
        Instant now = clock.instant();
        Optional<Party> party = filing.applicant() == null ? Optional.empty() : filing.applicant().party();
        Optional<OneThing> found = examiner.version(filing, now);
        if (party.isEmpty() || found.isEmpty()) {
            return Mono.just(Outcome.refused(Refusal.unacceptable(faults(party, found))));
        }
        OneThing oneThing = found.get();
        return known(filing, party.get(), oneThing.region(), now).flatMap(known -> {
            List<FormField> fields = needed(oneThing, filing.answers());
            var asking = new Sharing.Asking(oneThing.region(), party.get(), records.index().of(party.get()),
                    known.consents(), actor.text());
            return sharing.values(asking, bySource(fields))
                    .flatMap(shared -> keep(keyed, oneThing, asking, known, fields, shared));
        });
    }

    private static List<Fault> faults(Optional<Party> party, Optional<OneThing> oneThing) {
        List<Fault> faults = new ArrayList<>();
        if (party.isEmpty()) {
            faults.add(new Fault("/applicant", Code.MISSING.name(), "请填写申请人"));
        }
        if (oneThing.isEmpty()) {
            faults.add(new Fault("/oneThing", Code.UNKNOWN.name(), "该地区没有正在实施的此“一件事”"));
        }
        return faults;
    }

    private Mono<Known> known(Filing filing, Party party, String region, Instant now) {
        List<String> indexes = records.index().any(party);
        return database.withConnection(c -> records.consents().find(c, filing.consents())
                .flatMap(all -> {
                    List<Consent> consents = all.stream().filter(k -> indexes.contains(k.party())
                            && k.region().equals(region) && k.standsAt(now)).toList();
                    Consent reuse = consents.stream().filter(k -> k.allows(Consent.Purpose.PROFILE_REUSE, now))
                            .findFirst()
                            .orElse(null);
                    return reuse == null
                            ? Mono.just(new Known(consents, Optional.empty(), null))
                            : records.profiles().profile(c, indexes, region).map(profile -> new Known(
                                    consents, profile.map(p -> p.content()), reuse));
                }));
    }

    private static List<FormField> needed(OneThing oneThing, Map<String, String> answers) {
        List<String> items = Checker.items(oneThing, answers);
        return oneThing.form().stream()
                .filter(f -> f.items().isEmpty() || f.items().stream().anyMatch(items::contains)).toList();
    }

    private static Map<String, List<String>> bySource(List<FormField> fields) {
        Map<String, List<String>> bySource = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (field.prefill() != null) {
                bySource.computeIfAbsent(field.prefill(), s -> new ArrayList<>()).add(field.name());
            }
        }
        return bySource;
    }

    private Mono<Outcome<Filled>> keep(Keyed<Filing> keyed, OneThing oneThing, Sharing.Asking asking, Known known,
            List<FormField> fields, Map<String, String> shared) {
        Content profile = known.profile().orElse(Content.EMPTY);
        Map<String, String> form = new LinkedHashMap<>();
        Map<String, String> from = new HashMap<>();
        for (FormField field : fields) {
            String value = shared.getOrDefault(field.name(), profile.values().get(field.name()));
            if (value != null) {
                form.put(field.name(), value);
                from.put(field.name(), shared.containsKey(field.name()) ? String.valueOf(field.prefill()) : PROFILE);
            }
        }
        List<Kept> materials = reusable(oneThing, profile);
        return commands.run("Prefill", keyed, Filled.class,
                (tx, now) -> commands.number(tx, Series.PREFILL, oneThing.region(), now)
                        .flatMap(number -> records.profiles().keep(tx,
                                new Prefill(number, asking.index(), oneThing.region(), oneThing.code(),
                                        new Content(form, materials), now),
                                now.minus(KEPT)).then(
                                        Mono.defer(() -> records.consents().record(tx,
                                                known.reuse() == null || known.profile().isEmpty()
                                                        ? List.of()
                                                        : List.of(use(asking, known.reuse(), oneThing, now)))))
                                .thenReturn(Outcome.done(201,
                                        new Filled(number, oneThing.code(), fields.size(), form, from,
                                                materials.stream().map(PrefillHandler::shown).toList())))));
    }

    private static Consent.DataUse use(Sharing.Asking asking, Consent consent, OneThing oneThing, Instant now) {
        return new Consent.DataUse(now, asking.region(), asking.index(), consent.id(), Consent.Purpose.PROFILE_REUSE,
                PROFILE, null, oneThing.code(), "REUSED", null, null, asking.actor());
    }

    /** Under the code that this one-thing gives the material; by what it is, where that is known. */
    private static List<Kept> reusable(OneThing oneThing, Content profile) {
        List<Kept> reusable = new ArrayList<>();
        for (OneThing.Material listed : oneThing.materials()) {
            profile.materials().stream().filter(kept -> kept.certificateType() == null
                    ? kept.oneThing().equals(oneThing.code()) && kept.material().code().equals(listed.code())
                    : kept.certificateType().equals(listed.rules().certificateType())).findFirst()
                    .ifPresent(kept -> reusable.add(kept.as(oneThing.code(), listed)));
        }
        return reusable;
    }

    private static Reusable shown(Kept kept) {
        return new Reusable(kept.material().code(), kept.material().name(), String.valueOf(kept.material().digest()),
                String.valueOf(kept.material().trust()));
    }
}
