package org.lianban.result.notices.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.query.NoticeQueries.Issued;

/**
 * 个人中心: the results of a case, and what can be viewed or downloaded of each.
 *
 * @param choice null while the applicant has not chosen
 * @param collectable what is at the certificate window and has not been handed out
 */
record ResultsView(String caseNo, ResultEvent.@Nullable Choice choice, ResultEvent.@Nullable Way way,
        List<ResultView> results, List<String> collectable) {

    /**
     * @param notices numbers of the letters about this item, under {@code /api/cases/{caseNo}/notices/{no}}
     * @param licence electronic licence, under {@code /api/cases/{caseNo}/licences/{itemNo}}
     */
    record ResultView(String itemNo, String item, @Nullable Outcome outcome, @Nullable String decisionNo,
            @Nullable Instant decidedAt, @Nullable Instant filedAt, @Nullable Instant receivedAt,
            @Nullable String window, @Nullable Instant deliveredAt, ResultEvent.@Nullable Way deliveredBy,
            @Nullable String proof, @Nullable ResultLicenceView licence, List<String> notices) {}

    record ResultLicenceView(String id, String name, @Nullable LocalDate validUntil) {}

    static ResultsView of(Bundle b, @Nullable OneThing oneThing, List<Issued> notices) {
        var chosen = b.outlet().chosen();
        var results = b.items().entrySet().stream().filter(e -> e.getValue().task() != null)
                .map(e -> result(e.getKey(), e.getValue(), oneThing, notices)).toList();
        return new ResultsView(b.caseNo(), chosen == null ? null : chosen.choice(),
                chosen == null ? null : chosen.way(), results, results.stream()
                        .filter(r -> r.receivedAt() != null && r.deliveredAt() == null).map(ResultView::itemNo)
                        .toList());
    }

    private static ResultView result(String no, Item item, @Nullable OneThing oneThing, List<Issued> notices) {
        var end = item.end();
        var filed = item.course().filed();
        var handout = item.handout();
        var delivered = handout.delivered();
        var licence = handout.licence();
        return new ResultView(no, oneThing == null ? no : oneThing.item(no).map(OneThing.Item::name).orElse(no),
                end == null ? null : end.outcome(), end == null ? null : end.decisionNo(),
                end == null ? null : end.at(), filed == null ? null : filed.at(), handout.receivedAt(),
                handout.window(), delivered == null ? null : delivered.at(),
                delivered == null ? null : delivered.way(), delivered == null ? null : delivered.proof(),
                licence == null ? null : new ResultLicenceView(licence.id(), licence.name(), licence.validUntil()),
                notices.stream().map(Issued::notice).filter(n -> no.equals(n.head().itemNo()))
                        .filter(n -> n.kind().audience() == Kind.Audience.APPLICANT).map(n -> n.no()).toList());
    }
}
