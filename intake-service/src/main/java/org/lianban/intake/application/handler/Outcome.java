package org.lianban.intake.application.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.intake.application.Amendment;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.IssuedNotice;
import org.lianban.intake.application.Stored;
import org.lianban.intake.application.store.AnswerStore.Answered;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.parties.Credit;
import org.lianban.intake.parties.Exclusion;
import org.lianban.intake.parties.Profile;
import org.lianban.messaging.Outgoing;

/** What a decided batch wants written, and what it answers. */
public final class Outcome {
    final List<Answer> answers = new ArrayList<>();
    final Map<String, Stored> filed = new LinkedHashMap<>();
    final Map<String, Stored> changed = new LinkedHashMap<>();
    final List<Dossier> former = new ArrayList<>();
    final List<Amendment> amendments = new ArrayList<>();
    final List<IssuedNotice> notices = new ArrayList<>();
    final List<StoredMaterial> materials = new ArrayList<>();
    final List<Answered> answered = new ArrayList<>();
    final List<Profile> profiles = new ArrayList<>();
    final List<Credit> credits = new ArrayList<>();
    final List<Exclusion> exclusions = new ArrayList<>();
    final List<Outgoing> events = new ArrayList<>();
}
