package org.lianban.intake.application.store;

import static org.lianban.persistence.Columns.instant;
import static org.lianban.persistence.Columns.integer;
import static org.lianban.persistence.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.Notice;
import org.lianban.intake.application.Application.Receipt;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Held;
import org.lianban.intake.checking.Extras;
import org.lianban.security.PersonalDataCipher;
import tools.jackson.databind.json.JsonMapper;

/** Between a row and an application. */
public record ApplicationCodec(JsonMapper json, PersonalDataCipher cipher) {
    static final String COLUMNS = "case_no, state, one_thing, catalog_hash, sequence, handed_in_at, facts, pack, outcome, settled_at";
    private static final int REGION = 6;
    /** How the longer form begins; {@link CasePack} has no such member. */
    private static final String WITH_EXTRAS = "{\"pack\":";

    /** The longer form, for applications with something special about them. */
    record Content(CasePack pack, Extras extras) {}

    String facts(Application.Filed state) {
        Dossier d = state.dossier();
        Application.Withdrawn withdrawn = state instanceof Application.Withdrawn s ? s : null;
        return json.writeValueAsString(new Facts(d.channel(), d.window(), d.provinceNo(), d.round(), d.items(),
                state.receipt(), state.notice(), state.withdrawn().isEmpty() ? null : state.withdrawn(),
                state instanceof Application.Lapsed s ? s.at() : withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.reason(),
                state.held().equals(Held.NOTHING) ? null : state.held()));
    }

    /** What was handed in, sealed: all personal data of an application are in here. */
    String pack(Dossier dossier) {
        return cipher.seal(json.writeValueAsString(dossier.extras().equals(Extras.NONE)
                ? dossier.pack()
                : new Content(dossier.pack(), dossier.extras())));
    }

    private Content content(String stored) {
        return stored.startsWith(WITH_EXTRAS)
                ? json.readValue(stored, Content.class)
                : new Content(json.readValue(stored, CasePack.class), Extras.NONE);
    }

    Application.Stored read(Readable row) {
        Facts f = json.readValue(text(row, "facts"), Facts.class);
        String caseNo = text(row, "case_no");
        Content content = content(cipher.open(text(row, "pack")));
        Dossier dossier = new Dossier(caseNo, caseNo.substring(0, REGION), text(row, "one_thing"),
                text(row, "catalog_hash"), f.c(), f.w(), f.p(), f.r(),
                instant(row, "handed_in_at"), f.i(), content.pack(), content.extras());
        return new Application.Stored(state(Application.Status.valueOf(text(row, "state")), dossier, f, row),
                integer(row, "sequence"));
    }

    private static Application.Filed state(Application.Status status, Dossier d, Facts f, Readable row) {
        return switch (status) {
            case NONE ->
                throw new IllegalStateException("Expected a filed application, but " + d.caseNo() + " is none");
            case SUBMITTED -> new Application.Submitted(d);
            case CORRECTION_NOTIFIED -> new Application.CorrectionNotified(d, Objects.requireNonNull(f.n()));
            case LAPSED -> new Application.Lapsed(d, Objects.requireNonNull(f.n()), Objects.requireNonNull(f.wa()));
            case RECEIVED ->
                new Application.Received(d, Objects.requireNonNull(f.rc()), f.x() == null ? List.of() : f.x(),
                        f.h() == null ? Held.NOTHING : f.h());
            case WITHDRAWN ->
                new Application.Withdrawn(d, f.rc(), Objects.requireNonNull(f.wa()), Objects.requireNonNull(f.wr()));
            case SETTLED -> new Application.Settled(d, f.rc(), text(row, "outcome"),
                    instant(row, "settled_at"), f.x() == null ? List.of() : f.x());
        };
    }

    /**
     * The life of an application as stored; short names because every row has them.
     *
     * @param c channel
     * @param w window
     * @param p the province's number
     * @param r round
     * @param i items
     * @param rc receipt
     * @param n the notice of the current round
     * @param x withdrawn items
     * @param wa when all was withdrawn
     * @param wr why
     * @param h what is kept in hand since the receipt
     */
    public record Facts(Channel c, @Nullable String w, @Nullable String p, int r, List<String> i, @Nullable Receipt rc,
            @Nullable Notice n, @Nullable List<String> x, @Nullable Instant wa, @Nullable String wr,
            @Nullable Held h) {}
}
