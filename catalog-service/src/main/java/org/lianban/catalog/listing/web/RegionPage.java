package org.lianban.catalog.listing.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import reactor.core.publisher.Mono;

/**
 * Which page of a list is wanted.
 *
 * @param region null: all
 * @param after last key of the page before; empty: from the beginning
 * @param size entries; one more is asked for, to see whether there is a next page
 */
public record RegionPage(@Nullable String region, String after, int size) {
    /** A page as a request asks for it. */
    public record Asked(@Parameter(description = "GB/T 2260", example = "410721") @Nullable String region,
            @Parameter(description = "last key of the page before") @Nullable String after,
            @Parameter(description = "1 to 200", example = "50") @Nullable String limit) {}

    /** Finds entries of a region, or of all, by their keys. */
    public interface Finding<T> {
        Mono<List<T>> find(@Nullable String region, String after, int limit);
    }

    /** @throws org.lianban.http.Problem 400 for bad parameters, those read before included */
    public static RegionPage of(Parameters parameters, Asked asked, int otherwise) {
        String last = parameters.after(asked.after());
        RegionPage page = new RegionPage(parameters.region(asked.region()), last == null ? "" : last,
                parameters.limit(asked.limit(), otherwise));
        parameters.orRefuse();
        return page;
    }

    public <T> Mono<Page<T>> answer(Finding<T> finding, Function<T, String> key) {
        return finding.find(region, after, size + 1).map(found -> Page.of(found, size, key));
    }
}
