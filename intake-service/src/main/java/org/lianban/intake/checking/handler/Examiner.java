package org.lianban.intake.checking.handler;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lianban.command.Fault;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.IntakeEvent.Addressee;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.checking.Additions;
import org.lianban.intake.checking.Checker;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Filing.Handed;
import org.lianban.intake.checking.Filing.Person;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.Verdict;
import org.lianban.intake.checking.World;
import org.lianban.intake.checking.exemption.Finding;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks what is handed in against the catalogue as this instance knows it. */
public final class Examiner {
    private static final Filing NOTHING = new Filing(null, null, null, null, false, null, null, Map.of(),
            JsonNodeFactory.instance.objectNode(), List.of());

    /** @param filing as changed */
    public record Corrected(Verdict verdict, Filing filing) {}

    private final CatalogCopy catalog;

    public Examiner(CatalogCopy catalog) {
        this.catalog = catalog;
    }

    /** A first filing, under the version effective now; a test case under the one that is being tested. */
    public Verdict first(Filing filing, List<Fault> reading, World world) {
        Faults faults = new Faults();
        reading.forEach(faults::add);
        return Checker.check(filing, version(filing, world.now()), world, faults);
    }

    /** The world of a first filing. */
    public World world(Filing filing, Map<String, StoredMaterial> stored, Instant now, Gathered gathered) {
        Stage stage = filing.region() == null || filing.oneThing() == null
                ? null
                : catalog.stage(filing.region(), filing.oneThing(), now).orElse(null);
        return new World(stored, Deadlines.dayOf(now), now, gathered, stage);
    }

    public Optional<OneThing> version(Filing filing, Instant now) {
        String region = filing.region();
        String oneThing = filing.oneThing();
        if (region == null || oneThing == null) {
            return Optional.empty();
        }
        return filing.additions().test()
                ? catalog.testing(region, oneThing, now)
                : catalog.effective(region, oneThing, now);
    }

    /** The version a case was filed under, which arrived before the case did. */
    public Optional<OneThing> version(Dossier dossier) {
        return catalog.version(dossier.catalogHash());
    }

    /** What is handed in instead, under the version the case was filed under, whatever is effective now. */
    public Corrected corrected(Dossier dossier, JsonNode changes, Gathered gathered, Map<String, StoredMaterial> stored,
            Instant now) {
        Faults faults = new Faults();
        Filing filing = readOver(dossier, changes, faults);
        World world = new World(known(dossier, stored), Deadlines.dayOf(now), now, kept(dossier, gathered), null);
        Verdict verdict = Checker.check(filing, catalog.version(dossier.catalogHash()), world, faults);
        return new Corrected(verdict instanceof Verdict.Acceptable ok ? ok.keeping(dossier.extras().form()) : verdict,
                filing);
    }

    public static Map<String, StoredMaterial> known(Dossier dossier, Map<String, StoredMaterial> stored) {
        Map<String, StoredMaterial> known = new HashMap<>(stored);
        dossier.pack().materials().forEach(m -> {
            if (m.digest() != null && m.mediaType() != null) {
                known.put(m.digest(), new StoredMaterial(m.digest(), m.mediaType(), m.bytes()));
            }
        });
        return known;
    }

    /** What data and certificates stood for stays so, and what a clerk has seen stays seen. */
    private static Gathered kept(Dossier dossier, Gathered gathered) {
        Map<String, Finding> findings = new HashMap<>();
        dossier.extras().exemptions().forEach(e -> findings.put(e.material(), new Finding.Exempt(e)));
        findings.putAll(gathered.findings());
        Map<String, MaterialRef.Grade> reusable = new HashMap<>(gathered.reusable());
        dossier.pack().materials().forEach(m -> {
            if (m.digest() != null && m.trust() == MaterialRef.Grade.B) {
                reusable.put(m.digest(), MaterialRef.Grade.B);
            }
        });
        return new Gathered(findings, gathered.excluded(), gathered.prefilled(), reusable,
                gathered.keep() == null ? dossier.extras().keep() : gathered.keep(), gathered.faults());
    }

    /** The application as it would be with the changes, for who has to find something out about it first. */
    Filing changed(Dossier dossier, JsonNode changes) {
        return readOver(dossier, changes, new Faults());
    }

    /** What was promised and is handed in now is promised no more, without saying so. */
    private static Filing readOver(Dossier dossier, JsonNode changes, Faults faults) {
        Filing read = FilingReader.readOver(filing(dossier), changes, faults);
        Additions a = read.additions();
        if (changes.has("commitments") || a.commitments().isEmpty()) {
            return read;
        }
        List<Additions.Signed> still = a.commitments().stream()
                .filter(c -> read.materials().stream().noneMatch(m -> Objects.equals(m.code(), c.material()))).toList();
        return new Filing(read.region(), read.oneThing(), read.channel(), read.window(), read.receive(),
                read.applicant(), read.agent(), read.answers(), read.form(), read.materials(),
                new Additions(a.test(), a.priority(), a.addressee(), a.consents(), a.prefill(), still, a.checks()));
    }

    /** The digests that a resubmission names anew. */
    public static List<String> digests(JsonNode changes) {
        return FilingReader.readOver(NOTHING, changes, new Faults()).digests();
    }

    private static Filing filing(Dossier dossier) {
        CasePack pack = dossier.pack();
        Party agent = pack.agent();
        return new Filing(dossier.region(), dossier.oneThing(), dossier.channel(), dossier.window(), false,
                person(pack.applicant()), agent == null ? null : person(agent), pack.answers(), pack.form(),
                pack.materials().stream().filter(m -> m.form().handedIn()).map(Examiner::handed).toList(),
                additions(dossier.extras()));
    }

    private static Additions additions(Extras extras) {
        Addressee to = extras.addressee();
        return extras.equals(Extras.NONE)
                ? Additions.NONE
                : new Additions(extras.test(), extras.priority(),
                        to == null ? null : new Additions.Contact(to.name(), to.phone()), extras.consents(), null,
                        extras.promises().stream().map(p -> new Additions.Signed(p.material(), p.type().name(),
                                p.textId(), p.textVersion(), p.signature(), p.signer().name(),
                                p.signedAt().atOffset(java.time.ZoneOffset.UTC).toString())).toList(),
                        List.of());
    }

    private static Person person(Party party) {
        return new Person(party.name(), party.idType().name(), party.idNumber(), party.phone());
    }

    private static Handed handed(MaterialRef material) {
        return new Handed(material.code(), material.form().name(), material.digest());
    }
}
