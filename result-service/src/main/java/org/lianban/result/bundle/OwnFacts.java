package org.lianban.result.bundle;

import static org.lianban.result.bundle.Evolution.item;
import static org.lianban.result.bundle.Evolution.ms;
import static org.lianban.result.bundle.Evolution.msOrNull;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent;

/** This service's own decisions are facts too: what was published is not published again. Total. */
final class OwnFacts {
    private OwnFacts() {}

    static Bundle apply(Bundle b, ResultEvent event) {
        return switch (event) {
            case ResultEvent.CaseSettled e ->
                b.with(b.book().settled(new Bundle.Settlement(e.outcome(), ms(e.settledAt()))));
            case ResultEvent.TimerWarned e ->
                spoke(b, e.timer(), e.itemNo(), e.detail(), spoken -> spoken.warn(e.timer()));
            case ResultEvent.TimerBreached e ->
                spoke(b, e.timer(), e.itemNo(), e.detail(), spoken -> spoken.breach(e.timer()));
            case ResultEvent.AcceptanceDeemed e -> item(b, e.itemNo(),
                    item -> item.with(item.marks().with(Spoken::deem)));
            case ResultEvent.CorrectionAsked e -> item(b, e.itemNo(), item -> item.with(
                    item.course().notified(new Course.Notice(e.noticeNo(), ms(e.at()), msOrNull(e.dueAt())))));
            case ResultEvent.DeliveryChosen e ->
                b.with(b.outlet().with(new Outlet.Chosen(e.choice(), e.way(), ms(e.at()))));
            case ResultEvent.ResultReceived e -> item(b, e.itemNo(),
                    item -> item.with(item.handout().received(ms(e.at()), e.window())));
            case ResultEvent.DeliveryCompleted e -> Evolution.each(b, e.items(), no -> no, (item, no) -> item
                    .with(item.handout().with(new Item.Handout.Delivered(ms(e.at()), e.way(), e.proof()))));
            case ResultEvent.LicenceIssued e -> item(b, e.itemNo(), item -> item.with(item.handout()
                    .with(new Item.Handout.Licence(e.licenceId(), e.name(), e.validUntil(), ms(e.at())))));
            case ResultEvent.CaseArchived e -> b.with(b.outlet().with(new Outlet.Archived(ms(e.at()), e.digest())));
            case ResultEvent.SupervisionIssued e -> b.with(b.outlet().issued(new Outlet.Order(e.orderId(),
                    e.itemNo(), e.level(), e.department(), e.rule(), msOrNull(e.replyDue()), ms(e.at()))));
            case ResultEvent.SupervisionCleared e -> b.with(b.outlet().cleared(e.orderId()));
        };
    }

    /** A clock of a commitment is marked with the commitment, since a case may owe several materials. */
    private static Bundle spoke(Bundle b, ResultEvent.Timer timer, @Nullable String itemNo, @Nullable String detail,
            UnaryOperator<Spoken> change) {
        if (timer == ResultEvent.Timer.TOLERANCE) {
            return b.with(b.intake().more().withOwed(b.intake().more().owed().stream()
                    .map(owed -> owed.material().equals(detail) ? owed.spoke(change) : owed).toList()));
        }
        if (itemNo != null) {
            return item(b, itemNo, item -> item.with(item.marks().with(change)));
        }
        return b.with(b.book().spoke(change));
    }
}
