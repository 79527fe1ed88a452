package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.Party;
import org.lianban.intake.application.Application.Amendment;
import org.lianban.intake.application.Application.IssuedNotice;
import org.lianban.intake.application.Application.Stored;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.application.store.NoticeRepository;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Profile;
import org.lianban.intake.windows.WindowRights.Performed;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import reactor.core.publisher.Mono;

/** Writes what a batch decided, table by table. */
public record ChangesWriter(ApplicationRepository applications, NoticeRepository notices, Consequences consequences,
        WindowLog windows, Outbox outbox) {
    Mono<Void> write(Connection tx, Changes changes, Instant now) {
        return applications.insert(tx, List.copyOf(changes.filed.values()))
                .then(Mono.defer(() -> applications.archive(tx, changes.former)))
                .then(Mono.defer(() -> applications.amended(tx, changes.amendments)))
                .then(Mono.defer(() -> applications.update(tx, List.copyOf(changes.changed.values()))))
                .then(Mono.defer(() -> notices.insert(tx, changes.notices)))
                .then(Mono.defer(() -> windows.write(tx, changes.performed, now)))
                .then(Mono.defer(() -> consequences.write(tx, changes)))
                .then(Mono.defer(() -> outbox.append(tx, changes.events)));
    }

    /** What a decided batch wants written. */
    static final class Changes {
        final Map<String, Stored> filed = new LinkedHashMap<>();
        final Map<String, Stored> changed = new LinkedHashMap<>();
        final List<Dossier> former = new ArrayList<>();
        final List<Amendment> amendments = new ArrayList<>();
        final List<IssuedNotice> notices = new ArrayList<>();
        final List<Performed> performed = new ArrayList<>();
        final List<Profile> profiles = new ArrayList<>();
        final List<Exclusion.Credit> credits = new ArrayList<>();
        final Map<Exclusion, Party> exclusions = new LinkedHashMap<>();
        final List<Outgoing> events = new ArrayList<>();
    }
}
