package org.lianban.intake.consultation.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.intake.consultation.Consultation;
import org.lianban.intake.consultation.Objection;
import org.lianban.intake.consultation.Parcel;
import org.lianban.intake.consultation.store.TicketStore;
import org.lianban.intake.consultation.store.TicketStore.Index;
import org.lianban.intake.numbering.Series;
import org.lianban.security.PersonalDataCipher;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of tickets, and what of each is shown to everybody. */
public final class TicketKinds {
    private TicketKinds() {}

    /** 咨询, by one-thing. */
    public static TicketDesk.Kind<Consultation> consultations(JsonMapper json, PersonalDataCipher cipher) {
        return new TicketDesk.Kind<>(Series.CONSULTATION,
                new TicketStore<>("CONSULTATION", Consultation.class, json, cipher),
                c -> new Index(c.number(), c.region(), c.oneThing(), c.state().name(), null),
                c -> new Consultation(c.number(), c.region(), c.oneThing(), c.channel(), c.kind(), c.topic(),
                        c.question(),
                        new Consultation.Enquirer(name(c.enquirer().name()), phone(c.enquirer().phone())),
                        c.materials(), c.firstContact(), c.adviser(), c.state(), c.answer(), c.openedAt()));
    }

    /** 数据异议, by source department. */
    public static TicketDesk.Kind<Objection> objections(JsonMapper json, PersonalDataCipher cipher) {
        return new TicketDesk.Kind<>(Series.OBJECTION, new TicketStore<>("OBJECTION", Objection.class, json, cipher),
                o -> new Index(o.number(), o.region(), o.source(), o.state().name(), o.caseNo()),
                o -> new Objection(o.number(), o.region(), o.caseNo(), o.source(), o.subject(), "***", "***",
                        o.evidence(), o.state(), o.finding(), o.by(), o.openedAt()));
    }

    /** 快递申报, by receiving window. */
    public static TicketDesk.Kind<Parcel> parcels(JsonMapper json, PersonalDataCipher cipher) {
        return new TicketDesk.Kind<>(Series.PARCEL, new TicketStore<>("PARCEL", Parcel.class, json, cipher),
                p -> new Index(p.number(), p.region(), p.window(), p.state().name(), p.caseNo()),
                p -> new Parcel(p.number(), p.region(), p.window(), p.oneThing(), name(p.sender()),
                        phone(p.phone()), p.courier(), p.materials(), p.state(), p.arrivedAt(), p.arrivedBy(),
                        p.caseNo(), p.back(), p.announcedAt()));
    }

    private static String name(String name) {
        return masked(name, null).name();
    }

    private static @Nullable String phone(@Nullable String phone) {
        return masked("", phone).phone();
    }

    private static Party masked(String name, @Nullable String phone) {
        return new Party(name, Party.IdType.RESIDENT_ID, "", phone).masked();
    }
}
