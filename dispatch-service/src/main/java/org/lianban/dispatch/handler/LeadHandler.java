package org.lianban.dispatch.handler;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianban.dispatch.handler.LeadAnswer.Arranged;
import org.lianban.dispatch.handler.LeadAnswer.Done;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.Decision;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlanUnitOfWork;
import org.lianban.dispatch.plan.PlannedItem;
import org.lianban.dispatch.store.LeadCommandLog.Answered;
import org.lianban.dispatch.store.LeadCommandLog.Entry;
import org.lianban.dispatch.store.LeadCommandLog;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 牵头部门的决定: commands that arrive together share one transaction; each is answered once it is durable. */
public final class LeadHandler {
    private final PlanHandler plans;
    private final LeadCommandLog log;
    private final JsonMapper json;
    private final GroupCommit<LeadCommand, LeadAnswer> door;

    public LeadHandler(Database database, PlanHandler plans, LeadCommandLog log, JsonMapper json) {
        this.plans = plans;
        this.log = log;
        this.json = json;
        this.door = new GroupCommit<>("lead", GroupCommit.Settings.DEFAULT, database, this::handle);
    }

    public Mono<LeadAnswer> submit(LeadCommand command) {
        return door.submit(command);
    }

    private Mono<List<LeadAnswer>> handle(Connection tx, List<LeadCommand> commands) {
        List<String> cases = commands.stream().map(LeadCommand::caseNo).distinct().toList();
        List<String> keys = commands.stream().map(LeadCommand::idempotencyKey).filter(Objects::nonNull).distinct()
                .toList();
        // The plans are locked first: two requests with one key speak of one case, so the second sees what the first left.
        return plans.open(tx, cases).flatMap(states -> log.answered(tx, keys)
                .flatMap(answered -> new Batch(states, answered).run(tx, commands)));
    }

    /** One transaction's work. */
    private final class Batch {
        private final Map<String, PlanUnitOfWork> folds = new LinkedHashMap<>();
        private final Map<String, Answered> answered;
        private final List<Entry> entries = new ArrayList<>();

        Batch(Map<String, PlanState> states, Map<String, Answered> answered) {
            states.forEach((caseNo, state) -> folds.put(caseNo, new PlanUnitOfWork(state, plans.now())));
            this.answered = new HashMap<>(answered);
        }

        Mono<List<LeadAnswer>> run(Connection tx, List<LeadCommand> commands) {
            List<LeadAnswer> answers = new ArrayList<>();
            for (int i = 0; i < commands.size(); i++) {
                answers.add(answer(i, commands.get(i)));
            }
            List<PlanHandler.Cause> causes = commands.stream()
                    .map(command -> new PlanHandler.Cause(command.actor(), command.traceparent(), null)).toList();
            return plans.close(tx, folds.values().stream().map(PlanUnitOfWork::finish).toList(), causes)
                    .then(Mono.defer(() -> log.append(tx, entries))).thenReturn(answers);
        }

        private LeadAnswer answer(int index, LeadCommand command) {
            String key = command.idempotencyKey();
            Answered before = key == null ? null : answered.get(key);
            if (key != null && before != null) {
                return before.command().equals(command.text())
                        ? json.readValue(before.answer(), type(command.command()))
                        : new LeadAnswer.KeyReused(key);
            }
            PlanUnitOfWork fold = Objects.requireNonNull(folds.get(command.caseNo()));
            return switch (fold.command(index, command.command())) {
                case Decision.Rejected rejected -> new LeadAnswer.Refused(rejected.reasons());
                case Decision.Repeated repeated -> answer(fold.state(), command);
                case Decision.Accepted accepted -> record(answer(fold.state(), command), command);
            };
        }

        private LeadAnswer record(LeadAnswer done, LeadCommand command) {
            String text = json.writeValueAsString(done);
            entries.add(
                    new Entry(command.caseNo(), command.subject(), command.text(), command.reason(), command.actor(),
                            plans.now(), command.idempotencyKey(), text));
            if (command.idempotencyKey() != null) {
                answered.put(command.idempotencyKey(), new Answered(command.idempotencyKey(), command.text(), text));
            }
            return done;
        }

        private static LeadAnswer answer(PlanState state, LeadCommand command) {
            if (!(state instanceof CasePlan plan)) {
                throw new IllegalStateException("Case " + command.caseNo() + " has no plan");
            }
            return switch (command.command()) {
                case PlanCommand.Arrange arrange -> new Arranged(plan.caseNo(), plan.activities().getLast());
                case PlanCommand.Rearrange r -> new Arranged(plan.caseNo(), plan.activity(r.activity()).orElseThrow());
                case PlanCommand.CancelActivity c -> new Arranged(plan.caseNo(),
                        plan.activity(c.activity()).orElseThrow());
                case PlanCommand.DecideBlocked decided -> done(plan, plan.item(decided.itemNo()).orElseThrow());
                case PlanCommand.Reassign moved -> done(plan, plan.item(moved.itemNo()).orElseThrow());
            };
        }

        private static Done done(CasePlan plan, PlannedItem item) {
            return new Done(plan.caseNo(), item.no(), item.status().stage(), item.department(), plan.epoch(),
                    Numbers.sorted(item.status().waitsFor()));
        }

        private static Class<? extends LeadAnswer> type(PlanCommand.OfLead command) {
            return switch (command) {
                case PlanCommand.DecideBlocked item -> Done.class;
                case PlanCommand.Reassign item -> Done.class;
                case PlanCommand.Arrange activity -> Arranged.class;
                case PlanCommand.Rearrange activity -> Arranged.class;
                case PlanCommand.CancelActivity activity -> Arranged.class;
            };
        }
    }
}
