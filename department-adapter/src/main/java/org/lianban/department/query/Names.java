package org.lianban.department.query;

import java.util.Optional;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * What things of a case are called. Where the catalogue is not here yet, numbers stand in.
 *
 * @param version the case was filed under
 */
public record Names(Optional<OneThing> version) {
    public static Names of(CatalogCopy catalog, String hash) {
        return new Names(catalog.version(hash));
    }

    public String item(String no) {
        return version.flatMap(v -> v.item(no)).map(OneThing.Item::name).orElse(no);
    }

    public String oneThing(String code) {
        return version.map(OneThing::name).orElse(code);
    }
}
