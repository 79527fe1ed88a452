package org.lianban.dispatch.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.once.Outcome;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.handler.LeadCommand;
import org.lianban.dispatch.handler.LeadHandler;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.http.Actors;
import org.lianban.http.Keys;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Who speaks for a lead department, and how its commands are answered. */
public record Leads(CatalogCopy catalog, LeadHandler handler) {
    private static final Set<Actor.Role> ALLOWED = EnumSet.of(Actor.Role.LEAD_DEPARTMENT, Actor.Role.OPERATOR,
            Actor.Role.SYSTEM);

    /**
     * @param subject item number, or the joint activity or its items
     * @param command of the department that gives it; null: nobody knows
     */
    <A extends LeadAnswer> Mono<A> submit(String caseNo, String subject,
            Function<@Nullable String, PlanCommand.OfLead> command, String reason,
            HttpHeaders headers, Class<A> answered) {
        Actor actor = Actors.of(headers, Actor.Role.LEAD_DEPARTMENT);
        if (!ALLOWED.contains(actor.role())) {
            return Mono.error(Problem.forbidden("只有牵头部门可以作出此决定。"));
        }
        return handler.submit(new LeadCommand(caseNo, subject, command.apply(department(actor)), reason, actor,
                TraceParent.of(headers)), Keys.of(headers)).map(outcome -> switch (outcome) {
                    case Outcome.Done<LeadAnswer> done -> answered.cast(done.answer());
                    case Outcome.Refused<LeadAnswer> refused -> throw Problem.of(refused.refusal());
                });
    }

    /** The department that an account speaks for, where the gateway names one: as the account or as who it stands for. */
    private @Nullable String department(Actor actor) {
        if (actor.role() != Actor.Role.LEAD_DEPARTMENT) {
            return null;
        }
        String behalf = actor.onBehalfOf();
        if (behalf != null && catalog.department(behalf).isPresent()) {
            return behalf;
        }
        return catalog.department(actor.id()).isPresent() ? actor.id() : null;
    }
}
