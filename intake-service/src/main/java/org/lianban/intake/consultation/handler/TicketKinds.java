package org.lianban.intake.consultation.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.intake.commands.Series;
import org.lianban.intake.consultation.Consultation;
import org.lianban.intake.consultation.Objection;
import org.lianban.intake.consultation.Parcel;
import org.lianban.intake.consultation.store.TicketRepository;
import org.lianban.security.PersonalDataCipher;
import org.lianban.text.Characters;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of tickets, and what of each is shown to everybody. */
public final class TicketKinds {
    private TicketKinds() {}

    /** 咨询, by one-thing. */
    public static TicketHandler.Kind<Consultation> consultations(JsonMapper json, PersonalDataCipher cipher) {
        return new TicketHandler.Kind<>(Consultation.class, Series.CONSULTATION,
                new TicketRepository<>("CONSULTATION", Consultation.class, json, cipher),
                c -> new TicketRepository.Index(c.number(), c.region(), c.oneThing(), c.state().name(), null),
                c -> new Consultation(c.number(), c.region(), c.oneThing(), c.channel(), c.kind(), c.topic(),
                        c.question(), new Consultation.Enquirer(Characters.maskName(c.enquirer().name()),
                                phone(c.enquirer().phone())),
                        c.materials(), c.firstContact(), c.adviser(), c.state(), c.answer(), c.openedAt()));
    }

    /** 数据异议, by source department. */
    public static TicketHandler.Kind<Objection> objections(JsonMapper json, PersonalDataCipher cipher) {
        return new TicketHandler.Kind<>(Objection.class, Series.OBJECTION,
                new TicketRepository<>("OBJECTION", Objection.class, json, cipher),
                o -> new TicketRepository.Index(o.number(), o.region(), o.source(), o.state().name(), o.caseNo()),
                o -> new Objection(o.number(), o.region(), o.caseNo(), o.source(), o.subject(), "***", "***",
                        o.evidence(), o.state(), o.finding(), o.by(), o.openedAt()));
    }

    /** 快递申报, by receiving window. */
    public static TicketHandler.Kind<Parcel> parcels(JsonMapper json, PersonalDataCipher cipher) {
        return new TicketHandler.Kind<>(Parcel.class, Series.PARCEL,
                new TicketRepository<>("PARCEL", Parcel.class, json, cipher),
                p -> new TicketRepository.Index(p.number(), p.region(), p.window(), p.state().name(), p.caseNo()),
                p -> new Parcel(p.number(), p.region(), p.window(), p.oneThing(), Characters.maskName(p.sender()),
                        phone(p.phone()), p.courier(), p.materials(), p.state(), p.arrivedAt(), p.arrivedBy(),
                        p.caseNo(), p.back(), p.announcedAt()));
    }

    private static @Nullable String phone(@Nullable String phone) {
        return phone == null ? null : Characters.maskPhone(phone);
    }
}
