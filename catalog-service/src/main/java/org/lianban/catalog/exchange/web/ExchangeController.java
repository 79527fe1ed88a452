package org.lianban.catalog.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.NewDraft;
import org.lianban.catalog.drafting.handler.DraftHandler;
import org.lianban.catalog.drafting.web.Authors;
import org.lianban.catalog.exchange.BaseTable;
import org.lianban.catalog.exchange.Imported;
import org.lianban.catalog.exchange.RowFault;
import org.lianban.catalog.exchange.web.Spreadsheets.Format;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.web.CatalogMeters;
import org.lianban.catalog.listing.web.Commands;
import org.lianban.catalog.listing.web.Parameters;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.documents.Sm3;
import org.lianban.documents.TableLimits;
import org.lianban.documents.Tables;
import org.lianban.documents.UnreadableTableException;
import org.lianban.http.Actors;
import org.lianban.http.Problem;
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
class ExchangeController {
    private static final int MOST = 200;

    private final OneThingQueries oneThings;
    private final RegisterQueries departments;
    private final DraftHandler drafts;
    private final ListingHandler listing;
    private final Commands commands;

    ExchangeController(OneThingQueries oneThings, RegisterQueries departments, DraftHandler drafts,
            ListingHandler listing, Commands commands) {
        this.oneThings = oneThings;
        this.departments = departments;
        this.drafts = drafts;
        this.listing = listing;
        this.commands = commands;
    }

    @GetMapping("/api/one-things/export")
    @Operation(summary = "The list of a region as a file that may be imported again")
    Mono<ResponseEntity<byte[]>> export(
            @Parameter(required = true, example = "410721") @RequestParam(required = false) @Nullable String region,
            @Parameter(description = "yaml, csv or xlsx",
                    example = "xlsx") @RequestParam(required = false) @Nullable String format) {
        Parameters parameters = new Parameters();
        parameters.region(region == null ? "" : region);
        String name = parameters.oneOf("format", format == null ? "YAML" : format.toUpperCase(Locale.ROOT),
                Format.class);
        parameters.orRefuse();
        Format as = Format.valueOf(Objects.requireNonNull(name));
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
    @ApiResponse(responseCode = "201")
    Mono<DraftHandler.Begun> take(
            @Parameter(description = "why the list changes",
                    example = "OPTIMISED") @RequestParam(required = false) @Nullable String reason,
            @RequestBody byte[] file, ServerHttpRequest request) {
        Parameters parameters = new Parameters();
        String why = parameters.oneOf("reason", reason == null ? ChangeReason.OPTIMISED.name() : reason,
                ChangeReason.class);
        parameters.orRefuse();
        Actor actor = Actors.of(request.getHeaders(), Actor.Role.CATALOG_ADMIN);
        Command command = commands.of(actor, request, Sm3.digest(file));
        Format format = Format.of(request.getHeaders().getContentType());
        if (format == null) {
            throw Problem.unsupportedType("只能导入YAML、CSV或者XLSX");
        }
        return departments.departmentIds().publishOn(Schedulers.boundedElastic())
                .map(known -> Spreadsheets.read(format, file, known)).map(ExchangeController::good)
                .flatMap(contents -> drafts.beginAll(command, Authors.of(actor), contents.stream()
                        .map(c -> new NewDraft(c, Annex.NONE, ChangeReason.valueOf(Objects.requireNonNull(why)), null,
                                null))
                        .toList()))
                .map(outcome -> commands.done(CatalogMeters.Subject.DRAFT, outcome));
    }

    @PostMapping(path = "/api/base-catalogue",
            consumes = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Import a version as a table",
            description = "All bad rows at once, with row and column; nothing is imported where one is bad.")
    @ApiResponse(responseCode = "201")
    Mono<ListingHandler.BaseTaken> takeTable(@RequestParam String version, @RequestParam String source,
            @RequestBody byte[] file, ServerHttpRequest request) {
        Command command = commands.of(request, Sm3.digest(file));
        boolean csv = Format.CSV == Format.of(request.getHeaders().getContentType());
        try {
            List<List<String>> rows = csv
                    ? Tables.readCsv(new ByteArrayInputStream(file), TableLimits.DEFAULT)
                    : Tables.readXlsx(new ByteArrayInputStream(file), TableLimits.DEFAULT);
            BaseTable.Read read = BaseTable.read(rows, version, source);
            if (!read.faults().isEmpty()) {
                throw Problem.unprocessable(read.faults().stream().map(ExchangeController::fault).toList());
            }
            return listing.takeBase(command, read.version())
                    .map(outcome -> commands.done(CatalogMeters.Subject.BASE, outcome));
        } catch (UnreadableTableException unreadable) {
            throw Problem.badRequest(List.of(new Fault("", "UNREADABLE", String.valueOf(unreadable.getMessage()))));
        }
    }

    private static List<Content> good(Imported imported) {
        if (!imported.faults().isEmpty()) {
            throw Problem.unprocessable(imported.faults().stream().map(ExchangeController::fault).toList());
        }
        return imported.contents();
    }

    /** {@code 事项/7/承诺期限}: sheet, row as the spreadsheet counts it, column. */
    static Fault fault(RowFault f) {
        String place = f.row() == 0 ? "" : "第%d行".formatted(f.row());
        String column = f.column().isEmpty() ? "" : "“%s”".formatted(f.column());
        return new Fault("%s/%d/%s".formatted(f.sheet(), f.row(), f.column()), f.code(),
                "%s%s%s：%s".formatted(f.sheet(), place, column, f.message()));
    }
}
