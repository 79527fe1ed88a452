package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Move;
import org.lianban.catalog.drafting.handler.ProposalHandler;
import org.lianban.catalog.drafting.proposal.Proposal;
import org.lianban.catalog.drafting.query.ProposalQueries;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.web.Bodies;
import org.lianban.catalog.listing.web.CatalogMeters;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.Page;
import org.lianban.catalog.listing.web.Parameters;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 提议、调整申请、意见建议. */
@RestController
@RequestMapping("/api/proposals")
@Tag(name = "proposals", description = "申报纳入、事项调整申请、群众意见建议")
class ProposalController {
    private static final int PAGE = 50;

    private final ProposalHandler proposals;
    private final ProposalQueries queries;
    private final Commands commands;

    ProposalController(ProposalHandler proposals, ProposalQueries queries, Commands commands) {
        this.proposals = proposals;
        this.queries = queries;
        this.commands = commands;
    }

    /** @param reply what the proposer is told */
    record Order(Proposal.@Nullable Move move, @Nullable String reply) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose a one-thing or a change of an item (any department), or suggest something (anybody)")
    @ApiResponse(responseCode = "201")
    Mono<Proposal> file(@RequestBody String body, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        Command command = commands.of(actor, request, body);
        boolean official = actor.role() == Actor.Role.DEPARTMENT_OFFICER || actor.role() == Actor.Role.LEAD_DEPARTMENT
                || actor.role() == Actor.Role.CATALOG_ADMIN;
        return proposals.file(command, Bodies.read(body, Proposal.Filing.class),
                official ? Authors.department(actor) : null)
                .map(outcome -> commands.done(CatalogMeters.Subject.PROPOSAL, outcome));
    }

    @GetMapping
    @Operation(summary = "ProposalHandler with their state, replies and support",
            description = "Keyset paging: pass next as after.")
    Mono<Page<Proposal.Listed>> list(
            @Parameter(example = "410721") @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Parameters parameters = new Parameters();
        int size = parameters.limit(limit, PAGE);
        @Nullable
        String where = parameters.region(region);
        @Nullable
        String which = parameters.oneOf("kind", kind, Proposal.Kind.class);
        String last = parameters.text("after", after);
        parameters.orRefuse();
        return queries.list(where, which, last, size + 1)
                .map(found -> Page.of(found, size, l -> l.proposal().id()));
    }

    @PostMapping(path = "/{id}/moves", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Review, forward to the level above, adopt or reject, with a reply")
    Mono<Proposal> move(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        Command command = commands.of(request, body);
        Order order = Bodies.read(body, Order.class);
        Proposal.Move move = order.move();
        String reply = order.reply();
        boolean decides = move == Proposal.Move.ADOPT || move == Proposal.Move.REJECT;
        if (move == null || decides && (reply == null || reply.isBlank())) {
            throw Problem.unprocessable(List.of(move == null
                    ? new Fault("/move", "MISSING", "缺少操作")
                    : new Fault("/reply", "MISSING", "采纳或者不采纳应答复提议人")));
        }
        return proposals.move(command, id, move, reply)
                .map(outcome -> commands.done(CatalogMeters.Subject.PROPOSAL, outcome));
    }

    @PostMapping("/{id}/support")
    @Operation(summary = "Support a proposal, once per account")
    Mono<Proposal.Listed> support(@PathVariable String id, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        return proposals.support(commands.of(actor, request, ""), id, actor.id())
                .map(outcome -> commands.done(CatalogMeters.Subject.PROPOSAL, outcome));
    }
}
