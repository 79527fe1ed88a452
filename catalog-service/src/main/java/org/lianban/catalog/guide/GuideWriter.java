package org.lianban.catalog.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.guide.Guide.Contact;
import org.lianban.catalog.guide.Guide.GuideItem;
import org.lianban.catalog.guide.Guide.GuideMaterial;
import org.lianban.catalog.guide.Guide.ItemMaterials;
import org.lianban.catalog.guide.Guide.Materials;
import org.lianban.catalog.guide.Guide.Office;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;

/** Renders a version as a guide, so that what the public reads is what cases are handled under. */
public final class GuideWriter {
    private static final List<String> CHANNELS = List.of("网上办理", "窗口办理");

    private final OneThing oneThing;
    private final Map<String, String> departmentNames;

    /** @param departmentNames the shown name of every department by id */
    public GuideWriter(OneThing oneThing, Map<String, String> departmentNames) {
        this.oneThing = oneThing;
        this.departmentNames = departmentNames;
    }

    public Guide write() {
        return new Guide(oneThing.code(), oneThing.version(), oneThing.contentHash(), oneThing.region(),
                oneThing.source().regionName(), oneThing.name(), oneThing.subject(),
                oneThing.items().stream().map(Item::name).toList(), oneThing.items().stream().map(this::item).toList(),
                oneThing.questions(), materials(), CHANNELS, null, List.of(),
                CriticalPath.of(oneThing, Item::statutory), CriticalPath.of(oneThing, Item::promise),
                Flowchart.of(oneThing), contact(), oneThing.source(), notes());
    }

    private GuideItem item(Item item) {
        Group group = item.group();
        return new GuideItem(item.no(), item.name(), item.departments().stream().map(this::office).toList(),
                item.level(), kind(item.kind()), item.hard(), group == null ? null : group.type(), item.promise(),
                item.statutory(), item.limitNote(), item.remark(), item.flow());
    }

    private Office office(String id) {
        return new Office(id, departmentNames.getOrDefault(id, id));
    }

    private Materials materials() {
        List<Material> all = oneThing.materials();
        List<ItemMaterials> perItem = new ArrayList<>();
        for (Item item : oneThing.items()) {
            List<Material> own = all.stream().filter(m -> m.items().contains(item.no())).toList();
            if (!own.isEmpty()) {
                perItem.add(new ItemMaterials(item.no(), item.name(), office(item.primaryDepartment()),
                        numbered(own)));
            }
        }
        return new Materials(numbered(all.stream().filter(m -> m.items().isEmpty()).toList()), perItem);
    }

    private static List<GuideMaterial> numbered(List<Material> materials) {
        List<GuideMaterial> numbered = new ArrayList<>();
        materials.forEach(m -> numbered.add(new GuideMaterial(numbered.size() + 1, m.code(), m.name(), m.required(),
                m.legalBasis(), m.confirmation())));
        return numbered;
    }

    private Contact contact() {
        @Nullable
        String lead = oneThing.lead();
        return new Contact(lead == null ? null : office(lead), oneThing.coLeads().stream().map(this::office).toList(),
                null, null);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (oneThing.items().stream().anyMatch(i -> i.flow() == Confirmation.REFERENCE)) {
            notes.add("前后置关系和期限为参考，待牵头部门确认");
        }
        if (oneThing.materials().stream().anyMatch(m -> m.confirmation() == Confirmation.REFERENCE)) {
            notes.add("材料清单为参考，待牵头部门确认");
        }
        if (oneThing.borrowedFrom() != null) {
            notes.add("本地区清单只列名称，联办事项参照" + oneThing.borrowedFrom());
        }
        if (oneThing.uncertain() != null || oneThing.items().stream().anyMatch(i -> i.uncertain() != null)) {
            notes.add("来源文件个别内容存疑，以牵头部门解释为准");
        }
        return notes;
    }

    private static String kind(ItemKind kind) {
        return switch (kind) {
            case LICENSE -> "行政许可";
            case CONFIRM -> "行政确认";
            case PAYMENT -> "行政给付";
            case SERVICE -> "公共服务";
            case CHECK -> "信息核查";
            case VERIFY -> "信息核验";
            case COLLECT -> "信息采集";
        };
    }
}
