package org.lianban.result.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.FaultCode;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.http.TraceParent;
import org.lianban.kit.access.AccessLog;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.delivery.DeliveryDecider;
import org.lianban.result.notices.delivery.Proofs;
import org.lianban.result.notices.handler.DeliveryHandler;
import org.lianban.result.notices.handler.NoticeHandler;
import org.lianban.text.TextKind;
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
record DeliveryController(DeliveryHandler deliveries, CaseQueries cases, NoticeHandler notices, Law law,
        AccessLog access) {
    @GetMapping("/results")
    @Operation(summary = "Results of the case: what was decided, where it is, what can be downloaded",
            description = "Reading is logged.")
    Mono<ResultsView> results(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.READERS, "查看办理结果");
        return view(caseNo, actor, true);
    }

    private Mono<ResultsView> view(String caseNo, Actor actor, boolean logged) {
        return Answers.found(cases, caseNo)
                .flatMap(stored -> (logged
                        ? access.record(actor, caseNo, "个人中心查看结果", List.of("results"))
                        : Mono.<Void>empty())
                        .then(notices.of(caseNo))
                        .map(notices -> ResultsView.of(stored.bundle(),
                                law.oneThing(stored.bundle()).orElse(null), notices)));
    }

    record DeliveryChoiceForm(@Field(label = "领取选择", example = "ALL_AT_ONCE") ResultEvent.Choice choice,
            @Field(label = "领取方式", example = "COURIER") ResultEvent.Way way) {}

    @PutMapping("/delivery-choice")
    @Operation(summary = "All at once or each by itself, and how; changeable until the first delivery")
    @ApiResponse(responseCode = "409", description = "Something was delivered already", content = @Content)
    Mono<ResultsView> choose(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestBody DeliveryChoiceForm form, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.APPLICANT_OR_WINDOW, "选择领取方式");
        return submit(caseNo, actor, headers, new DeliveryDecider.Command.Choose(form.choice(), form.way()));
    }

    /** @param window certificate window; the actor's own where nothing is said */
    record ResultReceiptForm(
            @Field(kind = TextKind.CODE, label = "到窗的事项", least = 1, most = 99, example = "01") List<String> items,
            @Field(kind = TextKind.CODE, label = "发证窗口", example = "410721-fz01") @Nullable String window) {}

    @PostMapping("/results/receipt")
    @Operation(summary = "Results have come to the certificate window",
            description = "What was there before is not received twice.")
    @ApiResponse(responseCode = "422", description = "Every item that has no result", content = @Content)
    Mono<ResultsView> receive(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestBody ResultReceiptForm form, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.CERTIFICATE_WINDOW,
                "登记结果到窗");
        var window = form.window() == null ? actor.window() : form.window();
        if (window == null || window.isBlank()) {
            throw Problem.unprocessable(List.of(FaultCode.MISSING.at("/window", "发证窗口")));
        }
        return submit(caseNo, actor, headers, new DeliveryDecider.Command.Receive(form.items(), window));
    }

    /**
     * @param items empty: everything that is there
     * @param receiver full name; only its masked form is kept
     * @param proof digest of the signature, or number of the courier
     */
    record ResultDeliveryForm(
            @Field(kind = TextKind.CODE, label = "送达的事项", most = 99, example = "01") List<String> items,
            @Field(label = "送达方式", example = "WINDOW") ResultEvent.Way way,
            @Field(kind = TextKind.PERSON_NAME, label = "签收人", max = Proofs.LONGEST_NAME,
                    example = "张三丰") String receiver,
            @Field(kind = TextKind.CODE, label = "签收凭据", max = 80, pattern = Proofs.FORM,
                    form = "签收凭据的摘要或者快递单号", example = NoticeExamples.DIGEST) String proof) {
        @Override
        public String toString() {
            return "ResultDeliveryForm" + items;
        }
    }

    @PostMapping("/results/delivery")
    @Operation(summary = "Handed out, with proof; the departments get a copy",
            description = "Every fault at once: no result, not filed, already delivered, other than the applicant chose.")
    @ApiResponse(responseCode = "422", content = @Content)
    Mono<ResultsView> deliver(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestBody ResultDeliveryForm form, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.CERTIFICATE_WINDOW, "送达结果");
        return submit(caseNo, actor, headers,
                new DeliveryDecider.Command.Complete(form.items(), form.way(), form.receiver(), form.proof()));
    }

    private Mono<ResultsView> submit(String caseNo, Actor actor, HttpHeaders headers, DeliveryDecider.Command command) {
        return deliveries.submit(caseNo, actor, TraceParent.of(headers), command).map(Answers::of)
                .then(Mono.defer(() -> view(caseNo, actor, false)));
    }
}
