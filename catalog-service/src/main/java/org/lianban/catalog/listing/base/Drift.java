package org.lianban.catalog.listing.base;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.contracts.catalog.OneThing;

/**
 * 同源偏差: what a version on the list says otherwise than the base catalogue in force.
 *
 * @param baseVersion it was published under; null where it was published without one
 * @param gone 基本编码 that the base catalogue no longer has
 */
public record Drift(String code, String region, String name, int version, @Nullable String baseVersion,
        List<Inheritance.Difference> differences, List<String> gone) {

    /** Empty where nothing differs. */
    public static Optional<Drift> of(OneThing version, Inheritance inheritance, Content content, Annex annex) {
        List<Inheritance.Difference> differences = inheritance.differences(content, annex);
        List<String> gone = inheritance.unknown(content).stream().map(i -> String.valueOf(i.rules().basicCode()))
                .toList();
        return differences.isEmpty() && gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drift(version.code(), version.region(), version.name(), version.version(),
                        version.particulars().baseVersion(), differences, gone));
    }
}
