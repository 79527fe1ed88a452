package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.handler.ProposalHandler;
import org.lianban.catalog.drafting.proposal.Proposal;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.RegionPage;
import org.lianban.command.Actor;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.text.TextKind;
import org.springdoc.core.annotations.ParameterObject;
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
record ProposalController(ProposalHandler proposals, Commands commands) {
    private static final int PAGE = 50;

    /** @param reply what the proposer is told */
    record ProposalMove(@Field(label = "操作", example = "ADOPT") Proposal.Move move,
            @Field(label = "答复", kind = TextKind.LINES, example = "已列入第一批清单") @Nullable String reply) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose a one-thing or a change of an item (any department), or suggest something (anybody)")
    Mono<Proposal> file(@RequestBody Proposal.Filing filing, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        boolean official = actor.role() == Actor.Role.DEPARTMENT_OFFICER || actor.role() == Actor.Role.LEAD_DEPARTMENT
                || actor.role() == Actor.Role.CATALOG_ADMIN;
        return commands.by(actor, Commands.Subject.PROPOSAL, request, filing,
                c -> proposals.file(c, filing, official ? Authors.department(actor) : null));
    }

    @GetMapping
    @Operation(summary = "Proposals with their state, replies and support")
    Mono<Page<Proposal.Listed>> list(@ParameterObject RegionPage.Asked asked,
            @Parameter(schema = @Schema(implementation = Proposal.Kind.class)) @RequestParam @Nullable String kind) {
        Parameters parameters = new Parameters();
        Proposal.Kind which = parameters.choice("kind", kind, Proposal.Kind.class);
        return RegionPage.of(parameters, asked, PAGE).answer((region, after, limit) -> proposals.list(region,
                which == null ? null : which.name(), after, limit), l -> l.proposal().id());
    }

    @PostMapping(path = "/{id}/moves", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Review, forward to the level above, adopt or reject, with a reply")
    Mono<Proposal> move(@PathVariable String id, @RequestBody ProposalMove order, ServerHttpRequest request) {
        return commands.byOwner(Commands.Subject.PROPOSAL, request, order,
                c -> proposals.move(c, id, order.move(), order.reply()));
    }

    @PostMapping("/{id}/support")
    @Operation(summary = "Support a proposal, once per account")
    Mono<Proposal.Listed> support(@PathVariable String id, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.APPLICANT);
        return commands.by(actor, Commands.Subject.PROPOSAL, request, null, c -> proposals.support(c, id, actor.id()));
    }
}
