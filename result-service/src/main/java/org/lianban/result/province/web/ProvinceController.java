package org.lianban.result.province.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.contracts.province.Reconciliation.Differences;
import org.lianban.form.Field;
import org.lianban.http.Actors;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.web.Roles;
import org.lianban.result.province.handler.Reconciler;
import org.lianban.result.province.query.ProvinceQueries;
import org.lianban.text.TextKind;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 上报: what the province would not take, and what a reconciliation found. */
@RestController
@RequestMapping("/api/province")
@Tag(name = "province", description = "上报：拒收、重报、对账差异")
record ProvinceController(Database database, ProvinceQueries queries, Reconciler reconciler, InstantSource clock) {
    private static final Set<Role> KEEPERS = EnumSet.of(Role.OPERATOR, Role.CATALOG_ADMIN, Role.SUPERVISOR);
    private static final int PAGE = 500;

    record Rejected(String rowGuid, String caseNo, String reason) {}

    record RejectedPage(List<Rejected> rejected, boolean more) {}

    record Resend(@Field(kind = TextKind.CODE, label = "rowGuid", example = "41072120260918YJS000001F-02", least = 1,
            most = Reconciler.MOST) List<String> rowGuids) {}

    record Resent(int resent) {}

    @GetMapping("/rejections")
    @Operation(summary = "拒收清单",
            description = "Rows the province would not take and that were not sent again, oldest first")
    Mono<RejectedPage> rejections(@Parameter(required = true) @RequestParam @Nullable String region,
            @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Role.OPERATOR), KEEPERS, "查看拒收清单");
        return queries.rejections(region(region, new Parameters()), PAGE + 1)
                .map(found -> new RejectedPage(found.stream().limit(PAGE)
                        .map(r -> new Rejected(r.rowGuid(), r.batch().caseNo(), r.reason())).toList(),
                        found.size() > PAGE));
    }

    @PostMapping("/rejections/resend")
    @Operation(summary = "重报",
            description = "Makes the rows anew from what is known now and sends them, at most 1,000 at once")
    Mono<Resent> resend(@RequestBody Resend wanted, @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Role.OPERATOR), KEEPERS, "重报");
        return database.inTransaction(tx -> reconciler.resend(tx, wanted.rowGuids(), clock.instant())).map(Resent::new);
    }

    @GetMapping("/reconciliations")
    @Operation(summary = "对账差异清单",
            description = "Of the last reconciliation of a day; 404 while the province has sent none")
    Mono<Differences> reconciliation(@Parameter(required = true) @RequestParam @Nullable String region,
            @Parameter(required = true) @RequestParam @Nullable String day,
            @RequestHeader HttpHeaders headers) {
        Roles.require(Actors.of(headers, Role.OPERATOR), KEEPERS, "查看对账差异");
        var parameters = new Parameters();
        var date = parameters.date("day", day);
        parameters.required("day", date);
        var wanted = region(region, parameters);
        return queries.differences(wanted, Objects.requireNonNull(date))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("省平台尚未就此日对账")));
    }

    private static String region(@Nullable String region, Parameters parameters) {
        var wanted = parameters.region(region);
        parameters.required("region", wanted);
        parameters.orRefuse();
        return Objects.requireNonNull(wanted);
    }
}
