package org.lianban.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.base.BaseVersion;
import org.lianban.catalog.base.Drift;
import org.lianban.catalog.exchange.BaseTable;
import org.lianban.catalog.store.BaseCatalogue;
import org.lianban.catalog.store.BaseStore;
import org.lianban.catalog.store.Command;
import org.lianban.command.Fault;
import org.lianban.documents.Sm3;
import org.lianban.documents.TableLimits;
import org.lianban.documents.Tables;
import org.lianban.documents.UnreadableTableException;
import org.lianban.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 基本目录. */
@RestController
@RequestMapping("/api/base-catalogue")
@Tag(name = "base-catalogue", description = "上级基本目录：导入、要素继承、同源偏差")
class BaseController {
    private final BaseCatalogue catalogue;
    private final BaseStore store;
    private final Commands commands;

    BaseController(BaseCatalogue catalogue, BaseStore store, Commands commands) {
        this.catalogue = catalogue;
        this.store = store;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "The base catalogue in force")
    Mono<BaseVersion> inForce() {
        return store.inForce().switchIfEmpty(Mono.error(() -> Problem.notFound("尚未导入基本目录")));
    }

    @GetMapping("/drift")
    @Operation(summary = "What one-things on the list say otherwise than the base catalogue in force")
    Mono<List<Drift>> drift(@Parameter(example = "410721") @RequestParam(required = false) @Nullable String region) {
        Parameters parameters = new Parameters();
        parameters.region(region);
        parameters.orRefuse();
        return catalogue.drift(region);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Import a version of the upper level; the answer names what drifted from it")
    @ApiResponse(responseCode = "201")
    Mono<BaseCatalogue.Taken> take(@RequestBody String body, ServerHttpRequest request) {
        Command command = commands.of(request, body);
        return taken(command, Bodies.read(body, BaseVersion.class));
    }

    @PostMapping(consumes = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Import a version as a table",
            description = "All bad rows at once, with row and column; nothing is imported where one is bad.")
    @ApiResponse(responseCode = "201")
    Mono<BaseCatalogue.Taken> takeTable(@RequestParam String version, @RequestParam String source,
            @RequestBody byte[] file, ServerHttpRequest request) {
        Command command = commands.of(request, Sm3.digest(file));
        boolean csv = Spreadsheets.Format.CSV == Spreadsheets.Format.of(request.getHeaders().getContentType());
        try {
            List<List<String>> rows = csv
                    ? Tables.readCsv(new ByteArrayInputStream(file), TableLimits.DEFAULT)
                    : Tables.readXlsx(new ByteArrayInputStream(file), TableLimits.DEFAULT);
            BaseTable.Read read = BaseTable.read(rows, version, source);
            if (!read.faults().isEmpty()) {
                throw Problem.unprocessable(read.faults().stream().map(ExchangeController::fault).toList());
            }
            return taken(command, read.version());
        } catch (UnreadableTableException unreadable) {
            throw Problem.badRequest(List.of(new Fault("", "UNREADABLE", String.valueOf(unreadable.getMessage()))));
        }
    }

    private Mono<BaseCatalogue.Taken> taken(Command command, BaseVersion version) {
        return catalogue.take(command, version)
                .map(outcome -> commands.done(CatalogMeters.Subject.BASE, outcome));
    }
}
