package org.lianban.intake.desk;

import org.lianban.intake.store.AnswerStore;
import org.lianban.intake.store.ApplicationStore;
import org.lianban.intake.store.MaterialStore;
import org.lianban.intake.store.NoticeStore;
import org.lianban.intake.store.NumberStore;
import org.lianban.intake.store.OperationStore;
import org.lianban.intake.store.PartyStore;
import org.lianban.intake.store.ProfileStore;
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
