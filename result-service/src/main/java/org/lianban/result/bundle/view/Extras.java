package org.lianban.result.bundle.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Course;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.view.CaseView.CorrectionView;
import org.lianban.result.bundle.view.CaseView.Extra;
import org.lianban.result.bundle.view.CaseView.ItemExtra;

/** Draws what most cases and items never have. */
final class Extras {
    private static final Extra NOTHING = new Extra(false, false, null, List.of(), List.of(), List.of(), null,
            List.of(), null, null);
    private static final ItemExtra NOTHING_OF_ITEM = new ItemExtra(null, null, null, List.of(), null);

    private Extras() {}

    static @Nullable Extra of(Bundle b, Names names) {
        var origin = b.intake().origin();
        var more = b.intake().more();
        var extra = new Extra(b.isTest(), origin != null && origin.priority(), correction(b), more.owed().stream()
                .map(o -> new CaseView.OwedView(names.material(o.material()), o.type(), o.dueAt(), o.items(),
                        o.suppliedAt(), o.overdueAt(), o.isOpen()))
                .toList(),
                more.originals().stream()
                        .map(o -> new CaseView.OriginalsView(o.returned(), materials(o.materials(), names),
                                o.receiver(), o.at()))
                        .toList(),
                b.joints().stream().map(joint -> joint(joint, names)).toList(), withdrawal(b, names),
                b.outlet().orders().stream()
                        .map(o -> new CaseView.OrderView(o.id(), o.level(), Texts.of(o.level()), o.itemNo(),
                                names.department(o.department()), o.rule(), o.replyDue(), o.at()))
                        .toList(),
                delivery(b), more.lapsedAt());
        return extra.equals(NOTHING) ? null : extra;
    }

    private static List<CaseView.MaterialName> materials(List<String> codes, Names names) {
        return codes.stream().map(names::material).toList();
    }

    private static @Nullable CorrectionView correction(Bundle b) {
        var asked = b.intake().correctedAt();
        var term = b.intake().more().term();
        return asked == null || b.frozen() != null || b.isOver()
                ? null
                : new CorrectionView(null, asked, term == null ? null : term.dueAt(), null);
    }

    private static CaseView.JointView joint(Bundle.Joint joint, Names names) {
        var ended = joint.ended();
        return new CaseView.JointView(joint.id(), joint.kind(), Texts.of(joint.kind()),
                names.department(joint.organiser()),
                joint.participants().stream().map(names::ref).toList(), joint.at(), joint.place(),
                ended == null ? null : ended.passed(),
                ended == null ? List.of() : ended.failed().stream().map(names::ref).toList(),
                ended == null ? null : ended.at(), ended != null && ended.passed() == null);
    }

    /** 撤回: of the items that it speaks of, what it stopped and what had been decided before. */
    private static CaseView.@Nullable WithdrawalView withdrawal(Bundle b, Names names) {
        var withdrawals = b.intake().withdrawals();
        if (withdrawals.isEmpty()) {
            return null;
        }
        var stopped = new ArrayList<CaseView.ItemRef>();
        var kept = new ArrayList<CaseView.ItemRef>();
        var pending = new ArrayList<CaseView.ItemRef>();
        b.items().forEach((no, item) -> {
            if (item.task() != null && b.withdrawnAt(no).isPresent()) {
                var end = item.end();
                (end == null ? pending : end.outcome() == Outcome.WITHDRAWN ? stopped : kept).add(names.ref(no));
            }
        });
        var returned = b.intake().more().originals().stream().filter(Bundle.Originals::returned)
                .flatMap(o -> o.materials().stream()).distinct().map(names::material).toList();
        return new CaseView.WithdrawalView(withdrawals.getFirst().at(), b.withdrawnAt().isPresent(), stopped, kept,
                pending, returned);
    }

    private static CaseView.@Nullable DeliveryView delivery(Bundle b) {
        var chosen = b.outlet().chosen();
        var archived = b.outlet().archived();
        var deliverable = b.deliverable();
        int delivered = (int) deliverable.stream().filter(no -> b.item(no).handout().delivered() != null).count();
        return chosen == null && archived == null && deliverable.isEmpty()
                ? null
                : new CaseView.DeliveryView(chosen == null ? null : chosen.choice(),
                        chosen == null ? null : chosen.way(),
                        delivered, deliverable.size(), archived == null ? null : archived.at(),
                        archived == null ? null : archived.digest());
    }

    static @Nullable ItemExtra of(Item item) {
        var acceptance = item.handling().acceptance();
        var extra = new ItemExtra(correction(item.course()), item.course().extension(),
                acceptance == null ? null : acceptance.window(), item.course().conclusions(),
                result(item.course().filed(), item.handout()));
        return extra.equals(NOTHING_OF_ITEM) ? null : extra;
    }

    private static @Nullable CorrectionView correction(Course course) {
        var correction = course.correction();
        if (correction == null) {
            return null;
        }
        var notice = correction.notice();
        return new CorrectionView(notice == null ? null : notice.no(), correction.requestedAt(),
                notice == null ? null : notice.dueAt(), correction.suppliedAt());
    }

    private static CaseView.@Nullable ResultView result(Course.@Nullable Filed filed, Item.Handout handout) {
        var delivered = handout.delivered();
        var licence = handout.licence();
        var view = new CaseView.ResultView(filed == null ? null : filed.at(), filed != null && filed.physical(),
                filed == null ? null : filed.certificateNo(), handout.receivedAt(), handout.window(),
                delivered == null ? null : delivered.at(), delivered == null ? null : delivered.way(),
                delivered == null ? null : delivered.proof(), licence == null ? null : licence.id(),
                licence == null ? null : licence.name(), licence == null ? null : licence.validUntil());
        return view.equals(new CaseView.ResultView(null, false, null, null, null, null, null, null, null, null, null))
                ? null
                : view;
    }
}
