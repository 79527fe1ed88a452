package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.MaterialsOverdue;
import org.lianban.contracts.event.DispatchEvent.Overdue;
import org.lianban.contracts.event.DispatchEvent.Release;

/**
 * 容缺 and 补正 after the receipt: an item that owes a material is reviewed ahead and decided only once it is there; one
 * whose material is overdue waits for the lead department.
 */
final class Tolerance {
    private final CasePlan plan;
    private final Instant now;
    private final List<Release> releases = new ArrayList<>();
    private final List<PlanEvent> events = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    private Tolerance(CasePlan plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    static Decision<PlanEvent> supplement(CasePlan plan, PlanCommand.Supplement command, Instant now) {
        Refusal unknown = unknown(plan, command.items());
        if (unknown != null) {
            return Decision.refused(unknown);
        }
        Tolerance tolerance = new Tolerance(plan, now);
        command.items().stream().distinct().sorted().forEach(no -> tolerance.supplement(no, command));
        if (!tolerance.releases.isEmpty()) {
            tolerance.events.addFirst(new PlanEvent.Supplemented(tolerance.released()));
        }
        return tolerance.decision();
    }

    private void supplement(String no, PlanCommand.Supplement command) {
        PlannedItem item = plan.item(no).orElseThrow();
        List<MaterialRef> mine = command.materials().stream()
                .filter(m -> item.status().owes().contains(m.code())).toList();
        switch (item.status()) {
            case ItemStatus.Waiting waiting when !mine.isEmpty() -> releases.add(new Release(no,
                    waiting.supplied(codes(mine)) instanceof ItemStatus.Ready, List.of(), mine,
                    SupplementPurpose.TOLERANCE));
            case ItemStatus.Blocked blocked when !mine.isEmpty() -> {
                if (command.lifts() && blocked.liftedBy(mine)) {
                    releases.add(PlanDecider.goingOn(plan, no, blocked.supplied(mine)));
                } else {
                    events.add(new PlanEvent.SupplementWithheld(no, mine));
                }
            }
            case ItemStatus.Waiting waiting -> refused.add(PlanRefusal.NOT_OWED.of(no));
            case ItemStatus.Blocked blocked -> refused.add(PlanRefusal.NOT_OWED.of(no));
            case ItemStatus.Ready ready -> refused.add(PlanRefusal.NOT_OWED.of(no));
            case ItemStatus.Cancelling cancelling -> refused.add(PlanRefusal.ALREADY_CANCELLED.of(no));
            case ItemStatus.Ended ended -> refused.add(PlanRefusal.ALREADY_ENDED.of(no));
        }
    }

    /** The department hears of it whatever the graph says; only who is told to stop is not told more. */
    static Decision<PlanEvent> correct(CasePlan plan, PlanCommand.Correct command, Instant now) {
        Refusal unknown = unknown(plan, command.items());
        if (unknown != null) {
            return Decision.refused(unknown);
        }
        Tolerance tolerance = new Tolerance(plan, now);
        for (String no : Numbers.sorted(Set.copyOf(command.items()))) {
            switch (plan.item(no).orElseThrow().status()) {
                case ItemStatus.Open open ->
                    tolerance.releases.add(new Release(no, open instanceof ItemStatus.Ready, List.of(),
                            command.materials(), SupplementPurpose.CORRECTION, command.form()));
                case ItemStatus.Cancelling cancelling -> tolerance.refused.add(PlanRefusal.ALREADY_CANCELLED.of(no));
                case ItemStatus.Ended ended -> tolerance.refused.add(PlanRefusal.ALREADY_ENDED.of(no));
            }
        }
        if (!tolerance.releases.isEmpty()) {
            tolerance.events.add(new PlanEvent.Corrected(tolerance.released()));
        }
        return tolerance.decision();
    }

    static Decision<PlanEvent> overdue(CasePlan plan, PlanCommand.Overdue command, Instant now) {
        Refusal unknown = unknown(plan, command.items());
        if (unknown != null) {
            return Decision.refused(unknown);
        }
        Tolerance tolerance = new Tolerance(plan, now);
        List<Overdue> overdue = new ArrayList<>();
        for (String no : Numbers.sorted(Set.copyOf(command.items()))) {
            switch (plan.item(no).orElseThrow().status()) {
                case ItemStatus.Waiting waiting when waiting.owed().contains(command.material()) ->
                    overdue.add(new Overdue(no, command.material()));
                case ItemStatus.Blocked blocked when blocked.materials().owed().contains(command.material()) ->
                    overdue.add(new Overdue(no, command.material()));
                case ItemStatus.Open open -> tolerance.refused.add(PlanRefusal.NOT_OWED.of(no));
                case ItemStatus.Cancelling cancelling -> tolerance.refused.add(PlanRefusal.ALREADY_CANCELLED.of(no));
                case ItemStatus.Ended ended -> tolerance.refused.add(PlanRefusal.ALREADY_ENDED.of(no));
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

    private Decision<PlanEvent> decision() {
        return new Decision.Accepted<>(events, refused);
    }

    private static @Nullable Refusal unknown(CasePlan plan, List<String> items) {
        return items.stream().filter(no -> plan.item(no).isEmpty()).findFirst().map(PlanRefusal.UNKNOWN_ITEM::of)
                .orElse(null);
    }

    static Set<String> codes(List<MaterialRef> materials) {
        return materials.stream().map(MaterialRef::code).collect(Collectors.toSet());
    }
}
