package org.lianban.dispatch.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.plan.Rejection;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.http.HttpHeaders;

/** Who speaks for a lead department, and how refusals of its orders are answered. */
final class Leads {
    private static final Set<Actor.Role> ALLOWED = EnumSet.of(Actor.Role.LEAD_DEPARTMENT, Actor.Role.OPERATOR,
            Actor.Role.SYSTEM);

    private final CatalogCopy catalog;

    Leads(CatalogCopy catalog) {
        this.catalog = catalog;
    }

    static Actor actor(HttpHeaders headers) {
        Actor actor = Actors.of(headers, Actor.Role.LEAD_DEPARTMENT);
        if (!ALLOWED.contains(actor.role())) {
            throw Problem.forbidden("只有牵头部门可以作出此决定。");
        }
        return actor;
    }

    /** The department that an account speaks for, where the gateway names one: as the account or as who it stands for. */
    @Nullable
    String department(Actor actor) {
        if (actor.role() != Actor.Role.LEAD_DEPARTMENT) {
            return null;
        }
        String behalf = actor.onBehalfOf();
        if (behalf != null && catalog.department(behalf).isPresent()) {
            return behalf;
        }
        return catalog.department(actor.id()).isPresent() ? actor.id() : null;
    }

    /** @throws Problem for a refusal */
    static <A extends LeadAnswer> A took(LeadAnswer answer, Class<A> type) {
        return switch (answer) {
            case LeadAnswer.Done done -> type.cast(done);
            case LeadAnswer.Arranged arranged -> type.cast(arranged);
            case LeadAnswer.KeyReused reused -> throw Problem.conflict("IDEMPOTENCY_KEY_REUSED",
                    "此 Idempotency-Key 已用于另一请求。");
            case LeadAnswer.Refused refused -> throw problem(refused);
        };
    }

    /** Several reasons, or one that the request is to blame for, are faults of its content; one of the state a conflict. */
    private static Problem problem(LeadAnswer.Refused refused) {
        if (refused.reasons().size() > 1 || refused.rejection().ofRequest()) {
            return Problem.unprocessable(refused.reasons().stream().map(Leads::fault).toList());
        }
        Rejection one = refused.rejection();
        return switch (one.kind()) {
            case UNKNOWN_CASE, UNKNOWN_ITEM, UNKNOWN_ACTIVITY -> Problem.notFound(one.detail());
            case NOT_THE_LEAD -> Problem.forbidden(one.detail());
            case INVALID_ITEMS, ALREADY_DISPATCHED, FORESTALLED, ALREADY_ENDED, ALREADY_CANCELLED, NOTHING_OPEN,
                    NOT_BLOCKED, NOT_OWED, ACTIVITY_OVER, NOT_A_PARTICIPANT, TOO_FEW_ITEMS, NAMED_TWICE,
                    TOO_MANY_ACTIVITIES, IN_THE_PAST, DECIDED_OTHERWISE ->
                Problem.conflict(one.kind().name(), one.detail());
        };
    }

    private static Fault fault(Rejection rejection) {
        return new Fault(rejection.kind() == Rejection.Kind.IN_THE_PAST ? "/at" : "/items", rejection.kind().name(),
                rejection.detail());
    }
}
