package org.lianban.dispatch.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.ItemStatus;
import org.lianban.dispatch.plan.Joint;

/**
 * 联合活动 with its shared record.
 *
 * @param passed null until it is concluded
 * @param awaited item numbers whose department has yet to conclude
 * @param reason why it was cancelled
 */
public record JointView(String id, JointActivity.Kind kind, Joint.State state, PlanView.DepartmentRef organiser,
        Instant at, String place, @Nullable String note, List<Participant> participants, @Nullable Boolean passed,
        List<String> awaited, @Nullable String reason) {

    /** @param conclusion null until the department concludes */
    public record Participant(String itemNo, @Nullable String itemName, PlanView.DepartmentRef department,
            @Nullable Conclusion conclusion) {}

    static List<JointView> all(CasePlan plan, Names names) {
        return plan.activities().stream().map(joint -> of(plan, joint, names)).toList();
    }

    private static JointView of(CasePlan plan, Joint joint, Names names) {
        JointActivity activity = joint.activity();
        List<Participant> participants = activity.participants().stream().map(p -> new Participant(p.itemNo(),
                names.ofItem(p.itemNo()), names.department(p.department()), joint.conclusions().stream()
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
                names.department(activity.organiser()), activity.at(), activity.place(), activity.note(),
                participants, passed, awaited, joint.reason());
    }
}
