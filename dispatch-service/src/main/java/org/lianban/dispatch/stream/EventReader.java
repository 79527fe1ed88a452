package org.lianban.dispatch.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent.JointConclusionGiven;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.PlanMessage;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.Refused;

/**
 * What an event means to a plan.
 *
 * @param supplementLifts whether owed materials that come late let a blocked item go on by themselves
 */
public record EventReader(CatalogCopy catalog, boolean supplementLifts) {
    /** @throws Refused for what neither intake nor a department says, and where the case number is missing */
    static CaseEvent event(Incoming<?> incoming) {
        if (!(incoming.data() instanceof CaseEvent event) || event instanceof DispatchEvent
                || event instanceof ResultEvent) {
            throw foreign(incoming);
        }
        @Nullable
        String caseNo = event.caseNo();
        if (caseNo == null || caseNo.isBlank()) {
            throw new Refused("Expected a case number in " + incoming.type() + ", but there is none");
        }
        return event;
    }

    private static Refused foreign(Incoming<?> incoming) {
        return new Refused("Expected an event of intake or of a department, but it is " + incoming.type());
    }

    /**
     * Whether a plan may have to know. What a submission says is never of consequence, and it always comes before the
     * receipt: no row is read for it.
     */
    static boolean concerns(CaseEvent event) {
        return !(event instanceof IntakeEvent.CaseSubmitted);
    }

    /** @throws org.lianban.messaging.NotYet while the case's one-thing version is on its way to this instance */
    PlanMessage read(Incoming<?> incoming) {
        long sequence = incoming.sequence();
        return switch (event(incoming)) {
            case IntakeEvent intake -> new PlanMessage.FromIntake(sequence, command(intake));
            case DepartmentEvent said -> new PlanMessage.FromDepartment(sequence, said.itemNo(), end(said),
                    said instanceof JointConclusionGiven given ? conclude(given) : null);
            case DispatchEvent own -> throw foreign(incoming);
            case ResultEvent later -> throw foreign(incoming);
        };
    }

    private @Nullable PlanCommand command(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.CaseReceived received -> new PlanCommand.Receive(received,
                    catalog.requireVersion(received.catalogHash()));
            case IntakeEvent.CaseWithdrawn withdrawn -> new PlanCommand.Withdraw(withdrawn.items());
            case IntakeEvent.MaterialsSupplemented more -> switch (more.purpose()) {
                case TOLERANCE -> new PlanCommand.Supplement(more.items(), more.materials(), supplementLifts);
                case CORRECTION -> new PlanCommand.Correct(more.items(), more.materials(), more.form());
            };
            case IntakeEvent.CommitmentOverdue late ->
                new PlanCommand.Overdue(late.material(), late.items(), late.at());
            case IntakeEvent.CaseSubmitted before -> null;
            case IntakeEvent.CorrectionNotified before -> null;
            case IntakeEvent.CaseLapsed before -> null;
            case IntakeEvent.OriginalsTransferred paper -> null;
            case IntakeEvent.OriginalsReturned paper -> null;
        };
    }

    private static PlanCommand conclude(JointConclusionGiven given) {
        return new PlanCommand.Conclude(given.activityId(),
                new DispatchEvent.Conclusion(given.itemNo(), given.department(),
                        given.passed(), given.findings(), given.officers(), given.at()));
    }

    private static PlanCommand.@Nullable ItemEnd end(DepartmentEvent event) {
        if (event.outcome() == null) {
            return null;
        }
        return event instanceof DepartmentEvent.ItemDecided decided
                ? new PlanCommand.ItemEnd(decided.itemNo(), decided.outcome(), decided.decisionNo(), decided.result(),
                        decided.at())
                : new PlanCommand.ItemEnd(event.itemNo(), event.outcome(), null, null, event.at());
    }

    /** What the plan's own events are measured from; null: not measured. */
    static @Nullable Instant since(Incoming<?> incoming) {
        return switch (event(incoming)) {
            case IntakeEvent.CaseReceived received -> received.receivedAt();
            case DepartmentEvent department -> department.at();
            case IntakeEvent other -> null;
            case DispatchEvent own -> null;
            case ResultEvent later -> null;
        };
    }
}
