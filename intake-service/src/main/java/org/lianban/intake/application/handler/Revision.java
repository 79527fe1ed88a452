package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.IntakeEvent.Addressee;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.checking.Checker;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.exemption.Judging;
import org.lianban.intake.commands.Days;
import org.lianban.intake.materials.StoredMaterial;

/** 更正: an application as it would be with what is handed in instead, under the version it was filed under. */
final class Revision {
    private final Dossier dossier;
    private final List<Fault> reading;
    private final Filing filing;

    Revision(Dossier dossier, Filing.Changes changes) {
        this.dossier = dossier;
        this.reading = changes.faults();
        this.filing = changes.over(filing(dossier));
    }

    Filing filing() {
        return filing;
    }

    Checker.Verdict check(Optional<OneThing> oneThing, Gathered gathered, Map<String, StoredMaterial> stored,
            Instant now) {
        Faults faults = new Faults();
        faults.addAll(reading);
        Checker.CheckContext context = new Checker.CheckContext(known(dossier, stored), Days.in(now), now,
                kept(dossier, gathered), null);
        return Checker.check(filing, oneThing, context, faults) instanceof Checker.Verdict.Acceptable ok
                ? ok.keeping(dossier.extras().form())
                : new Checker.Verdict.Faulty(faults.list());
    }

    static Map<String, StoredMaterial> known(Dossier dossier, Map<String, StoredMaterial> stored) {
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
        Map<String, Judging.Finding> findings = new HashMap<>();
        dossier.extras().exemptions().forEach(e -> findings.put(e.material(), new Judging.Finding.Exempt(e)));
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

    private static Filing filing(Dossier dossier) {
        CasePack pack = dossier.pack();
        Extras extras = dossier.extras();
        Party agent = pack.agent();
        Addressee to = extras.addressee();
        return new Filing(dossier.region(), dossier.oneThing(), dossier.channel(), dossier.window(), false,
                person(pack.applicant()), agent == null ? null : person(agent), pack.answers(), pack.form(),
                pack.materials().stream().filter(m -> m.form().handedIn())
                        .map(m -> new Filing.Handed(m.code(), m.form(), m.digest())).toList(),
                extras.test(), extras.priority(), to == null ? null : new Filing.Contact(to.name(), to.phone()),
                extras.consents(), null, extras.promises().stream()
                        .map(p -> new Filing.Signed(p.material(), p.type(), p.textId(), p.textVersion(),
                                p.signature(), p.signer(), p.signedAt()))
                        .toList(),
                List.of());
    }

    private static Filing.Person person(Party party) {
        return new Filing.Person(party.name(), party.idType(), party.idNumber(), party.phone());
    }
}
