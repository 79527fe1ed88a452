package org.lianban.dispatch.handler;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.dispatch.handler.LeadAnswer.Arranged;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.PlanEvent;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlanUnitOfWork;
import org.lianban.dispatch.plan.PlannedItem;
import org.lianban.dispatch.store.LeadCommandLog;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 牵头部门的决定: commands that arrive together share one transaction; each is answered once it is durable. */
public final class LeadHandler {
    private final PlanHandler plans;
    private final LeadCommandLog log;
    private final OnceOnly<LeadCommand, LeadAnswer> once;

    public LeadHandler(Database database, PlanHandler plans, LeadCommandLog log, InstantSource clock, JsonMapper json) {
        this.plans = plans;
        this.log = log;
        this.once = new OnceOnly<>("lead", database, clock,
                new OnceOnly.Codec<>(json::writeValueAsString, text -> read(json, text)), this::handle);
    }

    private static LeadAnswer read(JsonMapper json, String text) {
        JsonNode answer = json.readTree(text);
        return answer.has("joint")
                ? json.treeToValue(answer, Arranged.class)
                : json.treeToValue(answer, LeadAnswer.Decided.class);
    }

    /** @param key Idempotency-Key; null: none */
    public Mono<Outcome<LeadAnswer>> submit(LeadCommand command, @Nullable String key) {
        return once.submit(command.under(key));
    }

    private Mono<List<Outcome<LeadAnswer>>> handle(Connection tx, List<LeadCommand> commands) {
        return plans.open(tx, commands.stream().map(LeadCommand::caseNo).distinct().toList()).flatMap(states -> {
            Map<String, PlanUnitOfWork> work = new LinkedHashMap<>();
            states.forEach((caseNo, state) -> work.put(caseNo, new PlanUnitOfWork(state, plans.now())));
            List<LeadCommandLog.Entry> entries = new ArrayList<>();
            List<Outcome<LeadAnswer>> outcomes = new ArrayList<>();
            for (int i = 0; i < commands.size(); i++) {
                LeadCommand command = commands.get(i);
                outcomes.add(carryOut(i, command, Objects.requireNonNull(work.get(command.caseNo())), entries));
            }
            List<PlanHandler.Cause> causes = commands.stream()
                    .map(command -> new PlanHandler.Cause(command.actor().text(), command.traceparent(), null))
                    .toList();
            return plans.close(tx, work.values().stream().map(PlanUnitOfWork::finish).toList(), causes)
                    .then(Mono.defer(() -> log.append(tx, entries))).thenReturn(outcomes);
        });
    }

    private Outcome<LeadAnswer> carryOut(int index, LeadCommand command, PlanUnitOfWork work,
            List<LeadCommandLog.Entry> entries) {
        return switch (work.command(index, command.command())) {
            case Decision.Refused<PlanEvent> refused -> Outcome.refused(refused.refusal());
            case Decision.Repeated<PlanEvent> repeated -> Outcome.done(answer(work.state(), command.command()));
            case Decision.Accepted<PlanEvent> accepted -> {
                entries.add(
                        new LeadCommandLog.Entry(command.caseNo(), command.subject(), command.text(), command.reason(),
                                command.actor().text(), plans.now()));
                yield Outcome.done(answer(work.state(), command.command()));
            }
        };
    }

    private static LeadAnswer answer(PlanState state, PlanCommand.OfLead command) {
        if (!(state instanceof CasePlan plan)) {
            throw new IllegalStateException("Case " + state.caseNo() + " has no plan");
        }
        return switch (command) {
            case PlanCommand.Arrange arrange -> new Arranged(plan.caseNo(), plan.activities().getLast());
            case PlanCommand.Rearrange r -> new Arranged(plan.caseNo(), plan.activity(r.activity()).orElseThrow());
            case PlanCommand.CancelActivity c -> new Arranged(plan.caseNo(), plan.activity(c.activity()).orElseThrow());
            case PlanCommand.DecideBlocked decided -> decided(plan, decided.itemNo());
            case PlanCommand.Reassign moved -> decided(plan, moved.itemNo());
        };
    }

    private static LeadAnswer.Decided decided(CasePlan plan, String itemNo) {
        PlannedItem item = plan.item(itemNo).orElseThrow();
        return new LeadAnswer.Decided(plan.caseNo(), item.no(), item.status().stage(), item.department(), plan.epoch(),
                Numbers.sorted(item.status().waitsFor()));
    }
}
