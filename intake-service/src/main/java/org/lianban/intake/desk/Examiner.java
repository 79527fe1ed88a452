package org.lianban.intake.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.check.Checker;
import org.lianban.intake.check.Faults;
import org.lianban.intake.check.Filing;
import org.lianban.intake.check.Filing.Handed;
import org.lianban.intake.check.Filing.Person;
import org.lianban.intake.check.FilingReader;
import org.lianban.intake.check.StoredMaterial;
import org.lianban.intake.check.Verdict;
import org.lianban.kit.Fault;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks what is handed in against the catalogue as this instance knows it. */
public final class Examiner {
    private static final Filing NOTHING = new Filing(null, null, null, null, false, null, null, Map.of(),
            JsonNodeFactory.instance.objectNode(), List.of());

    /** @param receive whether a clerk receives it in the same step */
    record Corrected(Verdict verdict, boolean receive) {}

    private final CatalogCopy catalog;

    public Examiner(CatalogCopy catalog) {
        this.catalog = catalog;
    }

    /** A first filing, under the version effective now. */
    public Verdict first(Filing filing, List<Fault> reading, Map<String, StoredMaterial> stored, Instant now) {
        Faults faults = new Faults();
        reading.forEach(faults::add);
        String region = filing.region();
        String oneThing = filing.oneThing();
        Optional<OneThing> version = region == null || oneThing == null
                ? Optional.empty()
                : catalog.effective(region, oneThing, now);
        return Checker.check(filing, version, stored, Deadlines.dayOf(now), faults);
    }

    /** A resubmission, under the version the case was filed under, whatever is effective now. */
    Corrected corrected(Dossier dossier, JsonNode changes, Map<String, StoredMaterial> stored, Instant now) {
        Faults faults = new Faults();
        Filing filing = FilingReader.readOver(filing(dossier), changes, faults);
        Map<String, StoredMaterial> known = new java.util.HashMap<>(stored);
        dossier.pack().materials().forEach(m -> {
            if (m.digest() != null && m.mediaType() != null) {
                known.put(m.digest(), new StoredMaterial(m.digest(), m.mediaType(), m.bytes()));
            }
        });
        return new Corrected(Checker.check(filing, catalog.version(dossier.catalogHash()), known,
                Deadlines.dayOf(now), faults), filing.receive());
    }

    /** The digests that a resubmission names anew. */
    static List<String> digests(JsonNode changes) {
        return FilingReader.readOver(NOTHING, changes, new Faults()).digests();
    }

    private static Filing filing(Dossier dossier) {
        CasePack pack = dossier.pack();
        Party agent = pack.agent();
        return new Filing(dossier.region(), dossier.oneThing(), dossier.channel(), dossier.window(), false,
                person(pack.applicant()), agent == null ? null : person(agent), pack.answers(), pack.form(),
                pack.materials().stream().map(Examiner::handed).toList());
    }

    private static Person person(Party party) {
        return new Person(party.name(), party.idType().name(), party.idNumber(), party.phone());
    }

    private static Handed handed(MaterialRef material) {
        return new Handed(material.code(), material.form().name(), material.digest());
    }
}
