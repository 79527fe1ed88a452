package org.lianban.intake.application.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Lapsed;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.IssuedNotice;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From what is stored to what is shown. */
public final class Views {
    private record Extra(@Nullable Instant withdrawnAt, @Nullable String reason, @Nullable String outcome,
            @Nullable Instant settledAt, Set<String> withdrawn, Application.@Nullable Receipt receipt) {}

    private final CatalogCopy catalog;
    private final Deadlines deadlines;

    public Views(CatalogCopy catalog, Deadlines deadlines) {
        this.catalog = catalog;
        this.deadlines = deadlines;
    }

    public ApplicationView whole(Filed state, List<IssuedNotice> notices, boolean open) {
        Dossier d = state.dossier();
        Optional<OneThing> oneThing = catalog.version(d.catalogHash());
        Extra extra = extra(state);
        Party agent = d.pack().agent();
        return new ApplicationView(d.caseNo(), state.status(), d.region(), d.oneThing(),
                oneThing.map(OneThing::name).orElse(null), d.catalogHash(), d.channel(), d.window(), d.provinceNo(),
                d.round(), d.handedInAt(),
                d.items().stream().map(no -> new ApplicationView.Item(no,
                        oneThing.flatMap(o -> o.item(no)).map(OneThing.Item::name).orElse(null),
                        extra.withdrawn().contains(no))).toList(),
                open ? d.pack().applicant() : d.pack().applicant().masked(),
                agent == null || open ? agent : agent.masked(), d.pack().answers(),
                open ? d.pack().form() : masked(d.pack().form(), oneThing), d.pack().materials(),
                receipt(d.caseNo(), extra.receipt()), notices.stream().map(Views::notice).toList(), extra.withdrawnAt(),
                extra.reason(), extra.outcome(), extra.settledAt(), deadlines.due(d.region(), d.handedInAt()),
                ExtrasView.of(state, open));
    }

    public ApplicationView.Line line(Filed state) {
        Dossier d = state.dossier();
        return new ApplicationView.Line(d.caseNo(), state.status(), d.oneThing(),
                catalog.version(d.catalogHash()).map(OneThing::name).orElse(null), d.channel(), d.window(), d.round(),
                d.handedInAt(), d.pack().applicant().masked().name(), deadlines.due(d.region(), d.handedInAt()),
                d.pack().priority(), d.extras().test());
    }

    static ApplicationView.Notice notice(IssuedNotice issued) {
        return new ApplicationView.Notice(issued.notice().number(), issued.round(), issued.notice().at(),
                issued.notice().by(), issued.defects(),
                "请一次补正以上全部内容，到综合受理窗口或者通过 /api/applications/" + issued.caseNo() + "/resubmission 提交"
                        + (issued.notice().mayLapse() ? "；逾期不补正的，办件按补正不来办结" : ""),
                issued.notice().dueAt());
    }

    private static ApplicationView.@Nullable Receipt receipt(String caseNo,
            Application.@Nullable Receipt receipt) {
        return receipt == null
                ? null
                : new ApplicationView.Receipt(receipt.number(), receipt.at(), receipt.by(),
                        "凭办件编号查询：/api/applications/" + caseNo);
    }

    private static Extra extra(Filed state) {
        return switch (state) {
            case Submitted s -> new Extra(null, null, null, null, Set.of(), null);
            case CorrectionNotified s -> new Extra(null, null, null, null, Set.of(), null);
            case Lapsed s -> new Extra(null, null, null, null, Set.of(), null);
            case Received s -> new Extra(null, null, null, null, Set.copyOf(s.withdrawn()), s.receipt());
            case Withdrawn s -> new Extra(s.at(), s.reason(), null, null, new TreeSet<>(s.dossier().items()),
                    s.receipt());
            case Settled s -> new Extra(null, null, s.outcome(), s.at(), Set.of(), s.receipt());
        };
    }

    /** Numbers of people and firms, and telephones; a version that is not known here shows nothing. */
    private static JsonNode masked(JsonNode form, Optional<OneThing> oneThing) {
        ObjectNode shown = (ObjectNode) form.deepCopy();
        if (oneThing.isEmpty()) {
            return shown.removeAll();
        }
        for (FormField field : oneThing.get().form()) {
            boolean personal = switch (field.type()) {
                case ID_NUMBER, CREDIT_CODE, PHONE -> true;
                case TEXT, DATE, INTEGER, DECIMAL, BOOLEAN, CHOICE -> false;
            };
            JsonNode value = shown.get(field.name());
            if (personal && value != null && value.isString()) {
                shown.put(field.name(),
                        new Party("", Party.IdType.RESIDENT_ID, value.stringValue(), null).masked().idNumber());
            }
        }
        return shown;
    }
}
