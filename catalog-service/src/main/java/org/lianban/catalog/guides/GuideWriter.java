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
import org.lianban.catalog.guides.Guide.GuideMaterial;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;

/** Renders a version as a guide, so that what the public reads is what cases are handled under. */
public final class GuideWriter {
    private final OneThing oneThing;
    private final Particulars particulars;
    private final Map<String, String> departmentNames;

    /** @param departmentNames the shown name of every department by id */
    public GuideWriter(OneThing oneThing, Map<String, String> departmentNames) {
        this.oneThing = oneThing;
        this.particulars = oneThing.particulars();
        this.departmentNames = departmentNames;
    }

    public Guide write() {
        return new Guide(oneThing.code(), oneThing.version(), oneThing.contentHash(), oneThing.effectiveFrom(),
                oneThing.region(), oneThing.source().regionName(), oneThing.name(), oneThing.subject(), certificates(),
                oneThing.items().stream().map(this::item).toList(), oneThing.questions(), materials(),
                Procedure.CHANNELS, particulars.url(), particulars.places(), CriticalPath.of(oneThing, Item::statutory),
                CriticalPath.of(oneThing, Item::promise), Flowchart.of(oneThing), contact(), contacts(),
                particulars.steps().isEmpty() ? Procedure.STEPS : particulars.steps(), commitments(),
                particulars.jointHandling(), Procedure.REMEDIES, oneThing.source(), notes());
    }

    private List<String> certificates() {
        return oneThing.items().stream().map(i -> Optional.ofNullable(i.rules().resultName()).orElse(i.name()))
                .distinct().toList();
    }

    private Guide.GuideItem item(Item item) {
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
        List<Material> all = oneThing.materials();
        List<Guide.ItemMaterials> perItem = new ArrayList<>();
        for (Item item : oneThing.items()) {
            List<Material> own = all.stream().filter(m -> m.items().contains(item.no())).toList();
            if (!own.isEmpty()) {
                perItem.add(new Guide.ItemMaterials(item.no(), item.name(), office(item.primaryDepartment()),
                        numbered(own)));
            }
        }
        return new Guide.Materials(numbered(all.stream().filter(m -> m.items().isEmpty()).toList()), perItem);
    }

    private static List<GuideMaterial> numbered(List<Material> materials) {
        List<GuideMaterial> numbered = new ArrayList<>();
        materials.forEach(m -> numbered.add(new GuideMaterial(numbered.size() + 1, m.code(), m.name(), m.required(),
                m.legalBasis(), m.confirmation(), m.rules())));
        return numbered;
    }

    private Guide.Contact contact() {
        @Nullable
        String lead = oneThing.lead();
        Optional<Particulars.Contact> known = particulars.contacts().stream().filter(c -> c.department().equals(lead))
                .findFirst();
        return new Guide.Contact(lead == null ? null : office(lead),
                oneThing.coLeads().stream().map(this::office).toList(),
                known.map(Particulars.Contact::person).orElse(null),
                known.map(Particulars.Contact::phone).orElse(null));
    }

    private List<Guide.OfficeContact> contacts() {
        return particulars.contacts().stream()
                .map(c -> new Guide.OfficeContact(office(c.department()), c.person(), c.phone())).toList();
    }

    /** Only those that a material of this guide can ask for. */
    private List<Particulars.CommitmentText> commitments() {
        Set<String> used = oneThing.materials().stream()
                .flatMap(m -> Stream.of(Optional.ofNullable(m.rules().commitment()),
                        Optional.ofNullable(m.rules().deferral()).map(d -> d.commitment())))
                .flatMap(Optional::stream).filter(Objects::nonNull).collect(Collectors.toSet());
        return particulars.commitments().stream().filter(c -> used.contains(c.id())).toList();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (oneThing.items().stream().anyMatch(i -> i.flow() == OneThing.Confirmation.REFERENCE)) {
            notes.add("前后置关系和期限为参考，待牵头部门确认");
        }
        if (oneThing.materials().stream().anyMatch(m -> m.confirmation() == OneThing.Confirmation.REFERENCE)) {
            notes.add("材料清单为参考，待牵头部门确认");
        }
        if (oneThing.borrowedFrom() != null) {
            notes.add("本地区清单只列名称，联办事项参照" + oneThing.borrowedFrom());
        }
        if (oneThing.uncertain() != null || oneThing.items().stream().anyMatch(i -> i.uncertain() != null)) {
            notes.add("来源文件个别内容存疑，以牵头部门解释为准");
        }
        if (oneThing.items().stream().anyMatch(i -> i.promise() == null)) {
            notes.add("未公布承诺期限的事项按法定期限办理");
        }
        if (particulars.jointHandling()) {
            notes.add("本事项由本级人民政府组织联合办理，四十五日内不能办结的，经批准可以延长十五日（行政许可法第四十二条）");
        }
        return notes;
    }
}
