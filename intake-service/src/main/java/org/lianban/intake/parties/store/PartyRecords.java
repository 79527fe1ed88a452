package org.lianban.intake.parties.store;

import java.util.List;
import java.util.Locale;
import org.lianban.contracts.Party;
import org.lianban.security.PersonalDataCipher;

/** 当事人档案: all that is kept of people and firms, and how to find it without their numbers. */
public record PartyRecords(PartyIndex index, ConsentRepository consents, CreditRepository credits,
        ProfileRepository profiles) {

    /** 当事人索引: finds what belongs to a person or firm without storing the number. */
    public record PartyIndex(PersonalDataCipher cipher) {
        /** To be written. */
        public String of(Party party) {
            return any(party).getFirst();
        }

        /** To be looked for: one per data key, the one that writes first. */
        public List<String> any(Party party) {
            return cipher.indexes(party.idType() + ":" + party.idNumber().toUpperCase(Locale.ROOT));
        }
    }
}
