package org.lianban.dispatch.query;

import java.util.List;
import java.util.function.Function;
import org.lianban.dispatch.plan.CasePlan;
import org.lianban.dispatch.store.PlanRepository;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Reads plans for people, with the names that the catalogue gives. */
public record PlanQueries(Database database, PlanRepository plans, CatalogCopy catalog) {
    /** Empty for a case that was not dispatched. */
    public Mono<PlanView> plan(String caseNo) {
        return find(caseNo, plan -> PlanView.of(plan, names(plan)));
    }

    /** 联合活动, oldest first; empty for a case that was not dispatched. */
    public Mono<List<JointView>> activities(String caseNo) {
        return find(caseNo, plan -> JointView.all(plan, names(plan)));
    }

    /** Of one lead department, after a case number, ascending. */
    public Mono<BlockedView> blocked(String lead, String after, int limit) {
        return database.withConnection(c -> plans.blocked(c, lead, after, limit + 1))
                .map(found -> BlockedView.page(found, limit, this::names));
    }

    private <T> Mono<T> find(String caseNo, Function<CasePlan, T> view) {
        return database.withConnection(c -> plans.find(c, caseNo)).mapNotNull(
                state -> state instanceof CasePlan plan ? view.apply(plan) : null);
    }

    private Names names(CasePlan plan) {
        return new Names(catalog.version(plan.catalogHash()), catalog);
    }
}
