package org.lianban.catalog.listing.base;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianban.form.OwnRules;

/**
 * 基本目录版本.
 *
 * @param version as the upper level numbers it
 * @param source the document or system it was taken from
 */
@OwnRules
public record BaseVersion(String version, String source, List<BaseItem> items) {

    public Map<String, BaseItem> byCode() {
        return items.stream().collect(Collectors.toMap(BaseItem::code, i -> i, (first, second) -> second));
    }
}
