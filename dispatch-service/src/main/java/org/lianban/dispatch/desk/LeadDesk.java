package org.lianban.dispatch.desk;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianban.dispatch.desk.LeadAnswer.Arranged;
import org.lianban.dispatch.desk.LeadAnswer.Done;
import org.lianban.dispatch.plan.CaseFold;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.plan.Decision;
import org.lianban.dispatch.plan.Numbers;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.PlanState;
import org.lianban.dispatch.plan.PlannedItem;
import org.lianban.dispatch.store.LeadCommandLog.Answered;
import org.lianban.dispatch.store.LeadCommandLog.Entry;
import org.lianban.dispatch.store.LeadCommandLog;
import org.lianban.messaging.GroupCommit;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** 牵头部门的决定: orders that arrive together share one transaction; each is answered once it is durable. */
public final class LeadDesk {
    private final PlanLedger ledger;
    private final LeadCommandLog log;
    private final JsonMapper json;
    private final GroupCommit<LeadOrder, LeadAnswer> door;

    public LeadDesk(Database database, PlanLedger ledger, LeadCommandLog log, JsonMapper json) {
        this.ledger = ledger;
        this.log = log;
        this.json = json;
        this.door = new GroupCommit<>("lead-desk", GroupCommit.Settings.DEFAULT, database, this::handle);
    }

    public Mono<LeadAnswer> submit(LeadOrder order) {
        return door.submit(order);
    }

    private Mono<List<LeadAnswer>> handle(Connection tx, List<LeadOrder> orders) {
        List<String> cases = orders.stream().map(LeadOrder::caseNo).distinct().toList();
        List<String> keys = orders.stream().map(LeadOrder::idempotencyKey).filter(Objects::nonNull).distinct().toList();
        // The plans are locked first: two requests with one key speak of one case, so the second sees what the first left.
        return ledger.open(tx, cases).flatMap(states -> log.answered(tx, keys)
                .flatMap(answered -> new Batch(states, answered).run(tx, orders)));
    }

    /** One transaction's work. */
    private final class Batch {
        private final Map<String, CaseFold> folds = new LinkedHashMap<>();
        private final Map<String, Answered> answered;
        private final List<Entry> entries = new ArrayList<>();

        Batch(Map<String, PlanState> states, Map<String, Answered> answered) {
            states.forEach((caseNo, state) -> folds.put(caseNo, new CaseFold(state, ledger.now())));
            this.answered = new HashMap<>(answered);
        }

        Mono<List<LeadAnswer>> run(Connection tx, List<LeadOrder> orders) {
            List<LeadAnswer> answers = new ArrayList<>();
            for (int i = 0; i < orders.size(); i++) {
                answers.add(answer(i, orders.get(i)));
            }
            List<PlanLedger.Cause> causes = orders.stream()
                    .map(order -> new PlanLedger.Cause(order.actor(), order.traceparent(), null)).toList();
            return ledger.close(tx, folds.values().stream().map(CaseFold::finish).toList(), causes)
                    .then(Mono.defer(() -> log.append(tx, entries))).thenReturn(answers);
        }

        private LeadAnswer answer(int index, LeadOrder order) {
            String key = order.idempotencyKey();
            Answered before = key == null ? null : answered.get(key);
            if (key != null && before != null) {
                return before.command().equals(order.text())
                        ? json.readValue(before.answer(), type(order.command()))
                        : new LeadAnswer.KeyReused(key);
            }
            CaseFold fold = Objects.requireNonNull(folds.get(order.caseNo()));
            return switch (fold.command(index, order.command())) {
                case Decision.Rejected rejected -> new LeadAnswer.Refused(rejected.reasons());
                case Decision.Repeated repeated -> answer(fold.state(), order);
                case Decision.Accepted accepted -> record(answer(fold.state(), order), order);
            };
        }

        private LeadAnswer record(LeadAnswer done, LeadOrder order) {
            String text = json.writeValueAsString(done);
            entries.add(new Entry(order.caseNo(), order.subject(), order.text(), order.reason(), order.actor(),
                    ledger.now(), order.idempotencyKey(), text));
            if (order.idempotencyKey() != null) {
                answered.put(order.idempotencyKey(), new Answered(order.idempotencyKey(), order.text(), text));
            }
            return done;
        }

        private static LeadAnswer answer(PlanState state, LeadOrder order) {
            if (!(state instanceof CasePlan plan)) {
                throw new IllegalStateException("Case " + order.caseNo() + " has no plan");
            }
            return switch (order.command()) {
                case PlanCommand.Arrange arrange -> new Arranged(plan.caseNo(), plan.activities().getLast());
                case PlanCommand.Rearrange r -> new Arranged(plan.caseNo(), plan.activity(r.activity()).orElseThrow());
                case PlanCommand.CancelActivity c -> new Arranged(plan.caseNo(),
                        plan.activity(c.activity()).orElseThrow());
                default -> done(plan, plan.item(order.subject()).orElseThrow());
            };
        }

        private static Done done(CasePlan plan, PlannedItem item) {
            return new Done(plan.caseNo(), item.no(), item.status().stage(), item.department(), plan.epoch(),
                    Numbers.sorted(item.status().waitsFor()));
        }

        private static Class<? extends LeadAnswer> type(PlanCommand command) {
            return command instanceof PlanCommand.Arrange || command instanceof PlanCommand.Rearrange
                    || command instanceof PlanCommand.CancelActivity ? Arranged.class : Done.class;
        }
    }
}
