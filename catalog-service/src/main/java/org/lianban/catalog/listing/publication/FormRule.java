package org.lianban.catalog.listing.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;

/** 一张表: every field once, of a known type, for items that exist. */
final class FormRule implements Validation.Rule {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final int LONGEST = 4_000;

    @Override
    public void check(Content content, Set<String> departments, Faults faults) {
        Set<String> nos = content.items().stream().map(Item::no).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<FormField> form = content.form();
        for (int i = 0; i < form.size(); i++) {
            FormField field = form.get(i);
            String pointer = "/form/" + i;
            Defect.present(faults, field.label(), pointer + "/label", "字段标签");
            Defect.present(faults, field.type(), pointer + "/type", "字段类型");
            if (Defect.present(faults, field.name(), pointer + "/name", "字段名")
                    && !NAME.matcher(field.name()).matches()) {
                faults.add(FaultCode.MALFORMED.saying(pointer + "/name", "字段名“%s”格式不正确".formatted(field.name())));
            } else if (!seen.add(field.name())) {
                faults.add(Defect.DUPLICATE.at(pointer + "/name", "字段%s重复", field.name()));
            }
            if (field.type() == FieldType.CHOICE && field.choices().isEmpty()) {
                faults.add(FaultCode.MISSING.saying(pointer + "/choices", "选择字段%s没有选项".formatted(field.name())));
            }
            if (field.maxLength() < 1 || field.maxLength() > LONGEST) {
                faults.add(FaultCode.OUT_OF_RANGE.saying(pointer + "/maxLength",
                        "字段%s的长度应为1至%d".formatted(field.name(), LONGEST)));
            }
            field.items().stream().filter(no -> !nos.contains(no)).forEach(
                    no -> faults.add(Defect.UNKNOWN_ITEM.at(pointer + "/items", "字段%s所指事项%s不存在", field.name(), no)));
        }
    }
}
