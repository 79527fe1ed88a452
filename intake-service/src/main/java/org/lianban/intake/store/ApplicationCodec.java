package org.lianban.intake.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Status;
import tools.jackson.databind.json.JsonMapper;

/** Between a row and an application. */
final class ApplicationCodec {
    static final String COLUMNS = "case_no, state, one_thing, catalog_hash, sequence, handed_in_at, facts, pack, outcome, settled_at";
    private static final int REGION = 6;

    private final JsonMapper json;

    ApplicationCodec(JsonMapper json) {
        this.json = json;
    }

    String facts(Filed state) {
        Dossier d = state.dossier();
        return json.writeValueAsString(switch (state) {
            case Submitted s -> facts(d, null, null);
            case CorrectionNotified s -> new Facts(d.channel(), d.window(), d.provinceNo(), d.round(), d.items(), null,
                    s.notice(), null, null, null);
            case Received s -> facts(d, s.receipt(), s.withdrawn());
            case Withdrawn s -> new Facts(d.channel(), d.window(), d.provinceNo(), d.round(), d.items(), s.receipt(),
                    null, null, s.at(), s.reason());
            case Settled s -> facts(d, s.receipt(), null);
        });
    }

    private static Facts facts(Dossier d, org.lianban.intake.application.Application.@Nullable Receipt receipt,
            @Nullable List<String> withdrawn) {
        return new Facts(d.channel(), d.window(), d.provinceNo(), d.round(), d.items(), receipt, null,
                withdrawn == null || withdrawn.isEmpty() ? null : withdrawn, null, null);
    }

    String pack(Filed state) {
        return json.writeValueAsString(state.dossier().pack());
    }

    Stored read(Readable row) {
        Facts f = json.readValue(text(row, "facts"), Facts.class);
        String caseNo = text(row, "case_no");
        Dossier dossier = new Dossier(caseNo, caseNo.substring(0, REGION), text(row, "one_thing"),
                text(row, "catalog_hash"), f.c(), f.w(), f.p(), f.r(),
                Objects.requireNonNull(row.get("handed_in_at", Instant.class)), f.i(),
                json.readValue(text(row, "pack"), CasePack.class));
        return new Stored(state(Status.valueOf(text(row, "state")), dossier, f, row),
                Objects.requireNonNull(row.get("sequence", Integer.class)));
    }

    private static Filed state(Status status, Dossier d, Facts f, Readable row) {
        return switch (status) {
            case NONE ->
                throw new IllegalStateException("Expected a filed application, but " + d.caseNo() + " is none");
            case SUBMITTED -> new Submitted(d);
            case CORRECTION_NOTIFIED -> new CorrectionNotified(d, Objects.requireNonNull(f.n()));
            case RECEIVED -> new Received(d, Objects.requireNonNull(f.rc()), f.x() == null ? List.of() : f.x());
            case WITHDRAWN -> new Withdrawn(d, f.rc(), Objects.requireNonNull(f.wa()), Objects.requireNonNull(f.wr()));
            case SETTLED -> new Settled(d, f.rc(), text(row, "outcome"),
                    Objects.requireNonNull(row.get("settled_at", Instant.class)));
        };
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
