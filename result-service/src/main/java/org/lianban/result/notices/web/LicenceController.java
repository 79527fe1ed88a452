package org.lianban.result.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
import org.lianban.kit.access.AccessLog;
import org.lianban.result.bundle.web.Answers;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.notices.delivery.Proofs;
import org.lianban.result.notices.handler.AddresseeHandler;
import org.lianban.result.notices.handler.LicenceHandler;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.paper.Papers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 电子证照. */
@RestController
@RequestMapping("/api")
@Tag(name = "licences", description = "电子证照：签发、下载、核验")
record LicenceController(LicenceHandler licences, AddresseeHandler addressees, Papers papers, AccessLog access,
        Papers.Verification verify) {
    /**
     * @param reason why it was not issued yet
     * @param licence null until it is issued
     */
    record LicenceView(String itemNo, Licence.Stored.State state, int tries, @Nullable String reason,
            @Nullable Licence licence, @Nullable String digest) {
        static LicenceView of(Licence.Stored kept) {
            return new LicenceView(kept.itemNo(), kept.state(), kept.tries(), kept.reason(), kept.issued(),
                    kept.digest());
        }
    }

    /** 核验结果: no personal data. */
    record LicenceVerificationView(String number, boolean genuine, String name, String authority, LocalDate issuedOn,
            @Nullable LocalDate validUntil) {}

    @GetMapping("/cases/{caseNo}/licences")
    @Operation(summary = "Electronic licences of the case, and those still being issued")
    Mono<List<LicenceView>> list(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @RequestHeader HttpHeaders headers) {
        reader(headers);
        return licences.of(caseNo).map(all -> all.stream().map(LicenceView::of).toList());
    }

    @GetMapping(path = "/cases/{caseNo}/licences/{itemNo}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One licence: facts as JSON, or the page as PDF by Accept",
            description = "The page carries the holder's full name; reading it is logged. It is PDF, not OFD, and says so.")
    Mono<LicenceView> one(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @PathVariable String itemNo, @RequestHeader HttpHeaders headers) {
        reader(headers);
        return one(caseNo, itemNo).map(LicenceView::of);
    }

    @GetMapping(path = "/cases/{caseNo}/licences/{itemNo}", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> pdf(@PathVariable String caseNo, @PathVariable String itemNo,
            @RequestHeader HttpHeaders headers) {
        var actor = reader(headers);
        return one(caseNo, itemNo).flatMap(kept -> {
            var licence = kept.issued();
            var digest = kept.digest();
            if (licence == null || digest == null) {
                return Mono.error(Problem.conflict("NOT_ISSUED", "电子证照正在签发，请稍后再试"));
            }
            return access.record(actor, caseNo, "电子证照下载", List.of("holder.name"))
                    .then(holder(caseNo, licence))
                    .flatMap(holder -> Mono
                            .fromCallable(() -> papers.pdf(licence, digest, holder.orElse(null), verify.licences()))
                            .subscribeOn(Schedulers.boundedElastic()));
        }).map(pdf -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + caseNo + "-" + itemNo + ".pdf\"")
                .body(pdf));
    }

    private Mono<Licence.Stored> one(String caseNo, String itemNo) {
        return licences.one(caseNo, itemNo)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("事项" + itemNo + "没有电子证照")));
    }

    /** The addressee is the holder only where both are the same person; an agent's name is not put on a licence. */
    private Mono<Optional<String>> holder(String caseNo, Licence licence) {
        return addressees.name(caseNo).filter(name -> Proofs.masked(name).equals(licence.holder()))
                .map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    @PostMapping("/cases/{caseNo}/licences/{itemNo}/retry")
    @Operation(summary = "Tries again a licence that was refused or given up")
    @ApiResponse(responseCode = "409", description = "Nothing was refused or given up", content = @Content)
    Mono<LicenceView> retry(@Parameter(example = NoticeExamples.CASE) @PathVariable String caseNo,
            @PathVariable String itemNo, @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Actor.Role.OPERATOR), EnumSet.of(Actor.Role.OPERATOR,
                Actor.Role.CERTIFICATE_WINDOW, Actor.Role.DEPARTMENT_OFFICER, Actor.Role.CATALOG_ADMIN), "重新签发证照");
        return licences.retry(caseNo, itemNo).map(Answers::of).map(LicenceView::of);
    }

    @GetMapping("/licences/{number}/verify")
    @Operation(summary = "Whether a licence is genuine, by its number and digest",
            description = "Open to everybody; answers no personal data.")
    Mono<LicenceVerificationView> verify(@PathVariable String number, @RequestParam String digest) {
        return licences.byNumber(number).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此证照：" + number)))
                .map(kept -> {
                    var licence = Objects.requireNonNull(kept.issued());
                    return new LicenceVerificationView(licence.number(), kept.intact() && digest.equals(kept.digest()),
                            licence.name(), licence.authority(), licence.issuedOn(), licence.validUntil());
                });
    }

    private static Actor reader(HttpHeaders headers) {
        return Roles.require(Actors.of(headers, Actor.Role.APPLICANT), Roles.READERS, "查看电子证照");
    }
}
