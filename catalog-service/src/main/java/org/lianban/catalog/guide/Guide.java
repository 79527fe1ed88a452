package org.lianban.catalog.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.OneThing.Source;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Term;

/**
 * 办理指引: the fields of the sample sheet of 石政办发〔2024〕24号 附件2, rendered from one published version.
 *
 * @param certificates 所涉证（照）: names of the items
 * @param channels 办理方式
 * @param onlineAddress 办理网址; null until the region publishes one
 * @param places 办理地点; empty until the region publishes them
 * @param statutory 法定时限 of the whole
 * @param promised 承诺期限 of the whole
 * @param flowchart 流程图 in Mermaid's notation
 * @param notes what the reader must know about the sheet's reliability
 */
public record Guide(String code, int version, String contentHash, String region, @Nullable String regionName,
        String name, Subject subject, List<String> certificates, List<GuideItem> items, List<Question> questions,
        Materials materials, List<String> channels, @Nullable String onlineAddress, List<String> places,
        CriticalPath statutory, CriticalPath promised, String flowchart, Contact contact, Source source,
        List<String> notes) {

    /** @param id of the department, and the name its region uses */
    public record Office(String id, String name) {}

    /** @param prerequisites numbers of items that must be approved first */
    public record GuideItem(String no, String name, List<Office> departments, Level level, String kind,
            List<String> prerequisites, Group.@Nullable Type choice, @Nullable Term promise, @Nullable Term statutory,
            @Nullable String limitNote, @Nullable String remark, Confirmation flow) {}

    /** 所需材料: 共性 for every item, 个性 by item. */
    public record Materials(List<GuideMaterial> common, List<ItemMaterials> perItem) {}

    public record ItemMaterials(String item, String itemName, Office department, List<GuideMaterial> materials) {}

    public record GuideMaterial(int number, String code, String name, boolean required, @Nullable String legalBasis,
            OneThing.Confirmation confirmation) {}

    /**
     * 牵头单位联络人.
     *
     * @param lead null where the source names none
     * @param person 联络人; null until the lead names one
     * @param phone 联系电话; null until the lead names one
     */
    public record Contact(@Nullable Office lead, List<Office> coLeads, @Nullable String person,
            @Nullable String phone) {}
}
