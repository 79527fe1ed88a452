package org.lianban.dispatch.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStatus;
import org.lianban.dispatch.plan.Joint;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * 联合活动 with its shared record.
 *
 * @param passed null until it is concluded
 * @param awaited item numbers whose department has yet to conclude
 * @param reason why it was cancelled
 */
record JointView(String id, JointActivity.Kind kind, Joint.State state, PlanView.DepartmentRef organiser, Instant at,
        String place, @Nullable String note, List<Participant> participants, @Nullable Boolean passed,
        List<String> awaited, @Nullable String reason) {

    /** @param conclusion null until the department concludes */
    record Participant(String itemNo, @Nullable String itemName, PlanView.DepartmentRef department,
            @Nullable Conclusion conclusion) {}

    static JointView of(CasePlan plan, Joint joint, CatalogCopy catalog) {
        JointActivity activity = joint.activity();
        List<Participant> participants = activity.participants().stream().map(p -> new Participant(p.itemNo(),
                catalog.version(plan.catalogHash()).flatMap(o -> o.item(p.itemNo())).map(OneThing.Item::name)
                        .orElse(null),
                PlanView.department(p.department(), catalog), joint.conclusions().stream()
                        .filter(c -> c.itemNo().equals(p.itemNo())).findFirst().orElse(null)))
                .toList();
        Boolean passed = joint.state() == Joint.State.CONCLUDED
                ? joint.conclusions().stream().allMatch(Conclusion::passed)
                : null;
        List<String> awaited = joint.open()
                ? participants.stream().filter(p -> p.conclusion() == null).map(Participant::itemNo)
                        .filter(no -> plan.item(no).filter(i -> !(i.status() instanceof ItemStatus.Ended)).isPresent())
                        .toList()
                : List.of();
        return new JointView(joint.id(), activity.kind(), joint.state(),
                PlanView.department(activity.organiser(), catalog), activity.at(), activity.place(), activity.note(),
                participants, passed, awaited, joint.reason());
    }
}
