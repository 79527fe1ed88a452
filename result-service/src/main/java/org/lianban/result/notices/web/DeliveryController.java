package org.lianban.result.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.event.ResultEvent.Choice;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.kit.access.AccessLog;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.bundle.web.Parameters;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.delivery.Order;
import org.lianban.result.notices.handler.DeliveryHandler;
import org.lianban.result.notices.handler.NoticeHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 出件: choice, receipt at the certificate window, delivery, and the applicant's own view. */
@RestController
@RequestMapping("/api/cases/{caseNo}")
@Tag(name = "results", description = "结果：到窗、领取、送达")
class DeliveryController {
    private static final int MOST_ITEMS = 99;

    private final DeliveryHandler desk;
    private final Sources sources;
    private final AccessLog access;

    /** What the view is drawn from. */
    record Sources(CaseQueries cases, NoticeHandler notices, Law law) {}

    DeliveryController(DeliveryHandler desk, CaseQueries cases, NoticeHandler notices, Law law, AccessLog access) {
        this.desk = desk;
        this.sources = new Sources(cases, notices, law);
        this.access = access;
    }

    @GetMapping("/results")
    @Operation(summary = "Results of the case: what was decided, where it is, what can be downloaded",
            description = "Reading is logged.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(OfficeExamples.RESULTS)))
    Mono<ResultsView> results(@Parameter(example = OfficeExamples.CASE) @PathVariable String caseNo,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.READERS, "查看办理结果");
        return view(caseNo, actor, true);
    }

    private Mono<ResultsView> view(String caseNo, Actor actor, boolean logged) {
        var parameters = new Parameters();
        parameters.key("caseNo", caseNo);
        parameters.orRefuse();
        return sources.cases().one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .flatMap(stored -> (logged
                        ? access.record(actor, caseNo, "个人中心查看结果", List.of("results"))
                        : Mono.<Void>empty())
                        .then(sources.notices().of(caseNo))
                        .map(notices -> ResultsView.of(stored.bundle(),
                                sources.law().oneThing(stored.bundle()).orElse(null), notices)));
    }

    /** @param choice ALL_AT_ONCE or PER_ITEM @param way WINDOW, COURIER or ELECTRONIC */
    record ChoiceForm(@Nullable Choice choice, @Nullable Way way) {
        Order order() {
            List<Fault> faults = new ArrayList<>();
            if (choice == null) {
                faults.add(new Fault("/choice", "MISSING", "应选择统一领取（ALL_AT_ONCE）或者分别领取（PER_ITEM）"));
            }
            if (way == null) {
                faults.add(new Fault("/way", "MISSING", "应选择领取方式：WINDOW、COURIER或者ELECTRONIC"));
            }
            refuse(faults);
            return new Order.Choose(Objects.requireNonNull(choice), Objects.requireNonNull(way));
        }
    }

    @PutMapping("/delivery-choice")
    @Operation(summary = "All at once or each by itself, and how; changeable until the first delivery")
    @ApiResponse(responseCode = "409", description = "Something was delivered already", content = @Content)
    Mono<ResultsView> choose(@Parameter(example = OfficeExamples.CASE) @PathVariable String caseNo,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject("{\"choice\":\"ALL_AT_ONCE\",\"way\":\"COURIER\"}"))) @RequestBody ChoiceForm form,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.APPLICANT_OR_DESK, "选择领取方式");
        return submit(caseNo, actor, headers, form.order());
    }

    /** @param items item numbers @param window certificate window; the actor's own where nothing is said */
    record ReceiptForm(@Nullable List<String> items, @Nullable String window) {
        Order order(@Nullable String own) {
            List<Fault> faults = new ArrayList<>();
            if (items == null || items.isEmpty() || items.size() > MOST_ITEMS) {
                faults.add(new Fault("/items", "MISSING", "应列明到窗的事项，1至99项"));
            }
            var at = window == null ? own : window;
            if (at == null || at.isBlank()) {
                faults.add(new Fault("/window", "MISSING", "应说明发证窗口"));
            }
            refuse(faults);
            return new Order.Receive(Objects.requireNonNull(items), Objects.requireNonNull(at));
        }
    }

    @PostMapping("/results/receipt")
    @Operation(summary = "Results have come to the certificate window",
            description = "What was there before is not received twice.")
    @ApiResponse(responseCode = "422", description = "Every item that has no result", content = @Content)
    Mono<ResultsView> receive(@Parameter(example = OfficeExamples.CASE) @PathVariable String caseNo,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject("{\"items\":[\"01\"],\"window\":\"410721-fz01\"}"))) @RequestBody ReceiptForm form,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.CERTIFICATE_WINDOW,
                "登记结果到窗");
        return submit(caseNo, actor, headers, form.order(actor.window()));
    }

    /** @param items empty: everything that is there @param receiver full name; only its masked form is kept */
    record DeliveryForm(@Nullable List<String> items, @Nullable Way way, @Nullable String receiver,
            @Nullable String proof) {
        Order order() {
            if (way == null) {
                refuse(List.of(new Fault("/way", "MISSING", "应填写送达方式")));
            }
            return new Order.Complete(items == null ? List.of() : items, Objects.requireNonNull(way),
                    receiver == null ? "" : receiver, proof == null ? "" : proof);
        }

        @Override
        public String toString() {
            return "DeliveryForm" + items;
        }
    }

    @PostMapping("/results/delivery")
    @Operation(summary = "Handed out, with proof; the departments get a copy",
            description = "Every fault at once: no result, not filed, already delivered, other than the applicant chose.")
    @ApiResponse(responseCode = "422", content = @Content)
    Mono<ResultsView> deliver(@Parameter(example = OfficeExamples.CASE) @PathVariable String caseNo,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(OfficeExamples.DELIVERY))) @RequestBody DeliveryForm form,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.CERTIFICATE_WINDOW, "送达结果");
        return submit(caseNo, actor, headers, form.order());
    }

    private Mono<ResultsView> submit(String caseNo, Actor actor, HttpHeaders headers, Order order) {
        return desk.submit(caseNo, actor, headers.getFirst("traceparent"), order).map(Answers::of)
                .then(Mono.defer(() -> view(caseNo, actor, false)));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults);
        }
    }
}
