package org.lianban.intake.application.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.Party;
import org.lianban.intake.application.Application.Amendment;
import org.lianban.intake.application.Application.IssuedNotice;
import org.lianban.intake.application.Application.Stored;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Exclusion.Credit;
import org.lianban.intake.parties.Profile;
import org.lianban.intake.windows.Performed;
import org.lianban.messaging.Outgoing;

/** What a decided batch wants written. */
final class Changes {
    final Map<String, Stored> filed = new LinkedHashMap<>();
    final Map<String, Stored> changed = new LinkedHashMap<>();
    final List<Dossier> former = new ArrayList<>();
    final List<Amendment> amendments = new ArrayList<>();
    final List<IssuedNotice> notices = new ArrayList<>();
    final List<Performed> performed = new ArrayList<>();
    final List<Profile> profiles = new ArrayList<>();
    final List<Credit> credits = new ArrayList<>();
    final Map<Exclusion, Party> exclusions = new LinkedHashMap<>();
    final List<Outgoing> events = new ArrayList<>();
}
