package org.lianban.department.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.department.query.ChannelQueries;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.kit.catalog.CatalogCopy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 接入总表: which departments are connected, which work by hand, and how each is doing. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry", description = "接入总表 of all departments")
public record RegistryController(CatalogCopy catalog, ChannelQueries channels) {
    private static final int MAX = 200;

    @Operation(summary = "How every department is connected, and how it is doing", description = """
            API or MANUAL, health, last sync. Ascending by department.""")
    @GetMapping("/registry")
    Mono<Page<ChannelQueries.RegistryEntry>> registry(
            @RequestParam(required = false) @Parameter(example = "410721",
                    description = "only of this region") @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Parameter(description = "1 to 200, default 100") @Nullable String max) {
        Parameters parameters = new Parameters();
        int limit = parameters.limit("max", max, 100, MAX);
        String from = parameters.after(after);
        String wanted = parameters.region(region);
        parameters.orRefuse();
        return channels.registry(wanted, from, limit + 1)
                .map(found -> Page.of(found, limit, ChannelQueries.RegistryEntry::department));
    }

    @Operation(summary = "Items that departments without a connected system have not taken yet", description = """
            For the lead department, which organises that they fetch the application (新政文〔2024〕62号 附件3).""")
    @GetMapping("/manual-items")
    Mono<ChannelQueries.ManualItems> manualItems(
            @Parameter(required = true) @RequestParam(required = false) @Nullable String lead,
            @RequestParam(required = false) @Parameter(
                    description = "task id the page starts after") @Nullable String after,
            @RequestParam(required = false) @Parameter(description = "1 to 200, default 100") @Nullable String max) {
        Parameters parameters = new Parameters();
        int limit = parameters.limit("max", max, 100, MAX);
        String from = parameters.after(after);
        String department = parameters.key("lead", lead);
        parameters.required("lead", department);
        parameters.orRefuse();
        if (catalog.department(Objects.requireNonNull(department)).isEmpty()) {
            throw Problem.badRequest(List.of(new Fault("?lead", "UNKNOWN_DEPARTMENT", "目录中没有部门 " + lead)));
        }
        return channels.manualItems(department, from, limit);
    }
}
