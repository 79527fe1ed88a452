package org.lianban.intake.parties.store;

/** 当事人档案: all that is kept of people and firms, and how to find it without their numbers. */
public record PartyRecords(PartyIndex index, ConsentRepository consents, CreditRepository credits,
        ProfileRepository profiles) {}
