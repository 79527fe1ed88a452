package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.ApplicationEvent;
import org.lianban.intake.application.Debt;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.parties.Credit;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Profile;
import org.lianban.intake.parties.Profile.Content;
import org.lianban.intake.parties.Profile.Kept;
import org.lianban.intake.parties.store.PartyIndex;
import org.lianban.security.PersonalDataCipher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What follows from a decision besides its announcement: the profile that was agreed to, and what credit is told. */
public final class Consequences {
    /** @param excludeOnBreach whether a broken commitment excludes from others until it is repaired */
    public record Settings(PartyIndex index, PersonalDataCipher cipher, JsonMapper json, boolean excludeOnBreach) {}

    private final Settings settings;
    private final Examiner examiner;

    Consequences(Settings settings, Examiner examiner) {
        this.settings = settings;
        this.examiner = examiner;
    }

    /** Test cases have none. */
    void of(ApplicationEvent event, Filed after, Instant now, Outcome outcome) {
        Dossier d = after.dossier();
        if (d.extras().equals(Extras.NONE) || d.extras().test()) {
            return;
        }
        if (event instanceof ApplicationEvent.Received && d.extras().keep() != null) {
            outcome.profiles.add(new Profile(settings.index().of(d.pack().applicant()), d.region(), content(d),
                    d.extras().keep(), d.caseNo(), now));
        } else if (event instanceof ApplicationEvent.Expired expired) {
            breached(d, expired, now, outcome);
        } else if (event instanceof ApplicationEvent.Supplemented s && s.purpose() == SupplementPurpose.TOLERANCE
                && after instanceof Received received) {
            s.materials().forEach(m -> fulfilled(received, m, now, outcome));
        }
    }

    private void breached(Dossier d, ApplicationEvent.Expired expired, Instant now, Outcome outcome) {
        String detail = "容缺材料 " + expired.material() + " 逾期未补齐";
        outcome.credits.add(credit(d, expired.material(), Credit.Kind.BREACHED, detail, now));
        if (settings.excludeOnBreach()) {
            outcome.exclusions.add(new Exclusion(0, settings.index().of(d.pack().applicant()),
                    Exclusion.Kind.BREACHED_COMMITMENT, d.caseNo(), "办件 " + d.caseNo() + " 的" + detail, now,
                    "SYSTEM:intake", null, null, null));
        }
    }

    /** What comes late was recorded as broken when it was due. */
    private void fulfilled(Received received, MaterialRef material, Instant now, Outcome outcome) {
        received.held().debts().stream().filter(debt -> debt.commitment().material().equals(material.code())
                && debt.state() == Debt.State.SUPPLEMENTED)
                .forEach(debt -> outcome.credits.add(credit(received.dossier(), material.code(),
                        Credit.Kind.FULFILLED, null, now)));
    }

    private Credit credit(Dossier d, String material, Credit.Kind kind,
            @Nullable String detail, Instant now) {
        Party party = d.pack().applicant();
        return new Credit(0, settings.index().of(party), sealed(settings, party), d.caseNo(), material, kind,
                detail, now);
    }

    public static String sealed(Settings settings, Party party) {
        return settings.cipher().seal(settings.json().writeValueAsString(
                new Party(party.name(), party.idType(), party.idNumber(), null)));
    }

    private Content content(Dossier d) {
        Map<String, String> values = new HashMap<>();
        d.pack().form().properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isValueNode() && !value.isNull()) {
                values.put(field.getKey(), value.asString().strip());
            }
        });
        Optional<OneThing> oneThing = examiner.version(d);
        List<Kept> materials = new ArrayList<>();
        for (MaterialRef m : d.pack().materials()) {
            if (m.digest() != null && (m.trust() == MaterialRef.Grade.A || m.trust() == MaterialRef.Grade.B)) {
                materials.add(new Kept(d.oneThing(), m, oneThing.flatMap(o -> o.materials().stream()
                        .filter(listed -> listed.code().equals(m.code())).findFirst())
                        .map(listed -> listed.rules().certificateType()).orElse(null)));
            }
        }
        return new Content(values, materials);
    }
}
