package org.lianban.result.records.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.documents.Table;
import org.lianban.documents.Tables;
import org.lianban.http.Parameters;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.records.query.ReportQueries;
import org.lianban.result.records.query.ReportQueries.By;
import org.lianban.result.records.query.ReportQueries.Period;
import org.lianban.result.records.report.Reductions;
import org.lianban.result.records.report.ReportTables;
import org.lianban.result.records.report.Sums;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 报表: every number is summed from ended cases when it is asked for. */
@RestController
@RequestMapping("/api/reports")
@Tag(name = "reports", description = "Volumes and timeliness, the four reductions, service quality")
class ReportController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    /** Days of one report. */
    private static final int MOST_DAYS = 3 * 366;

    private final ReportQueries queries;
    private final CatalogCopy catalog;
    private final UnaryOperator<String> departmentName;

    ReportController(ReportQueries queries, CatalogCopy catalog) {
        this.queries = queries;
        this.catalog = catalog;
        this.departmentName = id -> catalog.department(id).map(d -> d.names().getFirst()).orElse(id);
    }

    /** 报表. */
    enum Kind {
        VOLUMES, REDUCTIONS, QUALITY
    }

    /** 格式. */
    enum Format {
        JSON, CSV, XLSX
    }

    /** @param rows {@link Sums} or {@link Reductions}, by kind */
    record Report(Kind kind, @Nullable String region, LocalDate from, LocalDate to, By by, List<?> rows) {}

    @GetMapping("/{kind}")
    @Operation(summary = "报表", description = "Of cases that ended from `from` to `to`, both included. Test cases are "
            + "in no report. Shares are 0 to 1 in JSON; tables show percent.")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Report.class)),
            @Content(mediaType = "text/csv"),
            @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")})
    Mono<ResponseEntity<?>> report(
            @Parameter(schema = @Schema(implementation = Kind.class)) @PathVariable String kind,
            @RequestParam @Nullable String region,
            @Parameter(required = true) @RequestParam @Nullable String from,
            @Parameter(required = true) @RequestParam @Nullable String to,
            @Parameter(schema = @Schema(implementation = By.class)) @RequestParam(required = false) @Nullable String by,
            @Parameter(schema = @Schema(implementation = Format.class)) @RequestParam(
                    required = false) @Nullable String format) {
        var parameters = new Parameters();
        var what = Objects.requireNonNullElse(parameters.choice("kind", kind, Kind.class), Kind.VOLUMES);
        var how = parameters.choice("format", format, Format.JSON);
        var split = what == Kind.REDUCTIONS ? By.ONE_THING : parameters.choice("by", by, By.ONE_THING);
        var period = period(region, from, to, parameters);
        parameters.orRefuse();
        return queries.sums(period, split).publishOn(Schedulers.boundedElastic())
                .map(sums -> answer(what, how, split, period, sums));
    }

    private ResponseEntity<?> answer(Kind kind, Format format, By by, Period period, List<Sums> sums) {
        var reductions = kind == Kind.REDUCTIONS ? reductions(sums) : List.<Reductions>of();
        if (format == Format.JSON) {
            return ResponseEntity.ok(new Report(kind, period.region(), period.from(), period.to(), by,
                    kind == Kind.REDUCTIONS ? reductions : sums));
        }
        UnaryOperator<String> name = group -> name(by, group);
        Table table = switch (kind) {
            case VOLUMES -> ReportTables.volumes(sums, name);
            case REDUCTIONS -> ReportTables.reductions(reductions);
            case QUALITY -> ReportTables.quality(sums, name);
        };
        boolean csv = format == Format.CSV;
        var file = "%s-%s-%s.%s".formatted(kind.name().toLowerCase(Locale.ROOT), period.from(), period.to(),
                csv ? "csv" : "xlsx");
        return ResponseEntity.ok().contentType(csv ? CSV : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(csv ? Tables.csv(table) : Tables.xlsx(List.of(table)));
    }

    private List<Reductions> reductions(List<Sums> sums) {
        var reductions = new ArrayList<Reductions>();
        for (Sums each : sums) {
            newest(each.group()).ifPresent(oneThing -> reductions.add(Reductions.of(oneThing, each)));
        }
        return reductions;
    }

    private java.util.Optional<OneThing> newest(String code) {
        return catalog.effectiveVersions(code).flatMap(e -> catalog.version(e.versions().getLast().contentHash()));
    }

    private String name(By by, String group) {
        return switch (by) {
            case ONE_THING -> newest(group).map(o -> group + " " + o.name()).orElse(group);
            case LEAD -> group.isEmpty() ? "（无牵头部门）" : departmentName.apply(group);
            case CHANNEL, WINDOW, MONTH -> group.isEmpty() ? "（无）" : group;
        };
    }

    private static Period period(@Nullable String region, @Nullable String from, @Nullable String to,
            Parameters parameters) {
        var where = parameters.region(region);
        var first = parameters.date("from", from);
        var last = parameters.date("to", to);
        parameters.required("from", first);
        parameters.required("to", last);
        if (first == null || last == null) {
            return new Period(where, LocalDate.EPOCH, LocalDate.EPOCH);
        }
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            parameters.fault("to", FaultCode.OUT_OF_RANGE, "to ", first, first.plusDays(MOST_DAYS));
        }
        return new Period(where, first, last);
    }
}
