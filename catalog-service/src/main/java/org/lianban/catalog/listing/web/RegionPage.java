package org.lianban.catalog.listing.web;

import org.jspecify.annotations.Nullable;
import org.lianban.http.Parameters;

/**
 * Which page of a list is wanted.
 *
 * @param region null: all
 * @param after last key of the page before; empty: from the beginning
 * @param size entries; one more is asked for, to see whether there is a next page
 */
public record RegionPage(@Nullable String region, String after, int size) {
    /** @throws org.lianban.http.Problem 400 for bad parameters, those read before included */
    public static RegionPage of(Parameters parameters, @Nullable String region, @Nullable String after,
            @Nullable String limit, int otherwise) {
        String last = parameters.after(after);
        RegionPage page = new RegionPage(parameters.region(region), last == null ? "" : last,
                parameters.limit(limit, otherwise));
        parameters.orRefuse();
        return page;
    }
}
