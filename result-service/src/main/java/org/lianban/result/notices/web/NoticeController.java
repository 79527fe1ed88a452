package org.lianban.result.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.kit.access.AccessLog;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.NoticeNumber;
import org.lianban.result.notices.delivery.Proofs;
import org.lianban.result.notices.handler.AddresseeHandler;
import org.lianban.result.notices.handler.NoticeHandler;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.text.TextKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 文书. */
@RestController
@RequestMapping("/api")
@Tag(name = "notices", description = "文书：签发、送达、核验")
record NoticeController(NoticeHandler notices, AddresseeHandler addressees, Papers papers, AccessLog access) {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int PAGE = 50;

    @GetMapping("/cases/{caseNo}/notices")
    @Operation(summary = "Every notice of the case in the order of issue",
            description = "Supervision orders are shown to offices only.")
    Mono<NoticeView.NoticesView> list(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestHeader HttpHeaders headers) {
        var actor = reader(headers);
        Answers.key("caseNo", caseNo);
        return notices.of(caseNo).map(all -> new NoticeView.NoticesView(caseNo,
                all.stream().filter(n -> mayRead(actor, n)).map(NoticeView::line).toList()));
    }

    @GetMapping(path = "/cases/{caseNo}/notices/{no}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One notice: facts as JSON, or the letter as HTML or PDF by Accept",
            description = "The letter carries the addressee's full name; reading it is logged.")
    Mono<NoticeView> one(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @Parameter(example = NoticeExamples.NO) @PathVariable String no, @RequestHeader HttpHeaders headers) {
        return read(caseNo, no, reader(headers)).map(NoticeView::whole);
    }

    @GetMapping(path = "/cases/{caseNo}/notices/{no}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> html(@PathVariable String caseNo, @PathVariable String no,
            @RequestHeader HttpHeaders headers) {
        return letter(caseNo, no, reader(headers)).flatMap(letter -> offLoop(() -> papers.html(letter)))
                .map(html -> ResponseEntity.ok().contentType(HTML).body(html));
    }

    @GetMapping(path = "/cases/{caseNo}/notices/{no}", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> pdf(@PathVariable String caseNo, @PathVariable String no,
            @RequestHeader HttpHeaders headers) {
        return letter(caseNo, no, reader(headers)).flatMap(letter -> offLoop(() -> papers.pdf(letter)))
                .map(pdf -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + no + ".pdf\"").body(pdf));
    }

    /**
     * 送达凭证 of a notice.
     *
     * @param receiver full name; only its masked form is kept
     * @param proof digest of the signature, or number of the courier's receipt
     * @param at when it was received; now where nothing is said
     */
    record NoticeDeliveryForm(@Field(label = "送达方式", example = "WINDOW") Way way,
            @Field(kind = TextKind.PERSON_NAME, label = "签收人", max = Proofs.LONGEST_NAME,
                    example = "张三丰") String receiver,
            @Field(kind = TextKind.CODE, label = "签收凭据", max = 80, pattern = Proofs.FORM,
                    form = "签收凭据的摘要或者快递单号", example = NoticeExamples.DIGEST) String proof,
            @Field(label = "送达时间", example = "2026-11-23T11:00:00+08:00") @Nullable Instant at) {
        @Override
        public String toString() {
            return "NoticeDeliveryForm[" + way + "]";
        }
    }

    @PostMapping("/cases/{caseNo}/notices/{no}/delivery")
    @Operation(summary = "Delivered, with proof",
            description = "Repeating the same is answered the same; another proof is refused.")
    @ApiResponse(responseCode = "409", description = "Voided, or delivered otherwise", content = @Content)
    Mono<NoticeView> deliver(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @Parameter(example = NoticeExamples.NO) @PathVariable String no,
            @RequestBody NoticeDeliveryForm form, @RequestHeader HttpHeaders headers) {
        var actor = Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.DELIVERERS, "登记文书送达");
        Answers.key("caseNo", caseNo);
        return notices.deliver(caseNo, no, form.way(), form.receiver(), form.proof(), form.at(), actor)
                .map(Answers::of).map(NoticeView::whole);
    }

    @PostMapping("/cases/{caseNo}/notices/{no}/acknowledgement")
    @Operation(summary = "The addressee has it; the first acknowledgement stands")
    Mono<NoticeView> acknowledge(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @Parameter(example = NoticeExamples.NO) @PathVariable String no, @RequestHeader HttpHeaders headers) {
        var actor = reader(headers);
        return read(caseNo, no, actor).flatMap(known -> notices.acknowledge(caseNo, no, actor)).map(Answers::of)
                .map(NoticeView::whole);
    }

    record NoticeVoidForm(@Field(label = "作废原因", max = 200, example = "文书所载期限有误") String reason) {}

    @PostMapping("/cases/{caseNo}/notices/{no}/void")
    @Operation(summary = "Voids a notice by a new one that names it; the answer is the new one")
    Mono<NoticeView> revoke(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @Parameter(example = NoticeExamples.NO) @PathVariable String no, @RequestBody NoticeVoidForm form,
            @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.WINDOW_CLERK), Roles.ISSUERS, "作废文书");
        Answers.key("caseNo", caseNo);
        return notices.revoke(caseNo, no, form.reason()).map(Answers::of).map(NoticeView::whole);
    }

    @GetMapping("/notices/tasks")
    @Operation(summary = "Refusals of a region that the certificate window has yet to deliver",
            description = "Keyset paging: pass next as after. Delivering or voiding the notice takes it off the list.")
    Mono<Page<NoticeQueries.Task>> tasks(
            @Parameter(example = "410721", required = true) @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.CERTIFICATE_WINDOW), Roles.DELIVERERS, "查看送达任务");
        var parameters = new Parameters();
        var wanted = parameters.region(region);
        parameters.required("region", wanted);
        var from = parameters.key("after", after);
        int size = parameters.limit(limit, PAGE);
        parameters.orRefuse();
        return notices.tasks(Objects.requireNonNull(wanted), from == null ? "" : from, size + 1)
                .map(found -> Page.of(found, size, NoticeQueries.Task::no));
    }

    @GetMapping("/notices/{no}/verify")
    @Operation(summary = "Whether a letter is genuine, by its number and the digest printed on it",
            description = "Open to everybody; answers no personal data.")
    Mono<NoticeView.NoticeVerificationView> verify(@Parameter(example = NoticeExamples.NO) @PathVariable String no,
            @Parameter(
                    example = NoticeExamples.DIGEST) @RequestParam String digest) {
        var caseNo = NoticeNumber.read(no).map(NoticeNumber::caseNo)
                .orElseThrow(() -> Problem.notFound("没有此文书：" + no));
        return notices.one(caseNo, no).switchIfEmpty(unknown(no))
                .map(issued -> NoticeView.NoticeVerificationView.of(issued, digest));
    }

    /** @param on false: no more messages to this number, of any case */
    record SmsForm(@Field(label = "是否接收短信", example = "false") Boolean on) {}

    @PutMapping("/cases/{caseNo}/sms")
    @Operation(summary = "Messages to the case's number on or off",
            description = "Notices are issued and delivered all the same.")
    @ApiResponse(responseCode = "204", description = "Noted")
    Mono<ResponseEntity<Void>> messages(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestBody SmsForm form, @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.APPLICANT_OR_WINDOW, "设置短信通知");
        Answers.key("caseNo", caseNo);
        return addressees.optOut(caseNo, !form.on()).map(Answers::of)
                .map(done -> ResponseEntity.noContent().build());
    }

    private static Actor reader(HttpHeaders headers) {
        return Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.READERS, "查阅文书");
    }

    private static boolean mayRead(Actor actor, NoticeQueries.Issued issued) {
        return !Roles.outside(actor) || issued.notice().kind().audience() == Kind.Audience.APPLICANT;
    }

    private Mono<NoticeQueries.Issued> read(String caseNo, String no, Actor actor) {
        Answers.key("caseNo", caseNo);
        return notices.one(caseNo, no).filter(issued -> mayRead(actor, issued)).switchIfEmpty(unknown(no));
    }

    private static <T> Mono<T> unknown(String no) {
        return Mono.error(() -> Problem.notFound("没有此文书：" + no));
    }

    private Mono<Papers.Letter> letter(String caseNo, String no, Actor actor) {
        return read(caseNo, no, actor)
                .flatMap(issued -> access.record(actor, caseNo, "文书查阅", List.of("addressee.name"))
                        .then(addressees.name(caseNo).map(Optional::of).defaultIfEmpty(Optional.empty()))
                        .map(name -> new Papers.Letter(issued.notice(), issued.sealed().templates(),
                                issued.sealed().digest(), name.orElse(null), issued.voidedBy())));
    }

    /** Letters take tens of milliseconds, which the event loop does not have. */
    private static <T> Mono<T> offLoop(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
