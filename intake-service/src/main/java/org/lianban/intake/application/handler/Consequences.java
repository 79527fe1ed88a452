package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.ApplicationEvent;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Held;
import org.lianban.intake.checking.Extras;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Exclusion.Credit;
import org.lianban.intake.parties.Profile;
import org.lianban.intake.parties.store.PartyRecords;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What follows from an event besides its announcement: the profile that was agreed to, and what credit is told.
 *
 * @param excludeOnBreach whether a broken commitment excludes from others until it is repaired
 */
public record Consequences(PartyRecords records, Examiner examiner, boolean excludeOnBreach) {
    /** Test cases have none. */
    void of(ApplicationEvent event, Filed after, Instant now, ChangesWriter.Changes changes) {
        Dossier d = after.dossier();
        if (d.extras().equals(Extras.NONE) || d.extras().test()) {
            return;
        }
        if (event instanceof ApplicationEvent.Received && d.extras().keep() != null) {
            changes.profiles.add(new Profile(records.index().of(d.pack().applicant()), d.region(), content(d),
                    d.extras().keep(), d.caseNo(), now));
        } else if (event instanceof ApplicationEvent.Expired expired) {
            breached(d, expired, now, changes);
        } else if (event instanceof ApplicationEvent.Supplemented s && s.purpose() == SupplementPurpose.TOLERANCE
                && after instanceof Received received) {
            s.materials().forEach(m -> fulfilled(received, m, now, changes));
        }
    }

    private void breached(Dossier d, ApplicationEvent.Expired expired, Instant now, ChangesWriter.Changes changes) {
        String detail = "容缺材料 " + expired.material() + " 逾期未补齐";
        changes.credits.add(credit(d, expired.material(), Credit.Kind.BREACHED, detail, now));
        if (excludeOnBreach) {
            changes.exclusions.put(new Exclusion(0, Exclusion.Kind.BREACHED_COMMITMENT, d.caseNo(),
                    "办件 " + d.caseNo() + " 的" + detail, now, "SYSTEM:intake", null, null, null), d.pack().applicant());
        }
    }

    /** What comes late was recorded as broken when it was due. */
    private static void fulfilled(Received received, MaterialRef material, Instant now, ChangesWriter.Changes changes) {
        received.held().debts().stream().filter(debt -> debt.commitment().material().equals(material.code())
                && debt.state() == Held.Debt.State.SUPPLEMENTED)
                .forEach(debt -> changes.credits.add(credit(received.dossier(), material.code(),
                        Credit.Kind.FULFILLED, null, now)));
    }

    private static Credit credit(Dossier d, String material, Credit.Kind kind, @Nullable String detail, Instant now) {
        return new Credit(0, d.pack().applicant(), d.caseNo(), material, kind, detail, now);
    }

    private Profile.Content content(Dossier d) {
        Map<String, String> values = new HashMap<>();
        d.pack().form().properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isValueNode() && !value.isNull()) {
                values.put(field.getKey(), value.asString().strip());
            }
        });
        Optional<OneThing> oneThing = examiner.version(d.catalogHash());
        List<Profile.Kept> materials = new ArrayList<>();
        for (MaterialRef m : d.pack().materials()) {
            if (m.digest() != null && (m.trust() == MaterialRef.Grade.A || m.trust() == MaterialRef.Grade.B)) {
                materials.add(new Profile.Kept(d.oneThing(), m, oneThing.flatMap(o -> o.materials().stream()
                        .filter(listed -> listed.code().equals(m.code())).findFirst())
                        .map(listed -> listed.rules().certificateType()).orElse(null)));
            }
        }
        return new Profile.Content(values, materials);
    }

    /** Most batches have none. */
    Mono<Void> write(Connection tx, ChangesWriter.Changes changes) {
        return records.profiles().keep(tx, changes.profiles)
                .then(Mono.defer(() -> records.credits().tell(tx, changes.credits)))
                .then(Mono.defer(() -> Flux.fromIterable(changes.exclusions.entrySet())
                        .concatMap(e -> records.credits().exclude(tx, e.getValue(), e.getKey())).then()));
    }
}
