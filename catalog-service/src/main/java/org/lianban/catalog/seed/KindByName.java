package org.lianban.catalog.seed;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lianban.contracts.catalog.ItemKind;

/** What kind of act an item is when no reference flow says it, from the words of its name; the first line that fits. */
final class KindByName {
    private static final List<Map.Entry<Pattern, ItemKind>> RULES = List.of(
            rule("备案|登记证书", ItemKind.CONFIRM),
            rule("许可|张贴宣传品审批", ItemKind.LICENSE),
            rule("核验|查询", ItemKind.VERIFY),
            rule("核查", ItemKind.CHECK),
            rule("采集|填报|申报$|缴存$", ItemKind.COLLECT),
            rule("发放|报销|提取|给付|补贴|补助|津贴|救助|奖励金|供养|直接结算", ItemKind.PAYMENT),
            rule("申领|服务|体验|出行|购药|咨询|介绍|指引|帮扶|档案|健康检查|健康管理", ItemKind.SERVICE));

    private KindByName() {}

    private static Map.Entry<Pattern, ItemKind> rule(String words, ItemKind kind) {
        return entry(Pattern.compile(words), kind);
    }

    static ItemKind of(String itemName) {
        String bare = Names.bare(itemName);
        return RULES.stream().filter(rule -> rule.getKey().matcher(bare).find()).map(Map.Entry::getValue).findFirst()
                .orElse(ItemKind.CONFIRM);
    }
}
