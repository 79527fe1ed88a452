package org.lianban.intake.checking.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.checking.Checker;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.exemption.Judging;
import org.lianban.intake.checking.exemption.Need;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Profile.Prefill;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/**
 * 事前查证: finds out what a check needs to know beyond the application, before any transaction begins. An application
 * that names no consent, no commitment and no prefilled form costs nothing here.
 */
public record Gatherer(Database database, PartyRecords records, Sharing sharing, InstantSource clock) {
    private record Looked(List<Consent> consents, List<Exclusion> exclusions, Optional<Prefill> prefill) {}

    /** @param oneThing the version that the application falls under */
    public Mono<Gathered> gather(Filing filing, Optional<OneThing> oneThing, Actor by) {
        Optional<Party> party = filing.applicant() == null ? Optional.empty() : filing.applicant().party();
        boolean needed = !filing.consents().isEmpty() || !filing.commitments().isEmpty() || filing.prefill() != null;
        return !needed || party.isEmpty() || oneThing.isEmpty()
                ? Mono.just(Gathered.NOTHING)
                : database.withConnection(c -> look(c, filing, party.get()))
                        .flatMap(looked -> found(filing, oneThing.get(), looked, party.get(), by));
    }

    private Mono<Looked> look(Connection c, Filing filing, Party party) {
        return records.consents().find(c, filing.consents()).flatMap(consents -> (filing.commitments().isEmpty()
                ? Mono.just(List.<Exclusion>of())
                : records.credits().standing(c, party)).flatMap(
                        exclusions -> (filing.prefill() == null
                                ? Mono.just(Optional.<Prefill>empty())
                                : records.profiles().prefill(c, filing.prefill()))
                                .map(prefill -> new Looked(consents, exclusions, prefill))));
    }

    private Mono<Gathered> found(Filing filing, OneThing oneThing, Looked looked, Party party, Actor by) {
        Instant now = clock.instant();
        List<String> indexes = records.index().any(party);
        List<Fault> faults = new ArrayList<>();
        List<Consent> consents = standing(filing, looked, indexes, oneThing.region(), faults);
        Prefill prefill = prefill(filing, looked, indexes, oneThing, faults);
        Map<String, MaterialRef.Grade> reusable = new HashMap<>();
        if (prefill != null) {
            prefill.content().materials().forEach(kept -> {
                if (kept.material().digest() != null && kept.material().trust() != null) {
                    reusable.put(kept.material().digest(), kept.material().trust());
                }
            });
        }
        String excluded = looked.exclusions().isEmpty() ? null : looked.exclusions().getFirst().detail();
        String keep = consents.stream().filter(c -> c.allows(Consent.Purpose.PROFILE_KEEP, now)).findFirst()
                .map(Consent::id).orElse(null);
        Sharing.Asking asking = new Sharing.Asking(oneThing.region(), party, indexes.getFirst(), consents, by.text());
        return exempt(filing, oneThing, asking).map(findings -> new Gathered(findings, excluded,
                prefill == null ? null : prefill.content().values(), reusable, keep, faults));
    }

    /** 免提交预览: a finding for every material that may be spared; where no consent covers it, what consent is needed. */
    public Mono<Map<String, Judging.Finding>> preview(Filing filing, OneThing oneThing, Actor by) {
        Party party = filing.applicant() == null ? null : filing.applicant().party().orElse(null);
        List<Need> needs = Need.of(oneThing, Checker.items(oneThing, filing.answers()), Set.of(), filing.form());
        if (party == null || needs.isEmpty()) {
            return Mono.just(byNeed(needs));
        }
        List<String> indexes = records.index().any(party);
        return database.withConnection(c -> records.consents().find(c, filing.consents()))
                .flatMap(all -> sharing.exempt(new Sharing.Asking(oneThing.region(), party, indexes.getFirst(),
                        all.stream().filter(k -> indexes.contains(k.party())
                                && k.region().equals(oneThing.region())).toList(),
                        by.text()), needs));
    }

    private static Map<String, Judging.Finding> byNeed(List<Need> needs) {
        Map<String, Judging.Finding> findings = new HashMap<>();
        needs.forEach(need -> findings.put(need.material().code(), Judging.noConsent(need)));
        return findings;
    }

    /** Only for what is required, not there and not promised, and only where some consent was given at all. */
    private Mono<Map<String, Judging.Finding>> exempt(Filing filing, OneThing oneThing, Sharing.Asking asking) {
        Set<String> there = new HashSet<>();
        filing.materials().stream().map(Filing.Handed::code).filter(java.util.Objects::nonNull).forEach(there::add);
        filing.commitments().forEach(c -> there.add(String.valueOf(c.material())));
        List<Need> needs = Need.of(oneThing, Checker.items(oneThing, filing.answers()), there, filing.form()).stream()
                .filter(need -> need.material().required()).toList();
        return asking.consents().isEmpty() || needs.isEmpty() ? Mono.just(Map.of()) : sharing.exempt(asking, needs);
    }

    private List<Consent> standing(Filing said, Looked looked, List<String> indexes, String region,
            List<Fault> faults) {
        List<Consent> standing = new ArrayList<>();
        for (int i = 0; i < said.consents().size(); i++) {
            String id = said.consents().get(i);
            looked.consents().stream().filter(c -> c.id().equals(id) && c.region().equals(region)
                    && indexes.contains(c.party()) && c.standsAt(clock.instant())).findFirst()
                    .ifPresentOrElse(standing::add, () -> faults.add(
                            new Fault("/consents", Code.NO_CONSENT.name(), "没有申请人的这项授权同意，或者已撤销、已到期：" + id)));
        }
        return standing;
    }

    private static @Nullable Prefill prefill(Filing said, Looked looked, List<String> indexes, OneThing oneThing,
            List<Fault> faults) {
        if (said.prefill() == null) {
            return null;
        }
        Prefill found = looked.prefill().filter(p -> indexes.contains(p.party())
                && p.oneThing().equals(oneThing.code()) && p.region().equals(oneThing.region())).orElse(null);
        if (found == null) {
            faults.add(new Fault("/prefill", Code.UNKNOWN.name(), "没有申请人的这份预填表单，或者已过期"));
        }
        return found;
    }
}
