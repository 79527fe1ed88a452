package org.lianban.catalog.listing.publication;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;

/**
 * 一张表: every field once, of a known type, for items that exist. 一套材料: named exactly; 兜底性、模糊性条款 such as
 * 其他材料 are refused (新政文〔2024〕62号 附件3 二(二)).
 */
final class MaterialRule {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final int LONGEST = 4_000;
    private static final String PAPERS = "(材料|资料|文件|证件|证明)";
    private static final String ANY = "(其他|其它|其余|另外|相关|有关|必要|所需|规定|要求|需要)";
    private static final Pattern VAGUE = Pattern.compile(ANY + "(提交|提供)?的?(申请|申报|证明|佐证|补充|辅助)?" + PAPERS + "|等"
            + PAPERS + "|等$");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
    private static final long LARGEST = 200L * 1024 * 1024;

    private MaterialRule() {}

    static void check(Content content, Faults faults) {
        Set<String> nos = content.items().stream().map(Item::no).collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        Defect.each("/form", content.form(), (field, at) -> field(field, at, names, nos, faults));
        Set<String> codes = new HashSet<>();
        Defect.each("/materials", content.materials(), (material, at) -> {
            Defect.present(faults, material.confirmation(), at + "/confirmation", "材料确认状态");
            Defect.where(Defect.present(faults, material.code(), at + "/code", "材料编号") && !codes.add(material.code()),
                    faults, Defect.DUPLICATE.at(at + "/code", "材料编号%s重复", material.code()));
            Defect.where(Defect.present(faults, material.name(), at + "/name", "材料名称") && vague(material.name()),
                    faults, Defect.VAGUE_MATERIAL.at(at + "/name", "材料“%s”含糊，应逐项列明", material.name()));
            files(material, at, faults);
            material.items().stream().filter(no -> !nos.contains(no)).forEach(no -> faults
                    .add(Defect.UNKNOWN_ITEM.at(at + "/items", "材料“%s”所指事项%s不存在", material.name(), no)));
        });
    }

    private static void field(FormField field, String pointer, Set<String> seen, Set<String> nos, Faults faults) {
        Defect.present(faults, field.label(), pointer + "/label", "字段标签");
        Defect.present(faults, field.type(), pointer + "/type", "字段类型");
        if (Defect.present(faults, field.name(), pointer + "/name", "字段名") && !NAME.matcher(field.name()).matches()) {
            faults.add(FaultCode.MALFORMED.saying(pointer + "/name", "字段名“%s”格式不正确".formatted(field.name())));
        } else if (!seen.add(field.name())) {
            faults.add(Defect.DUPLICATE.at(pointer + "/name", "字段%s重复", field.name()));
        }
        Defect.where(field.type() == FieldType.CHOICE && field.choices().isEmpty(), faults,
                FaultCode.MISSING.saying(pointer + "/choices", "选择字段%s没有选项".formatted(field.name())));
        Defect.where(field.maxLength() < 1 || field.maxLength() > LONGEST, faults,
                FaultCode.OUT_OF_RANGE.saying(pointer + "/maxLength",
                        "字段%s的长度应为1至%d".formatted(field.name(), LONGEST)));
        field.items().stream().filter(no -> !nos.contains(no)).forEach(
                no -> faults.add(Defect.UNKNOWN_ITEM.at(pointer + "/items", "字段%s所指事项%s不存在", field.name(), no)));
    }

    static boolean vague(String name) {
        return VAGUE.matcher(name.replaceAll("\\s", "")).find();
    }

    private static void files(Material material, String pointer, Faults faults) {
        Defect.where(material.mediaTypes().isEmpty()
                || !material.mediaTypes().stream().allMatch(type -> MEDIA_TYPE.matcher(type).matches()), faults,
                FaultCode.MALFORMED.saying(pointer + "/mediaTypes", "材料“%s”的文件类型缺失或不正确".formatted(material.name())));
        Defect.where(material.maxBytes() < 1 || material.maxBytes() > LARGEST, faults,
                FaultCode.OUT_OF_RANGE.saying(pointer + "/maxBytes",
                        "材料“%s”的大小上限应为1至%d字节".formatted(material.name(), LARGEST)));
    }
}
