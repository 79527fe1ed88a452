package org.lianban.catalog.guides;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;

/**
 * Renders a version as a guide, so that what the public reads is what cases are handled under.
 *
 * @param departmentNames the shown name of every department by id
 */
public record GuideWriter(OneThing oneThing, Map<String, String> departmentNames) {
    public Guide write() {
        return new Guide(oneThing.code(), oneThing.version(), oneThing.contentHash(), oneThing.effectiveFrom(),
                oneThing.region(), oneThing.source().regionName(), oneThing.name(), oneThing.subject(), certificates(),
                oneThing.items().stream().map(this::item).toList(), oneThing.questions(), materials(),
                Procedure.CHANNELS, oneThing.particulars().url(), oneThing.particulars().places(),
                CriticalPath.of(oneThing, OneThing.Item::statutory),
                CriticalPath.of(oneThing, OneThing.Item::promise), Flowchart.of(oneThing), contact(), contacts(),
                oneThing.particulars().steps().isEmpty() ? Procedure.STEPS : oneThing.particulars().steps(),
                commitments(), oneThing.particulars().jointHandling(), Procedure.REMEDIES, oneThing.source(), notes());
    }

    private List<String> certificates() {
        return oneThing.items().stream().map(i -> Optional.ofNullable(i.rules().resultName()).orElse(i.name()))
                .distinct().toList();
    }

    private Guide.GuideItem item(OneThing.Item item) {
        OneThing.Group group = item.group();
        ItemRules rules = item.rules();
        return new Guide.GuideItem(item.no(), item.name(), item.departments().stream().map(this::office).toList(),
                item.level(), Wording.kind(item.kind()), item.hard(), group == null ? null : group.type(),
                item.promise(), item.statutory(), item.limitNote(), item.remark(), item.flow(), rules.basicCode(),
                rules.legalBasis(), rules.conditions(), rules.fee(), rules.resultName(), rules.instant(),
                rules.acceptOnReceipt(), rules.exclusion(), rules.procedures(), rules.intermediaries());
    }

    private Guide.Office office(String id) {
        return new Guide.Office(id, departmentNames.getOrDefault(id, id));
    }

    private Guide.Materials materials() {
        List<OneThing.Material> all = oneThing.materials();
        List<Guide.ItemMaterials> perItem = new ArrayList<>();
        for (OneThing.Item item : oneThing.items()) {
            List<OneThing.Material> own = all.stream().filter(m -> m.items().contains(item.no())).toList();
            if (!own.isEmpty()) {
                perItem.add(new Guide.ItemMaterials(item.no(), item.name(), office(item.primaryDepartment()),
                        numbered(own)));
            }
        }
        return new Guide.Materials(numbered(all.stream().filter(m -> m.items().isEmpty()).toList()), perItem);
    }

    private static List<Guide.GuideMaterial> numbered(List<OneThing.Material> materials) {
        List<Guide.GuideMaterial> numbered = new ArrayList<>();
        materials.forEach(
                m -> numbered.add(new Guide.GuideMaterial(numbered.size() + 1, m.code(), m.name(), m.required(),
                        m.legalBasis(), m.confirmation(), m.rules())));
        return numbered;
    }

    private Guide.Contact contact() {
        @Nullable
        String lead = oneThing.lead();
        Optional<Particulars.Contact> known = oneThing.particulars().contacts().stream()
                .filter(c -> c.department().equals(lead))
                .findFirst();
        return new Guide.Contact(lead == null ? null : office(lead),
                oneThing.coLeads().stream().map(this::office).toList(),
                known.map(Particulars.Contact::person).orElse(null),
                known.map(Particulars.Contact::phone).orElse(null));
    }

    private List<Guide.OfficeContact> contacts() {
        return oneThing.particulars().contacts().stream()
                .map(c -> new Guide.OfficeContact(office(c.department()), c.person(), c.phone())).toList();
    }

    /** Only those that a material of this guide can ask for. */
    private List<Particulars.CommitmentText> commitments() {
        Set<String> used = oneThing.materials().stream()
                .flatMap(m -> Stream.of(Optional.ofNullable(m.rules().commitment()),
                        Optional.ofNullable(m.rules().deferral()).map(d -> d.commitment())))
                .flatMap(Optional::stream).filter(Objects::nonNull).collect(Collectors.toSet());
        return oneThing.particulars().commitments().stream().filter(c -> used.contains(c.id())).toList();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        Wording.where(oneThing.items().stream().anyMatch(i -> i.flow() == OneThing.Confirmation.REFERENCE), notes,
                "前后置关系和期限为参考，待牵头部门确认");
        Wording.where(oneThing.materials().stream().anyMatch(m -> m.confirmation() == OneThing.Confirmation.REFERENCE),
                notes, "材料清单为参考，待牵头部门确认");
        if (oneThing.borrowedFrom() != null) {
            notes.add("本地区清单只列名称，联办事项参照" + oneThing.borrowedFrom());
        }
        Wording.where(oneThing.uncertain() != null || oneThing.items().stream().anyMatch(i -> i.uncertain() != null),
                notes, "来源文件个别内容存疑，以牵头部门解释为准");
        Wording.where(oneThing.items().stream().anyMatch(i -> i.promise() == null), notes, "未公布承诺期限的事项按法定期限办理");
        Wording.where(oneThing.particulars().jointHandling(), notes,
                "本事项由本级人民政府组织联合办理，四十五日内不能办结的，经批准可以延长十五日（行政许可法第四十二条）");
        return notes;
    }

    /** What the rules themselves say of every one-thing: 新政文〔2024〕62号 附件3 四(二), and the applicant's remedies. */
    static final class Procedure {
        static final List<String> CHANNELS = List.of("网上办理", "窗口办理");

        /** The general course, where the lead has published no steps of its own. */
        static final List<String> STEPS = List.of("申请：网上“一件事”专栏或“一件事”综合受理窗口，一次填写一张表、提交一套材料",
                "收件：材料齐全、符合法定形式的当场出具收件回执；需补正的一次告知全部内容", "推送：收件后2小时内同步推送各联办部门", "受理：各联办部门1个工作日内作出受理或不予受理决定",
                "审批：无前后置关系的并联审批，有前置事项的先行预审、收到前置结果后即时决定", "送达：结果汇总到发证窗口，当天按选定方式（窗口、邮寄、电子）送达，可统一领取或分别领取");

        static final List<String> REMEDIES = List.of("申请人享有陈述权、申辩权；行政机关不予受理、不予许可的，应当书面说明理由（行政许可法第七条、第三十八条）",
                "对行政行为不服的，可以自知道之日起六十日内申请行政复议（行政复议法第二十条）", "也可以自知道之日起六个月内依法向人民法院提起行政诉讼（行政诉讼法第四十六条）",
                "咨询、投诉可拨打12345热线，或到政务服务中心“办不成事”反映窗口；办理后可对服务作出“好差评”");

        private Procedure() {}
    }
}
