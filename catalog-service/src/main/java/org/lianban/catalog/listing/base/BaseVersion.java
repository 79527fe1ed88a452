package org.lianban.catalog.listing.base;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Term;
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

    /**
     * 基本目录事项: the ten elements that are the same everywhere (名称、编码、依据、类型、受理条件、服务对象、办理流程、申请材料、
     * 法定办结时限、办理结果; 平政办发〔2023〕30号 二2).
     *
     * @param code 基本编码
     * @param subjects empty: everybody
     * @param process 办理流程; empty where the catalogue leaves it open
     * @param materials names; empty where the catalogue leaves them open
     */
    public record BaseItem(String code, String name, ItemKind kind, List<String> legalBasis, List<String> conditions,
            List<Subject> subjects, List<String> process, List<String> materials, @Nullable Term statutory,
            @Nullable String resultName) {}
}
