package org.lianban.intake.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.check.StoredMaterial;
import org.lianban.intake.store.Amendment;
import org.lianban.intake.store.AnswerStore.Answered;
import org.lianban.intake.store.NoticeStore;
import org.lianban.intake.store.PartyStore;
import org.lianban.intake.store.ProfileStore.Profile;
import org.lianban.intake.store.Stored;
import org.lianban.messaging.Outgoing;

/** What a decided batch wants written, and what it answers. */
final class Outcome {
    final List<Answer> answers = new ArrayList<>();
    final Map<String, Stored> filed = new LinkedHashMap<>();
    final Map<String, Stored> changed = new LinkedHashMap<>();
    final List<Dossier> former = new ArrayList<>();
    final List<Amendment> amendments = new ArrayList<>();
    final List<NoticeStore.Issued> notices = new ArrayList<>();
    final List<StoredMaterial> materials = new ArrayList<>();
    final List<Answered> answered = new ArrayList<>();
    final List<Profile> profiles = new ArrayList<>();
    final List<PartyStore.Credit> credits = new ArrayList<>();
    final List<PartyStore.Exclusion> exclusions = new ArrayList<>();
    final List<Outgoing> events = new ArrayList<>();
}
