package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.MaterialsOverdue;
import org.lianban.contracts.event.DispatchEvent.Overdue;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.dispatch.plan.ItemStatus.Blocked;
import org.lianban.dispatch.plan.ItemStatus.Cancelling;
import org.lianban.dispatch.plan.ItemStatus.Ended;
import org.lianban.dispatch.plan.ItemStatus.Ready;
import org.lianban.dispatch.plan.ItemStatus.Waiting;
import org.lianban.dispatch.plan.PlanCommand.Correct;
import org.lianban.dispatch.plan.PlanCommand.Supplement;

/**
 * 容缺 and 补正 after the receipt: an item that owes a material is reviewed ahead and decided only once it is there; one
 * whose material is overdue waits for the lead department.
 */
final class Tolerance {
    private final CasePlan plan;
    private final Instant now;
    private final List<Release> releases = new ArrayList<>();
    private final List<PlanEvent> events = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();

    private Tolerance(CasePlan plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    static Decision supplement(CasePlan plan, Supplement command, Instant now) {
        Rejection unknown = unknown(plan, command.items());
        if (unknown != null) {
            return Decision.rejected(unknown);
        }
        Tolerance tolerance = new Tolerance(plan, now);
        command.items().stream().distinct().sorted().forEach(no -> tolerance.supplement(no, command));
        if (!tolerance.releases.isEmpty()) {
            tolerance.events.addFirst(new PlanEvent.Supplemented(tolerance.released()));
        }
        return tolerance.decision();
    }

    private void supplement(String no, Supplement command) {
        PlannedItem item = plan.item(no).orElseThrow();
        List<MaterialRef> mine = command.materials().stream()
                .filter(m -> item.status().owes().contains(m.code())).toList();
        switch (item.status()) {
            case Waiting waiting when !mine.isEmpty() -> releases.add(new Release(no,
                    waiting.supplied(codes(mine)) instanceof Ready, List.of(), mine, SupplementPurpose.TOLERANCE));
            case Blocked blocked when !mine.isEmpty() -> {
                if (command.lifts() && blocked.liftedBy(mine)) {
                    releases.add(PlanDecider.goingOn(plan, no, blocked.supplied(mine)));
                } else {
                    events.add(new PlanEvent.SupplementWithheld(no, mine));
                }
            }
            case Waiting waiting -> refused.add(Rejection.notOwed(no));
            case Blocked blocked -> refused.add(Rejection.notOwed(no));
            case Ready ready -> refused.add(Rejection.notOwed(no));
            case Cancelling cancelling -> refused.add(Rejection.alreadyCancelled(no));
            case Ended ended -> refused.add(Rejection.alreadyEnded(no));
        }
    }

    /** The department hears of it whatever the graph says; only who is told to stop is not told more. */
    static Decision correct(CasePlan plan, Correct command, Instant now) {
        Rejection unknown = unknown(plan, command.items());
        if (unknown != null) {
            return Decision.rejected(unknown);
        }
        Tolerance tolerance = new Tolerance(plan, now);
        for (String no : Numbers.sorted(Set.copyOf(command.items()))) {
            switch (plan.item(no).orElseThrow().status()) {
                case ItemStatus.Open open -> tolerance.releases.add(new Release(no, open instanceof Ready, List.of(),
                        command.materials(), SupplementPurpose.CORRECTION, command.form()));
                case Cancelling cancelling -> tolerance.refused.add(Rejection.alreadyCancelled(no));
                case Ended ended -> tolerance.refused.add(Rejection.alreadyEnded(no));
            }
        }
        if (!tolerance.releases.isEmpty()) {
            tolerance.events.add(new PlanEvent.Corrected(tolerance.released()));
        }
        return tolerance.decision();
    }

    static Decision overdue(CasePlan plan, PlanCommand.Overdue command, Instant now) {
        Rejection unknown = unknown(plan, command.items());
        if (unknown != null) {
            return Decision.rejected(unknown);
        }
        Tolerance tolerance = new Tolerance(plan, now);
        List<Overdue> overdue = new ArrayList<>();
        for (String no : Numbers.sorted(Set.copyOf(command.items()))) {
            switch (plan.item(no).orElseThrow().status()) {
                case Waiting waiting when waiting.owed().contains(command.material()) ->
                    overdue.add(new Overdue(no, command.material()));
                case Blocked blocked when blocked.materials().owed().contains(command.material()) ->
                    overdue.add(new Overdue(no, command.material()));
                case ItemStatus.Open open -> tolerance.refused.add(Rejection.notOwed(no));
                case Cancelling cancelling -> tolerance.refused.add(Rejection.alreadyCancelled(no));
                case Ended ended -> tolerance.refused.add(Rejection.alreadyEnded(no));
            }
        }
        if (!overdue.isEmpty()) {
            tolerance.events.add(new PlanEvent.BecameOverdue(
                    new MaterialsOverdue(plan.caseNo(), plan.epoch(), now, plan.lead(), overdue)));
        }
        return tolerance.decision();
    }

    private ItemsReleased released() {
        return new ItemsReleased(plan.caseNo(), plan.epoch(), now, List.copyOf(releases));
    }

    private Decision decision() {
        return events.isEmpty() ? new Decision.Rejected(refused) : new Decision.Accepted(events, refused);
    }

    private static @Nullable Rejection unknown(CasePlan plan, List<String> items) {
        return items.stream().filter(no -> plan.item(no).isEmpty()).findFirst().map(Rejection::unknownItem)
                .orElse(null);
    }

    static Set<String> codes(List<MaterialRef> materials) {
        return materials.stream().map(MaterialRef::code).collect(Collectors.toSet());
    }
}
