package org.lianban.intake.application.handler;

import org.lianban.intake.application.store.AnswerStore;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.application.store.NoticeStore;
import org.lianban.intake.materials.store.MaterialStore;
import org.lianban.intake.numbering.store.NumberStore;
import org.lianban.intake.parties.store.PartyStore;
import org.lianban.intake.parties.store.ProfileStore;
import org.lianban.intake.windows.store.OperationStore;
import org.lianban.messaging.Outbox;
import org.lianban.security.PersonalDataCipher;
import tools.jackson.databind.json.JsonMapper;

/** Everything the desk writes to. */
public record Stores(ApplicationStore applications, AnswerStore answers, NumberStore numbers, NoticeStore notices,
        MaterialStore materials, ProfileStore profiles, PartyStore parties, OperationStore operations, Outbox outbox,
        JsonMapper json) {

    public static Stores of(Outbox outbox, JsonMapper json, PersonalDataCipher cipher) {
        return new Stores(new ApplicationStore(json, cipher), new AnswerStore(), new NumberStore(),
                new NoticeStore(json),
                new MaterialStore(), new ProfileStore(json, cipher), new PartyStore(), new OperationStore(), outbox,
                json);
    }
}
