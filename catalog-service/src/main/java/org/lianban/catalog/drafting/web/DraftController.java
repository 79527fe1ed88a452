package org.lianban.catalog.drafting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Author;
import org.lianban.catalog.drafting.Checklist;
import org.lianban.catalog.drafting.Draft;
import org.lianban.catalog.drafting.DraftCommand;
import org.lianban.catalog.drafting.DraftStage;
import org.lianban.catalog.drafting.NewDraft;
import org.lianban.catalog.drafting.gate.Gaps;
import org.lianban.catalog.drafting.handler.DraftHandler;
import org.lianban.catalog.drafting.query.DraftQueries;
import org.lianban.catalog.drafting.query.GateQueries;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.RegionPage;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** 草案: from the first line to the public. */
@RestController
@RequestMapping("/api/drafts")
@Tag(name = "drafts", description = "一件事草案：起草、审核、联调联测、联办部门确认、试运行、正式运行")
record DraftController(DraftHandler drafts, DraftQueries store, GateQueries gaps, Commands commands) {
    private static final int PAGE = 50;

    /** A question of the checklist. */
    record Question(String key, Checklist.Step step, String text) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Begin a draft",
            description = """
                    By the catalogue's owner or the lead department. A code has one open draft at a time. Elements of the base
                    catalogue that are left open are filled in.""")
    @ApiResponse(responseCode = "201")
    Mono<ResponseEntity<Draft>> begin(@RequestBody NewDraft wanted, ServerHttpRequest request) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.CATALOG_ADMIN);
        Author author = Authors.of(actor);
        return commands.by(actor, Commands.Subject.DRAFT, request, wanted, c -> drafts.begin(c, author, wanted))
                .map(draft -> ResponseEntity
                        .created(UriComponentsBuilder.fromPath("/api/drafts/{id}").build(draft.id())).body(draft));
    }

    @GetMapping
    @Operation(summary = "Drafts by id")
    Mono<Page<DraftQueries.Summary>> list(@ParameterObject RegionPage.Asked asked,
            @Parameter(schema = @Schema(implementation = DraftStage.class)) @RequestParam @Nullable String stage) {
        Parameters parameters = new Parameters();
        DraftStage which = parameters.choice("stage", stage, DraftStage.class);
        return RegionPage.of(parameters, asked, PAGE).answer((region, after, limit) -> store.list(region,
                which == null ? null : which.name(), after, limit), DraftQueries.Summary::id);
    }

    @GetMapping("/checklist")
    @Operation(summary = "The questions of both steps of review")
    Page<Question> checklist() {
        return new Page<>(
                Arrays.stream(Checklist.Question.values()).map(q -> new Question(q.name(), q.step(), q.text()))
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A draft as it stands")
    Mono<Draft> find(@PathVariable String id) {
        return store.find(id).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此草案")));
    }

    @GetMapping("/{id}/log")
    @Operation(summary = "Everything that happened to a draft, newest first")
    Mono<Page<DraftQueries.Logged>> log(@PathVariable String id,
            @Parameter(description = "last revision of the page before") @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        Parameters parameters = new Parameters();
        int before = (int) parameters.number("after", after, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        return store.log(id, before, size + 1)
                .map(found -> Page.of(found, size, logged -> String.valueOf(logged.revision())));
    }

    @GetMapping("/{id}/gaps")
    @Operation(summary = "What the draft misses before it may be tested: artefacts, elements, lint")
    Mono<Gaps> gaps(@PathVariable String id) {
        return find(id).flatMap(draft -> gaps.gaps(draft.content(), draft.annex()));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Edit a draft that is not in review")
    Mono<Draft> edit(@PathVariable String id, @RequestBody DraftCommand.Edit command, ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Hand in for review", description = "Answers 422 with all faults of the content at once.")
    Mono<Draft> submit(@PathVariable String id, ServerHttpRequest request) {
        return act(id, request, new DraftCommand.Submit());
    }

    @PostMapping(path = "/{id}/lead-confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "First step of review, by the lead department, with its answers to the checklist")
    Mono<Draft> confirm(@PathVariable String id, @RequestBody DraftCommand.ConfirmByLead command,
            ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping(path = "/{id}/admin-review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Second step of review, by the catalogue's owner, with its answers to the checklist")
    Mono<Draft> review(@PathVariable String id, @RequestBody DraftCommand.ReviewByAdmin command,
            ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping(path = "/{id}/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a draft back to be mended; a version that was tested is withdrawn")
    Mono<Draft> giveBack(@PathVariable String id, @RequestBody DraftCommand.Return command, ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping("/{id}/testing")
    @Operation(summary = "Announce the version for test cases",
            description = "Six artefacts, six elements and the lint: all faults at once.")
    Mono<Draft> test(@PathVariable String id, ServerHttpRequest request) {
        return act(id, request, new DraftCommand.BeginTesting());
    }

    @PostMapping(path = "/{id}/test-runs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record a test run")
    Mono<Draft> run(@PathVariable String id, @RequestBody DraftCommand.RecordRun command, ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping(path = "/{id}/opinions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A joint department confirms or objects")
    Mono<Draft> opinion(@PathVariable String id, @RequestBody DraftCommand.GiveOpinion command,
            ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping(path = "/{id}/trial", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish on trial under a document",
            description = "When every joint department has confirmed and the last run of every scenario has passed.")
    Mono<Draft> trial(@PathVariable String id, @RequestBody DraftCommand.BeginTrial command,
            ServerHttpRequest request) {
        return act(id, request, command);
    }

    @PostMapping("/{id}/live")
    @Operation(summary = "End the trial: the version is live")
    Mono<Draft> live(@PathVariable String id, ServerHttpRequest request) {
        return act(id, request, new DraftCommand.GoLive());
    }

    @PostMapping(path = "/{id}/abandonment", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a draft up")
    Mono<Draft> abandon(@PathVariable String id, @RequestBody DraftCommand.Abandon command, ServerHttpRequest request) {
        return act(id, request, command);
    }

    private Mono<Draft> act(String id, ServerHttpRequest request, DraftCommand wanted) {
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.CATALOG_ADMIN);
        Author author = Authors.of(actor);
        return commands.by(actor, Commands.Subject.DRAFT, request, wanted, c -> drafts.act(c, author, id, wanted));
    }
}
