package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.ItemReassigned;
import org.lianban.contracts.event.DispatchEvent.ItemsCancelled;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.Task;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.dispatch.plan.ItemStatus.Blocked;
import org.lianban.dispatch.plan.ItemStatus.Ended;
import org.lianban.dispatch.plan.PlanCommand.Verdict;

/**
 * Decides what a command does to a plan, and changes nothing.
 *
 * <p>新政文〔2024〕62号 附件3 三: all departments get the case at once; a dependent item is pre-reviewed meanwhile and
 * decided at once when the upstream result is there; what the applicant withdraws ends unless it was decided before.
 */
public final class PlanDecider {
    private PlanDecider() {}

    public static Decision<PlanEvent> decide(PlanState state, PlanCommand command, Instant now) {
        return switch (state) {
            case PlanState.Absent absent -> decideAbsent(absent, command, now);
            case PlanState.Forestalled forestalled -> command instanceof PlanCommand.Receive
                    ? Decision.refused(PlanRefusal.FORESTALLED.of(state.caseNo()))
                    : Decision.refused(PlanRefusal.UNKNOWN_CASE.of(state.caseNo()));
            case CasePlan plan when command instanceof PlanCommand.OfLead order && !mayLead(plan, order.by()) ->
                Decision.refused(PlanRefusal.NOT_THE_LEAD.of(plan.lead()));
            case CasePlan plan -> switch (command) {
                case PlanCommand.Receive receive -> Decision.refused(PlanRefusal.ALREADY_DISPATCHED.of(plan.caseNo()));
                case PlanCommand.EndItems ends -> endItems(plan, ends.ends(), now);
                case PlanCommand.Supplement supplement -> Tolerance.supplement(plan, supplement, now);
                case PlanCommand.Correct correct -> Tolerance.correct(plan, correct, now);
                case PlanCommand.Overdue overdue -> Tolerance.overdue(plan, overdue, now);
                case PlanCommand.Withdraw withdraw -> withdraw(plan, withdraw.items(), now);
                case PlanCommand.DecideBlocked decision -> decideBlocked(plan, decision, now);
                case PlanCommand.Reassign reassign -> reassign(plan, reassign, now);
                case PlanCommand.Arrange arrange -> JointDecider.arrange(plan, arrange, now);
                case PlanCommand.Rearrange rearrange -> JointDecider.rearrange(plan, rearrange, now);
                case PlanCommand.CancelActivity cancel -> JointDecider.cancel(plan, cancel, now);
                case PlanCommand.Conclude conclude -> JointDecider.conclude(plan, conclude, now);
            };
        };
    }

    private static Decision<PlanEvent> decideAbsent(PlanState.Absent absent, PlanCommand command, Instant now) {
        return switch (command) {
            case PlanCommand.Receive receive -> dispatch(receive.received(), receive.oneThing(), now);
            case PlanCommand.Withdraw withdraw when withdraw.items().isEmpty() ->
                Decision.accepted(new PlanEvent.Forestalled());
            case PlanCommand.Withdraw withdraw -> unknown(absent);
            case PlanCommand.OfPlan presupposing -> unknown(absent);
        };
    }

    private static Decision<PlanEvent> unknown(PlanState.Absent absent) {
        return Decision.refused(PlanRefusal.UNKNOWN_CASE.of(absent.caseNo()));
    }

    private static Decision<PlanEvent> dispatch(CaseReceived received, OneThing oneThing, Instant now) {
        Optional<String> fault = CaseGraph.fault(oneThing, received.items());
        if (fault.isPresent()) {
            return Decision.refused(PlanRefusal.INVALID_ITEMS.of(fault.get()));
        }
        Map<String, CaseGraph.Edges> graph = CaseGraph.of(oneThing, received.items());
        List<Task> tasks = new ArrayList<>();
        List<PlannedItem> planned = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Map<String, Set<String>> owed = owed(received.said());
        List<String> accepted = received.said().acceptedOnReceipt();
        for (OneThing.Item item : oneThing.items()) {
            CaseGraph.Edges edges = graph.get(item.no());
            if (edges == null) {
                skipped.add(item.no());
                continue;
            }
            List<String> others = item.departments().stream().skip(1).distinct().toList();
            Set<String> owes = owed.getOrDefault(item.no(), Set.of());
            tasks.add(new Task(item.no(), item.kind(), item.primaryDepartment(), others, List.copyOf(edges.hard()),
                    List.copyOf(edges.soft()), accepted.contains(item.no()), Numbers.sorted(owes)));
            planned.add(PlannedItem.dispatched(item.no(), item.primaryDepartment(), edges, owes));
        }
        tasks.sort(java.util.Comparator.comparing(Task::itemNo));
        CasePlan plan = CasePlan.of(received.caseNo(), received.catalogHash(), leads(oneThing), planned);
        return Decision.accepted(new PlanEvent.Dispatched(plan,
                new ItemsDispatched(received.caseNo(), plan.epoch(), received.region(), received.oneThing(),
                        received.catalogHash(), received.handedInAt(), received.receivedAt(), now, received.pack(),
                        List.copyOf(tasks), List.copyOf(skipped), received.said().window())));
    }

    /** 容缺: by item number; what a commitment replaces for good (承诺免交) is not owed. */
    private static Map<String, Set<String>> owed(ReceiptFacts facts) {
        Map<String, Set<String>> owed = new HashMap<>();
        facts.commitments().stream().filter(c -> c.type() == Commitment.Type.DEFER)
                .forEach(
                        c -> c.items().forEach(no -> owed.computeIfAbsent(no, n -> new HashSet<>()).add(c.material())));
        return owed;
    }

    /** Where the source names no lead, whoever handles the first item is it. */
    private static List<String> leads(OneThing oneThing) {
        Set<String> leads = new LinkedHashSet<>();
        if (oneThing.lead() != null) {
            leads.add(oneThing.lead());
        }
        leads.addAll(oneThing.coLeads());
        return leads.isEmpty() ? List.of(oneThing.items().getFirst().primaryDepartment()) : List.copyOf(leads);
    }

    /** A door that does not know who decides lets everybody; behind it stands the deployment's own access control. */
    private static boolean mayLead(CasePlan plan, @Nullable String by) {
        return by == null || plan.leads().contains(by);
    }

    private static Decision<PlanEvent> endItems(CasePlan plan, List<PlanCommand.ItemEnd> ends, Instant now) {
        CasePlan after = plan;
        List<PlanEvent> events = new ArrayList<>();
        List<PlanCommand.ItemEnd> fresh = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (PlanCommand.ItemEnd end : ends) {
            Refusal no = refusal(after, end.itemNo());
            if (no != null) {
                refused.add(no);
                continue;
            }
            PlanEvent event = new PlanEvent.Ended(end);
            after = (CasePlan) PlanApplier.apply(after, event);
            events.add(event);
            fresh.add(end);
        }
        events.addAll(Propagation.of(after, fresh, now));
        events.addAll(JointDecider.settle(after, now));
        return new Decision.Accepted<>(events, refused);
    }

    private static @Nullable Refusal refusal(CasePlan plan, String itemNo) {
        PlannedItem item = plan.find(itemNo);
        if (item == null) {
            return PlanRefusal.UNKNOWN_ITEM.of(itemNo);
        }
        return item.status() instanceof Ended ? PlanRefusal.ALREADY_ENDED.of(itemNo) : null;
    }

    private static Decision<PlanEvent> withdraw(CasePlan plan, List<String> asked, Instant now) {
        for (String no : asked) {
            if (plan.find(no) == null) {
                return Decision.refused(PlanRefusal.UNKNOWN_ITEM.of(no));
            }
        }
        List<String> open = plan.items().stream().filter(PlannedItem::isOpen).map(PlannedItem::no)
                .filter(no -> asked.isEmpty() || asked.contains(no)).toList();
        return open.isEmpty()
                ? Decision.refused(PlanRefusal.NOTHING_OPEN.of())
                : Decision.accepted(new PlanEvent.Cancelled(new ItemsCancelled(plan.caseNo(), plan.epoch() + 1, now,
                        CancelReason.WITHDRAWN, open)));
    }

    private static Decision<PlanEvent> decideBlocked(CasePlan plan, PlanCommand.DecideBlocked command, Instant now) {
        PlannedItem item = plan.find(command.itemNo());
        if (item == null) {
            return Decision.refused(PlanRefusal.UNKNOWN_ITEM.of(command.itemNo()));
        }
        return switch (item.status()) {
            case Blocked blocked -> Decision.accepted(command.verdict() == Verdict.TERMINATE
                    ? new PlanEvent.Cancelled(new ItemsCancelled(plan.caseNo(), plan.epoch(), now,
                            terminated(blocked), List.of(item.no())))
                    : proceed(plan, item, blocked, now));
            case ItemStatus.Waiting waiting -> again(item, command.verdict(), PlanRefusal.NOT_BLOCKED.of(item.no()));
            case ItemStatus.Ready ready -> again(item, command.verdict(), PlanRefusal.NOT_BLOCKED.of(item.no()));
            case ItemStatus.Cancelling cancelling -> cancelling.reason() == CancelReason.WITHDRAWN
                    ? Decision.refused(PlanRefusal.ALREADY_CANCELLED.of(item.no()))
                    : terminatedBefore(item, command.verdict());
            case Ended ended -> ended.outcome() == CancelReason.PREREQUISITE_FAILED.outcome()
                    ? terminatedBefore(item, command.verdict())
                    : again(item, command.verdict(), PlanRefusal.ALREADY_ENDED.of(item.no()));
        };
    }

    /** A failed prerequisite is the graver reason where there are both. */
    private static CancelReason terminated(Blocked blocked) {
        return blocked.failed().isEmpty() ? CancelReason.COMMITMENT_BREACHED : CancelReason.PREREQUISITE_FAILED;
    }

    /** Something was waived or indulged: the lead let this item go on before. */
    private static Decision<PlanEvent> again(PlannedItem item, Verdict verdict, Refusal otherwise) {
        if (!item.letGo()) {
            return Decision.refused(otherwise);
        }
        return verdict == Verdict.CONTINUE
                ? Decision.repeated()
                : Decision.refused(PlanRefusal.DECIDED_OTHERWISE.of(item.no()));
    }

    private static Decision<PlanEvent> terminatedBefore(PlannedItem item, Verdict verdict) {
        return verdict == Verdict.TERMINATE
                ? Decision.repeated()
                : Decision.refused(PlanRefusal.DECIDED_OTHERWISE.of(item.no()));
    }

    private static PlanEvent proceed(CasePlan plan, PlannedItem item, Blocked blocked, Instant now) {
        return new PlanEvent.Continued(item.no(), new ItemsReleased(plan.caseNo(), plan.epoch(), now,
                List.of(goingOn(plan, item.no(), blocked))));
    }

    /** Everything that was kept back, in one release. */
    static Release goingOn(CasePlan plan, String itemNo, Blocked blocked) {
        List<String> handedOn = Numbers.sorted(Numbers.with(blocked.failed(), blocked.withheld()));
        List<UpstreamResult> upstream = handedOn.stream().map(no -> result(plan, no)).toList();
        List<MaterialRef> supplied = blocked.materials().supplied();
        return new Release(itemNo, blocked.continued() instanceof ItemStatus.Ready, upstream, supplied,
                supplied.isEmpty() ? null : SupplementPurpose.TOLERANCE);
    }

    private static UpstreamResult result(CasePlan plan, String no) {
        if (plan.item(no).map(PlannedItem::status).orElse(null) instanceof Ended ended) {
            return new UpstreamResult(no, ended.outcome(), ended.decisionNo(), ended.result(), ended.at());
        }
        throw new IllegalStateException("Item " + no + " of " + plan.caseNo() + " has not ended");
    }

    private static Decision<PlanEvent> reassign(CasePlan plan, PlanCommand.Reassign command, Instant now) {
        PlannedItem item = plan.find(command.itemNo());
        if (item == null) {
            return Decision.refused(PlanRefusal.UNKNOWN_ITEM.of(command.itemNo()));
        }
        return switch (item.status()) {
            case ItemStatus.Open open -> item.department().equals(command.to())
                    ? Decision.repeated()
                    : Decision.accepted(new PlanEvent.Reassigned(new ItemReassigned(plan.caseNo(), plan.epoch(),
                            item.no(), item.department(), command.to(), command.reason(), now)));
            case ItemStatus.Cancelling cancelling -> Decision.refused(PlanRefusal.ALREADY_CANCELLED.of(item.no()));
            case Ended ended -> Decision.refused(PlanRefusal.ALREADY_ENDED.of(item.no()));
        };
    }
}
