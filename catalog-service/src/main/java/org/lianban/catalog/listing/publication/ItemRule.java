package org.lianban.catalog.listing.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Item;

/** 联办事项: one to ninety-nine, numbered once each, with name, level and kind. */
final class ItemRule implements Validation.Rule {
    private static final Pattern NO = Pattern.compile("[0-9]{2}");
    private static final int MOST = 99;

    @Override
    public void check(Content content, Set<String> departments, Faults faults) {
        List<Item> items = content.items();
        if (items.isEmpty() || items.size() > MOST) {
            faults.add(Defect.NUMBER_OF_ITEMS.at("/items", "联办事项应有1至%d项，现有%d项", MOST, items.size()));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String pointer = "/items/" + i;
            Defect.present(faults, item.name(), pointer + "/name", "事项名称");
            Defect.present(faults, item.level(), pointer + "/level", "办理层级");
            Defect.present(faults, item.kind(), pointer + "/kind", "事项性质");
            Defect.present(faults, item.flow(), pointer + "/flow", "流程确认状态");
            if (Defect.present(faults, item.no(), pointer + "/no", "事项序号") && !NO.matcher(item.no()).matches()) {
                faults.add(FaultCode.MALFORMED.saying(pointer + "/no", "事项序号“%s”应为两位数字".formatted(item.no())));
            } else if (!seen.add(item.no())) {
                faults.add(Defect.DUPLICATE_ITEM.at(pointer + "/no", "事项序号%s重复", item.no()));
            }
        }
    }
}
