package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianban.contracts.event.DispatchEvent.Block;
import org.lianban.contracts.event.DispatchEvent.ItemsBlocked;
import org.lianban.contracts.event.DispatchEvent.ItemsReleased;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;

/** What ends of items mean for their dependants: at most one release event and one block event, however many ended. */
final class Propagation {
    private Propagation() {}

    /** @param plan with the ends already applied */
    static List<PlanEvent> of(CasePlan plan, List<ItemEnd> ends, Instant now) {
        List<Release> releases = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (PlannedItem dependant : plan.items()) {
            List<ItemEnd> upstream = ends.stream().filter(end -> dependant.dependsOn(end.itemNo())).toList();
            if (!upstream.isEmpty()) {
                release(dependant, upstream, releases);
                block(dependant, upstream, blocks);
            }
        }
        List<PlanEvent> events = new ArrayList<>();
        if (!releases.isEmpty()) {
            events.add(new PlanEvent.Released(
                    new ItemsReleased(plan.caseNo(), plan.epoch(), now, List.copyOf(releases))));
        }
        if (!blocks.isEmpty()) {
            events.add(new PlanEvent.Blocked(
                    new ItemsBlocked(plan.caseNo(), plan.epoch(), now, plan.lead(), List.copyOf(blocks))));
        }
        return events;
    }

    private static void release(PlannedItem dependant, List<ItemEnd> ends, List<Release> releases) {
        List<UpstreamResult> upstream = ends.stream().filter(end -> end.outcome().satisfiesDependents())
                .map(end -> new UpstreamResult(end.itemNo(), end.outcome(), end.decisionNo(), end.result(), end.at()))
                .toList();
        if (upstream.isEmpty()) {
            return;
        }
        List<String> numbers = upstream.stream().map(UpstreamResult::itemNo).toList();
        switch (dependant.status()) {
            case ItemStatus.Waiting waiting -> releases
                    .add(new Release(dependant.no(), waiting.released(Set.copyOf(numbers)) instanceof ItemStatus.Ready,
                            upstream));
            case ItemStatus.Ready ready -> releases.add(new Release(dependant.no(), true, upstream));
            case ItemStatus.Blocked blocked -> {
                // Withheld until the lead decides; recorded where the end was applied.
            }
            case ItemStatus.Cancelling cancelling -> {
                // Asked to stop: needs no result.
            }
            case ItemStatus.Ended ended -> {
                // Nothing to hand on to.
            }
        }
    }

    private static void block(PlannedItem dependant, List<ItemEnd> ends, List<Block> blocks) {
        if (!dependant.isOpen()) {
            return;
        }
        for (ItemEnd end : ends) {
            if (!end.outcome().satisfiesDependents() && dependant.hard().contains(end.itemNo())) {
                blocks.add(new Block(dependant.no(), end.itemNo(), end.outcome()));
            }
        }
    }
}
