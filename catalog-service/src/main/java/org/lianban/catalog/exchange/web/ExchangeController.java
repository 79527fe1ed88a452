package org.lianban.catalog.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Author;
import org.lianban.catalog.drafting.NewDraft;
import org.lianban.catalog.drafting.handler.DraftHandler;
import org.lianban.catalog.drafting.web.Authors;
import org.lianban.catalog.exchange.web.Spreadsheets.Format;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.handler.RegisterHandler;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.command.Actor;
import org.lianban.form.Form;
import org.lianban.http.Actors;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.security.Digests;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 导入导出. */
@RestController
@Tag(name = "exchange", description = "一件事清单的导入导出：YAML、CSV、XLSX")
record ExchangeController(OneThingQueries oneThings, RegisterQueries departments, DraftHandler drafts,
        RegisterHandler registers, Commands commands) {
    private static final int MOST = 200;

    @GetMapping("/api/one-things/export")
    @Operation(summary = "The list of a region as a file that may be imported again")
    Mono<ResponseEntity<byte[]>> export(
            @Parameter(required = true, example = "410721") @RequestParam @Nullable String region,
            @Parameter(description = "yaml, csv or xlsx",
                    example = "xlsx") @RequestParam @Nullable String format) {
        Parameters parameters = new Parameters();
        parameters.required("region", parameters.region(region));
        Format as = parameters.choice("format", format, Format.YAML);
        parameters.orRefuse();
        return oneThings.currentOf(String.valueOf(region), MOST).publishOn(Schedulers.boundedElastic())
                .map(found -> ResponseEntity.ok().contentType(as.type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                                .filename("one-things-%s.%s".formatted(region, as.extension())).build().toString())
                        .body(Spreadsheets.write(as, found.stream().map(Content::of).toList())));
    }

    @PostMapping(path = "/api/drafts/import", consumes = {"application/yaml", "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a draft for every one-thing of a file",
            description = "All bad rows at once, with sheet, row and column; nothing is imported where one is bad.")
    Mono<DraftHandler.Begun> take(
            @Parameter(description = "why the list changes",
                    example = "OPTIMISED") @RequestParam @Nullable String reason,
            @RequestBody byte[] file, ServerHttpRequest request) {
        Parameters parameters = new Parameters();
        ChangeReason why = parameters.choice("reason", reason, ChangeReason.OPTIMISED);
        parameters.orRefuse();
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.CATALOG_ADMIN);
        Author author = Authors.of(actor);
        Format format = Format.of(request.getHeaders().getContentType());
        if (format == null) {
            throw Problem.unsupportedType("只能导入YAML、CSV或者XLSX");
        }
        return departments.departmentIds().publishOn(Schedulers.boundedElastic())
                .map(known -> good(Spreadsheets.read(format, file, known)))
                .flatMap(contents -> commands.by(actor, Commands.Subject.DRAFT, request, Digests.sm3(file),
                        c -> drafts.beginAll(c, author,
                                contents.stream().map(each -> new NewDraft(each, Annex.NONE, why, null, null))
                                        .toList())));
    }

    @PostMapping(path = "/api/base-catalogue",
            consumes = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Import a version as a table",
            description = "All bad rows at once, with row and column; nothing is imported where one is bad.")
    Mono<RegisterHandler.BaseTaken> takeTable(@Parameter(required = true) @RequestParam @Nullable String version,
            @Parameter(example = "河南省政务服务事项基本目录（2026年版）", required = true) @RequestParam @Nullable String source,
            @RequestBody byte[] file, ServerHttpRequest request) {
        Parameters parameters = new Parameters();
        String number = parameters.text("version", version);
        String from = parameters.text("source", source);
        parameters.required("version", number);
        parameters.required("source", from);
        parameters.orRefuse();
        return commands.byOwner(Commands.Subject.BASE, request, Digests.sm3(file), c -> registers.takeBase(c,
                good(Spreadsheets.base(Format.of(request.getHeaders().getContentType()), file, String.valueOf(number),
                        String.valueOf(from)))));
    }

    private static <T> T good(Form<T> read) {
        return switch (read) {
            case Form.Whole<T> whole -> whole.value();
            case Form.Faulty<T> faulty -> throw Problem.unprocessable(faulty.faults());
        };
    }
}
