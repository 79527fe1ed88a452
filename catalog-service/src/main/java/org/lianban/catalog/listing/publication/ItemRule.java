package org.lianban.catalog.listing.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.Term;
import org.lianban.text.Characters;

/**
 * The one-thing is named and belongs to a region. 联办事项: one to ninety-nine, numbered once each, with name, level and
 * kind. 责任部门: every item has one, and every department named is on record. 承诺期限不得超过法定期限
 * (平政办发〔2023〕30号 二5).
 */
final class ItemRule {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,6}-[0-9]{2,6}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern NO = Pattern.compile("[0-9]{2}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 99;

    private ItemRule() {}

    static void check(Content content, Set<String> departments, Faults faults) {
        matches(faults, content.code(), CODE, "/code", "编码");
        matches(faults, content.region(), REGION, "/region", "行政区划代码");
        named(faults, content.name(), "/name", "名称");
        named(faults, content.printedName(), "/printedName", "印发名称");
        Defect.present(faults, content.subject(), "/subject", "服务对象");
        Defect.present(faults, content.source(), "/source", "来源文件");
        if (content.lead() != null) {
            known(content.lead(), "/lead", departments, faults);
        }
        Defect.each("/coLeads", content.coLeads(), (id, at) -> known(id, at, departments, faults));
        List<Item> items = content.items();
        if (items.isEmpty() || items.size() > MOST) {
            faults.add(Defect.NUMBER_OF_ITEMS.at("/items", "联办事项应有1至%d项，现有%d项", MOST, items.size()));
        }
        Set<String> seen = new HashSet<>();
        Defect.each("/items", items, (item, at) -> {
            item(item, at, seen, faults);
            Defect.where(item.departments().isEmpty(), faults,
                    Defect.ITEM_WITHOUT_DEPARTMENT.at(at + "/departments", "事项%s“%s”没有责任部门", item.no(), item.name()));
            Defect.each(at + "/departments", item.departments(), (id, to) -> known(id, to, departments, faults));
            limits(item, at, faults);
        });
    }

    private static void matches(Faults faults, @Nullable String value, Pattern pattern, String pointer, String what) {
        Defect.where(Defect.present(faults, value, pointer, what) && value != null && !pattern.matcher(value).matches(),
                faults, FaultCode.MALFORMED.saying(pointer, "%s“%s”格式不正确".formatted(what, value)));
    }

    private static void named(Faults faults, @Nullable String value, String pointer, String what) {
        Defect.where(
                Defect.present(faults, value, pointer, what) && value != null
                        && Characters.length(value) > LONGEST_NAME,
                faults, FaultCode.OUT_OF_RANGE.saying(pointer, "%s不能超过%d字".formatted(what, LONGEST_NAME)));
    }

    private static void known(String id, String pointer, Set<String> departments, Faults faults) {
        Defect.where(!departments.contains(id), faults, Defect.UNKNOWN_DEPARTMENT.at(pointer, "部门“%s”未登记", id));
    }

    private static void item(Item item, String pointer, Set<String> seen, Faults faults) {
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

    private static void limits(Item item, String pointer, Faults faults) {
        Term promise = item.promise();
        Term statutory = item.statutory();
        if (unitMissing(promise, pointer + "/promise", faults) | unitMissing(statutory, pointer + "/statutory", faults)
                || promise == null || statutory == null) {
            return;
        }
        if (promise.unit() != statutory.unit()) {
            faults.add(Defect.MIXED_UNITS.at(pointer + "/promise", "事项%s的承诺期限与法定期限单位不同", item.no()));
        } else if (promise.amount() > statutory.amount()) {
            faults.add(Defect.PROMISE_EXCEEDS_STATUTORY.at(pointer + "/promise", "事项%s的承诺期限%d超过法定期限%d", item.no(),
                    promise.amount(), statutory.amount()));
        }
    }

    private static boolean unitMissing(@Nullable Term term, String pointer, Faults faults) {
        return term != null && !Defect.present(faults, term.unit(), pointer + "/unit", "期限单位");
    }
}
