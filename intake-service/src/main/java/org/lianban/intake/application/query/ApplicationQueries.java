package org.lianban.intake.application.query;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.Application.Receipt;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.application.store.NoticeRepository;
import org.lianban.intake.checking.Requirements;
import org.lianban.intake.commands.Series;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import org.lianban.text.Characters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 查询: one application, and the clerks' work list. */
public record ApplicationQueries(Database database, ApplicationRepository applications, NoticeRepository notices,
        CatalogCopy catalog, Deadlines deadlines) {
    /** @param open whether personal data are shown */
    public Mono<Optional<ApplicationView>> one(String caseNo, boolean open) {
        return found(caseNo, (c, state) -> notices.of(c, caseNo).map(issued -> whole(state, issued, open)));
    }

    /** What somebody had to know who applied so; empty also where the version has not arrived. */
    public Mono<Optional<Requirements>> requirements(String caseNo) {
        return found(caseNo, (c, state) -> Mono.justOrEmpty(catalog.version(state.dossier().catalogHash())
                .map(o -> Requirements.of(o, state.dossier().pack().answers()))));
    }

    private <T> Mono<Optional<T>> found(String caseNo, BiFunction<Connection, Application.Filed, Mono<T>> shown) {
        return !Series.isCaseNumber(caseNo)
                ? Mono.just(Optional.empty())
                : database.withConnection(c -> applications.find(c, caseNo).flatMap(found -> found.isEmpty()
                        ? Mono.just(Optional.<T>empty())
                        : shown.apply(c, found.get().state()).map(Optional::of).defaultIfEmpty(Optional.empty())));
    }

    /** Applications by number, ascending; as {@link ApplicationRepository#list} has it. */
    public Mono<List<ApplicationView.Line>> list(String region, Application.@Nullable Status status, String after,
            int limit) {
        return database.withConnection(c -> applications.list(c, region, status, after, limit))
                .map(found -> found.stream().map(stored -> line(stored.state())).toList());
    }

    private ApplicationView whole(Application.Filed state, List<Application.IssuedNotice> issued, boolean open) {
        Dossier d = state.dossier();
        Optional<OneThing> oneThing = catalog.version(d.catalogHash());
        Application.Withdrawn withdrawn = state instanceof Application.Withdrawn s ? s : null;
        Application.Settled settled = state instanceof Application.Settled s ? s : null;
        Party agent = d.pack().agent();
        return new ApplicationView(d.caseNo(), state.status(), d.region(), d.oneThing(),
                oneThing.map(OneThing::name).orElse(null), d.catalogHash(), d.channel(), d.window(), d.provinceNo(),
                d.round(), d.handedInAt(), d.items().stream().map(no -> new ApplicationView.Item(no,
                        oneThing.flatMap(o -> o.item(no)).map(OneThing.Item::name).orElse(null),
                        withdrawn != null || state instanceof Application.Received r && r.withdrawn().contains(no)))
                        .toList(),
                open ? d.pack().applicant() : d.pack().applicant().masked(),
                agent == null || open ? agent : agent.masked(), d.pack().answers(),
                open ? d.pack().form() : masked(d.pack().form(), oneThing), d.pack().materials(),
                receipt(d.caseNo(), state.receipt()), issued.stream().map(ApplicationQueries::notice).toList(),
                withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.reason(), settled == null ? null : settled.outcome(),
                settled == null ? null : settled.at(), deadlines.due(d.region(), d.handedInAt()),
                ApplicationView.ExtrasView.of(state, open));
    }

    private ApplicationView.Line line(Application.Filed state) {
        Dossier d = state.dossier();
        return new ApplicationView.Line(d.caseNo(), state.status(), d.oneThing(),
                catalog.version(d.catalogHash()).map(OneThing::name).orElse(null), d.channel(), d.window(), d.round(),
                d.handedInAt(), d.pack().applicant().masked().name(), deadlines.due(d.region(), d.handedInAt()),
                d.pack().priority(), d.extras().test());
    }

    private static ApplicationView.Notice notice(Application.IssuedNotice issued) {
        return new ApplicationView.Notice(issued.notice().number(), issued.round(), issued.notice().at(),
                issued.notice().by(), issued.defects(),
                "请一次补正以上全部内容，到综合受理窗口或者通过 /api/applications/" + issued.caseNo() + "/resubmission 提交"
                        + (issued.notice().mayLapse() ? "；逾期不补正的，办件按补正不来办结" : ""),
                issued.notice().dueAt());
    }

    private static ApplicationView.@Nullable Receipt receipt(String caseNo, Application.@Nullable Receipt receipt) {
        return receipt == null
                ? null
                : new ApplicationView.Receipt(receipt.number(), receipt.at(), receipt.by(),
                        "凭办件编号查询：/api/applications/" + caseNo);
    }

    /** Numbers of people and firms, and telephones; a version that is not known here shows nothing. */
    private static JsonNode masked(JsonNode form, Optional<OneThing> oneThing) {
        ObjectNode shown = (ObjectNode) form.deepCopy();
        if (oneThing.isEmpty()) {
            return shown.removeAll();
        }
        for (OneThing.FormField field : oneThing.get().form()) {
            boolean personal = switch (field.type()) {
                case ID_NUMBER, CREDIT_CODE, PHONE -> true;
                case TEXT, DATE, INTEGER, DECIMAL, BOOLEAN, CHOICE -> false;
            };
            JsonNode value = shown.get(field.name());
            if (personal && value != null && value.isString()) {
                shown.put(field.name(), Characters.maskNumber(value.stringValue()));
            }
        }
        return shown;
    }
}
