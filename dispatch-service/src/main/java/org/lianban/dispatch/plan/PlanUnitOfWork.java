package org.lianban.dispatch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.messaging.sequence.SequenceCheck;

/**
 * Folds what one batch says about one case over its plan. Item ends that follow each other become one command, so that
 * a batch in which five prerequisites end releases their dependants in one event.
 *
 * <p>Not shared between threads; use once.
 */
public final class PlanUnitOfWork {
    /** An event to publish. @param cause index of the message or command that it follows from */
    public record Announced(long sequence, DispatchEvent event, int cause) {}

    private final Instant now;
    private final PlanState before;
    private PlanState state;
    private final List<PlanEvent> events = new ArrayList<>();
    private final List<Announced> announced = new ArrayList<>();
    private final List<Integer> early = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<PlanCommand.ItemEnd> ends = new ArrayList<>();
    private int duplicates;
    private int lastEnd;

    public PlanUnitOfWork(PlanState state, Instant now) {
        this.before = state;
        this.state = state;
        this.now = now;
    }

    /** @param index names the message in {@link Announced#cause} and {@link #early} */
    public void hear(int index, PlanMessage heard) {
        switch (check(heard)) {
            case DUPLICATE -> duplicates++;
            case GAP -> early.add(index);
            case NEXT -> {
                switch (heard) {
                    case PlanMessage.FromIntake message -> hear(index, message);
                    case PlanMessage.FromDepartment message -> hear(index, message);
                }
            }
        }
    }

    /**
     * A case of which nothing is known begins wherever it is received: what intake said before is of no consequence
     * here. Everything else presupposes a plan.
     */
    private SequenceCheck check(PlanMessage heard) {
        return switch (heard) {
            case PlanMessage.FromIntake message -> state instanceof PlanState.Absent
                    ? presupposesPlan(message.command()) ? SequenceCheck.GAP : SequenceCheck.NEXT
                    : SequenceCheck.of(state.heard(), message.sequence());
            case PlanMessage.FromDepartment message -> switch (state) {
                case PlanState.Absent absent -> SequenceCheck.GAP;
                case PlanState.Forestalled forestalled -> SequenceCheck.NEXT;
                case CasePlan plan -> SequenceCheck
                        .of(plan.item(message.itemNo()).map(PlannedItem::heard).orElse(message.sequence() - 1),
                                message.sequence());
            };
        };
    }

    private static boolean presupposesPlan(@Nullable PlanCommand command) {
        return command instanceof PlanCommand.OfPlan
                || command instanceof PlanCommand.Withdraw some && !some.items().isEmpty();
    }

    private void hear(int index, PlanMessage.FromIntake message) {
        PlanCommand command = message.command();
        if (command != null) {
            command(index, command);
        }
        state = state.heard(message.sequence());
    }

    private void hear(int index, PlanMessage.FromDepartment message) {
        if (state instanceof CasePlan plan && plan.find(message.itemNo()) != null) {
            state = plan.heard(message.itemNo(), message.sequence());
            if (message.end() != null) {
                ends.add(message.end());
                lastEnd = index;
            }
            PlanCommand command = message.command();
            if (command != null) {
                command(index, command);
            }
        } else {
            refusals.add(state instanceof CasePlan
                    ? PlanRefusal.UNKNOWN_ITEM.of(message.itemNo())
                    : PlanRefusal.UNKNOWN_CASE.of(state.caseNo()));
        }
    }

    /** Decides and applies one command; what ended before it comes first. */
    public Decision<PlanEvent> command(int index, PlanCommand command) {
        settleEnds();
        return decide(index, command);
    }

    /** As far as it has been decided. */
    public PlanState state() {
        return state;
    }

    private void settleEnds() {
        if (!ends.isEmpty()) {
            decide(lastEnd, new PlanCommand.EndItems(List.copyOf(ends)));
            ends.clear();
        }
    }

    private Decision<PlanEvent> decide(int index, PlanCommand command) {
        Decision<PlanEvent> decision = PlanDecider.decide(state, command, now);
        switch (decision) {
            case Decision.Accepted<PlanEvent> accepted -> {
                accepted.events().forEach(event -> apply(index, event));
                refusals.addAll(accepted.refused());
            }
            case Decision.Refused<PlanEvent> refused -> refusals.add(refused.refusal());
            case Decision.Repeated<PlanEvent> repeated -> duplicates++;
        }
        return decision;
    }

    private void apply(int index, PlanEvent event) {
        state = PlanApplier.apply(state, event);
        events.add(event);
        DispatchEvent announcement = event.announcement();
        if (announcement != null && state instanceof CasePlan plan) {
            announced.add(new Announced(plan.announced(), announcement, index));
        }
    }

    /** The outcome of all that was heard. */
    public Folded finish() {
        settleEnds();
        return new Folded(before, state, List.copyOf(events), List.copyOf(announced), List.copyOf(early), duplicates,
                List.copyOf(refusals));
    }

    /**
     * @param events what happened, in order
     * @param announced which of it the other services are told
     * @param early indexes of messages whose predecessor is missing
     * @param duplicates messages and commands that had been dealt with before
     */
    public record Folded(PlanState before, PlanState state, List<PlanEvent> events, List<Announced> announced,
            List<Integer> early, int duplicates, List<Refusal> refusals) {

        public boolean changed() {
            return state != before;
        }
    }
}
