package org.lianban.intake.checking.handler;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.intake.checking.client.DataSource;
import org.lianban.intake.checking.exemption.Judging;
import org.lianban.intake.checking.exemption.Need;
import org.lianban.intake.parties.Consent;
import org.lianban.intake.parties.Consent.Purpose;
import org.lianban.intake.parties.store.ConsentRepository;
import org.lianban.persistence.Database;
import org.lianban.text.Characters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the sources, each only under a consent that covers it, and writes down every use before anything follows from it. */
public record Sharing(DataSource data, DataSource.LicenceLibrary licences, Database database, ConsentRepository uses,
        InstantSource clock) {
    private static final int AT_ONCE = 4;
    private static final int MAX_SUBJECT = 500;

    /**
     * For whom and by whom is asked.
     *
     * @param index of the party
     * @param consents of the party
     * @param actor as events carry it
     */
    public record Asking(String region, Party party, String index, List<Consent> consents, String actor) {
        Optional<Consent> consent(Purpose purpose, String source, Instant at) {
            return consents.stream().filter(c -> c.covers(purpose, source, at)).findFirst();
        }
    }

    private record Asked<T>(T answer, Consent.@Nullable DataUse use) {}

    /** One finding for every need, in no order. */
    public Mono<Map<String, Judging.Finding>> exempt(Asking asking, List<Need> needs) {
        return Flux.fromIterable(needs).flatMap(need -> exempt(asking, need), AT_ONCE).collectList()
                .flatMap(asked -> written(asked).thenReturn(byMaterial(asked)));
    }

    private Mono<Asked<Judging.Finding>> exempt(Asking asking, Need need) {
        Instant now = clock.instant();
        Purpose purpose = need.licence() ? Purpose.E_LICENCE : Purpose.DATA_SHARING;
        Optional<Consent> consent = asking.consent(purpose, need.rule().source(), now);
        if (consent.isEmpty()) {
            return Mono.just(new Asked<>(Judging.noConsent(need), null));
        }
        String id = consent.get().id();
        return answer(asking, need, id).map(answer -> {
            Judging.Finding finding = Judging.judge(need, answer, id, now);
            return new Asked<>(finding, new Consent.DataUse(now, asking.region(), asking.index(), id, purpose,
                    need.rule().source(), need.licence() ? null : need.mode().name(), need.material().code(),
                    outcome(finding), finding instanceof Judging.Finding.Exempt e ? e.exempted().digest() : null,
                    need.rule().legalBasis(), asking.actor()));
        });
    }

    private Mono<Judging.SourceAnswer> answer(Asking asking, Need need, String consent) {
        return need.licence()
                ? licences.find(new DataSource.LicenceLibrary.Sought(need.rule().source(),
                        need.material().rules().certificateType(), need.material().name(), asking.region(),
                        asking.party(), consent, need.rule().legalBasis()))
                : data.ask(new DataSource.Question(need.rule().source(), need.mode(), asking.region(),
                        asking.party(), need.claims(), List.copyOf(need.claims().keySet()), consent,
                        need.rule().legalBasis()));
    }

    private static String outcome(Judging.Finding finding) {
        return switch (finding) {
            case Judging.Finding.Exempt e -> "EXEMPT";
            case Judging.Finding.Ask ask -> ask.why().name();
        };
    }

    private static Map<String, Judging.Finding> byMaterial(List<Asked<Judging.Finding>> asked) {
        Map<String, Judging.Finding> findings = new HashMap<>();
        for (Asked<Judging.Finding> one : asked) {
            switch (one.answer()) {
                case Judging.Finding.Exempt e -> findings.put(e.exempted().material(), e);
                case Judging.Finding.Ask ask -> findings.put(ask.material(), ask);
            }
        }
        return findings;
    }

    /**
     * 表单预填: values of fields, by source; nothing of a source that no consent covers or that does not answer.
     *
     * @param fields names, by source
     */
    public Mono<Map<String, String>> values(Asking asking, Map<String, List<String>> fields) {
        return Flux.fromIterable(fields.entrySet())
                .flatMap(source -> values(asking, source.getKey(), source.getValue()), AT_ONCE).collectList()
                .flatMap(asked -> {
                    Map<String, String> values = new HashMap<>();
                    asked.forEach(one -> values.putAll(one.answer()));
                    return written(asked).thenReturn(values);
                });
    }

    private Mono<Asked<Map<String, String>>> values(Asking asking, String source, List<String> fields) {
        Instant now = clock.instant();
        Optional<Consent> consent = asking.consent(Purpose.DATA_SHARING, source, now);
        if (consent.isEmpty()) {
            return Mono.empty();
        }
        String id = consent.get().id();
        return data.ask(new DataSource.Question(source, Mode.QUERY, asking.region(), asking.party(), Map.of(), fields,
                id, null)).map(answer -> {
                    Map<String, String> values = new HashMap<>(
                            answer instanceof Judging.SourceAnswer.Confirmed(var all) ? all : Map.of());
                    values.keySet().retainAll(fields);
                    String subject = "form:" + String.join(",", fields);
                    return new Asked<>(values, new Consent.DataUse(now, asking.region(), asking.index(), id,
                            Purpose.DATA_SHARING, source, Mode.QUERY.name(), Characters.cut(subject, MAX_SUBJECT),
                            answer.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT), null, null,
                            asking.actor()));
                });
    }

    private <T> Mono<Void> written(List<Asked<T>> asked) {
        List<Consent.DataUse> happened = new ArrayList<>();
        for (Asked<T> one : asked) {
            if (one.use() != null) {
                happened.add(one.use());
            }
        }
        return happened.isEmpty()
                ? Mono.empty()
                : database.inTransaction(tx -> uses.record(tx, happened).thenReturn(true)).then();
    }
}
