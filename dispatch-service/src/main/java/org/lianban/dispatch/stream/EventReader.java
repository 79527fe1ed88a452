package org.lianban.dispatch.stream;

import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DepartmentEvent.ItemDecided;
import org.lianban.contracts.event.DepartmentEvent.ItemNotAccepted;
import org.lianban.contracts.event.DepartmentEvent.JointConclusionGiven;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.contracts.event.IntakeEvent.CaseSubmitted;
import org.lianban.contracts.event.IntakeEvent.CaseWithdrawn;
import org.lianban.contracts.event.IntakeEvent.CommitmentOverdue;
import org.lianban.contracts.event.IntakeEvent.MaterialsSupplemented;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.dispatch.plan.Heard;
import org.lianban.dispatch.plan.PlanCommand.Conclude;
import org.lianban.dispatch.plan.PlanCommand.Correct;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;
import org.lianban.dispatch.plan.PlanCommand.Receive;
import org.lianban.dispatch.plan.PlanCommand.Supplement;
import org.lianban.dispatch.plan.PlanCommand.Withdraw;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Incoming;
import org.lianban.messaging.Refused;

/** What an event means to a plan. */
final class EventReader {
    private final CatalogCopy catalog;
    private final boolean supplementLifts;

    /** @param supplementLifts whether owed materials that come late let a blocked item go on by themselves */
    EventReader(CatalogCopy catalog, boolean supplementLifts) {
        this.catalog = catalog;
        this.supplementLifts = supplementLifts;
    }

    static String caseNo(Incoming<?> event) {
        String caseNo = switch (event.data()) {
            case IntakeEvent intake -> intake.caseNo();
            case DepartmentEvent department -> department.caseNo();
            default -> throw new Refused("Expected an event of intake or of a department, but it is " + event.type());
        };
        if (caseNo == null || caseNo.isBlank()) {
            throw new Refused("Expected a case number in " + event.type() + ", but there is none");
        }
        return caseNo;
    }

    /**
     * Whether a plan may have to know. What a submission says is never of consequence, and it always comes before the
     * receipt: no row is read for it.
     */
    static boolean concerns(Incoming<?> event) {
        return !(event.data() instanceof CaseSubmitted);
    }

    /** @throws org.lianban.messaging.NotYet while the case's one-thing version is on its way to this instance */
    Heard read(Incoming<?> event) {
        return switch (event.data()) {
            case CaseReceived received -> new Heard.FromIntake(event.sequence(),
                    new Receive(received, catalog.requireVersion(received.catalogHash())));
            case CaseWithdrawn withdrawn -> new Heard.FromIntake(event.sequence(), new Withdraw(withdrawn.items()));
            case MaterialsSupplemented supplemented -> new Heard.FromIntake(event.sequence(),
                    switch (supplemented.purpose()) {
                        case TOLERANCE -> new Supplement(supplemented.items(), supplemented.materials(),
                                supplementLifts);
                        case CORRECTION -> new Correct(supplemented.items(), supplemented.materials(),
                                supplemented.form());
                    });
            case CommitmentOverdue overdue -> new Heard.FromIntake(event.sequence(),
                    new PlanCommand.Overdue(overdue.material(), overdue.items(), overdue.at()));
            case IntakeEvent other -> new Heard.FromIntake(event.sequence(), null);
            case JointConclusionGiven given -> new Heard.FromDepartment(event.sequence(), given.itemNo(), null,
                    new Conclude(given.activityId(), new Conclusion(given.itemNo(), given.department(), given.passed(),
                            given.findings(), given.officers(), given.at())));
            case DepartmentEvent department -> new Heard.FromDepartment(event.sequence(), department.itemNo(),
                    end(department));
            default -> throw new Refused("Expected an event of intake or of a department, but it is " + event.type());
        };
    }

    private static @Nullable ItemEnd end(DepartmentEvent event) {
        return switch (event) {
            case ItemDecided decided -> new ItemEnd(decided.itemNo(), decided.outcome(), decided.decisionNo(),
                    decided.result(), decided.at());
            case ItemNotAccepted refused -> new ItemEnd(refused.itemNo(), Outcome.NOT_ACCEPTED, null, null,
                    refused.at());
            case ItemCancelled cancelled -> new ItemEnd(cancelled.itemNo(), cancelled.outcome(), null, null,
                    cancelled.at());
            case DepartmentEvent.ItemAcknowledged goesOn -> null;
            case DepartmentEvent.ItemAccepted goesOn -> null;
            case DepartmentEvent.PreReviewConcluded goesOn -> null;
            case DepartmentEvent.ItemSuspended goesOn -> null;
            case DepartmentEvent.ItemResumed goesOn -> null;
            case DepartmentEvent.ItemProgressed goesOn -> null;
            case DepartmentEvent.VerificationUnavailable goesOn -> null;
            case DepartmentEvent.CorrectionRequested goesOn -> null;
            case DepartmentEvent.CorrectionSupplied goesOn -> null;
            case DepartmentEvent.ItemExtended goesOn -> null;
            case DepartmentEvent.ResultFiled afterwards -> null;
            case JointConclusionGiven goesOn -> null;
        };
    }
}
