package org.lianban.catalog.guides;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.ItemRules.Exclusion;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars.CommitmentText;
import org.lianban.contracts.catalog.Particulars.Place;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;

/**
 * 办理指引: the fields of the sample sheet of 石政办发〔2024〕24号 附件2 and the six elements of every item, rendered from
 * one published version.
 *
 * @param effectiveFrom from when applications are taken under the version
 * @param certificates 所涉证（照）: what the items yield, or their names where no result is stated
 * @param channels 办理方式
 * @param onlineAddress 办理网址; null until the region publishes one
 * @param places 办理地点 and 办理时间; empty until the region publishes them
 * @param statutory 法定时限 of the whole
 * @param promised 承诺期限 of the whole
 * @param flowchart 流程图 in Mermaid's notation
 * @param contacts 联络方式 of every joint department that published one
 * @param steps 办理环节 in order
 * @param commitments 承诺书 that materials refer to
 * @param jointHandling 联合办理 with the limit of 行政许可法 42 第二款
 * @param remedies 救济途径
 * @param notes what the reader must know about the sheet's reliability
 */
public record Guide(String code, int version, String contentHash, Instant effectiveFrom, String region,
        @Nullable String regionName, String name, OneThing.Subject subject, List<String> certificates,
        List<GuideItem> items,
        List<OneThing.Question> questions, Materials materials, List<String> channels, @Nullable String onlineAddress,
        List<Place> places, CriticalPath statutory, CriticalPath promised, String flowchart, Contact contact,
        List<OfficeContact> contacts, List<String> steps, List<CommitmentText> commitments, boolean jointHandling,
        List<String> remedies, OneThing.Source source, List<String> notes) {

    /** @param id of the department, and the name its region uses */
    public record Office(String id, String name) {}

    /**
     * One item with its six elements: 设定依据 受理条件 材料 (see {@link Materials}) 时限 收费 结果.
     *
     * @param prerequisites numbers of items that must be approved first
     * @param basicCode 基本编码; null until known
     * @param exclusion why neither commitment nor tolerance is possible
     * @param procedures 特别程序: no other may be started
     */
    public record GuideItem(String no, String name, List<Office> departments, OneThing.Level level, String kind,
            List<String> prerequisites, OneThing.Group.@Nullable Type choice, @Nullable Term promise,
            @Nullable Term statutory,
            @Nullable String limitNote, @Nullable String remark, OneThing.Confirmation flow, @Nullable String basicCode,
            List<String> legalBasis, List<String> conditions, @Nullable String fee, @Nullable String resultName,
            boolean instant, boolean acceptOnReceipt, ItemRules.@Nullable Exclusion exclusion,
            List<SpecialProcedure> procedures, List<String> intermediaries) {}

    /** 所需材料: 共性 for every item, 个性 by item. */
    public record Materials(List<GuideMaterial> common, List<ItemMaterials> perItem) {}

    public record ItemMaterials(String item, String itemName, Office department, List<GuideMaterial> materials) {}

    /**
     * One material.
     *
     * @param rules 免提交, 容缺, 承诺, 审查要点, 原件, 样例
     */
    public record GuideMaterial(int number, String code, String name, boolean required, @Nullable String legalBasis,
            OneThing.Confirmation confirmation, MaterialRules rules) {}

    /**
     * 牵头单位联络人.
     *
     * @param lead null where the source names none
     * @param person 联络人; null until the lead names one
     * @param phone 联系电话; null until the lead names one
     */
    public record Contact(@Nullable Office lead, List<Office> coLeads, @Nullable String person,
            @Nullable String phone) {}

    /** 联办部门联络方式. */
    public record OfficeContact(Office office, @Nullable String person, @Nullable String phone) {}

    /** 简版: no more than the fields of the sample sheet of 石政办发〔2024〕24号 附件2. */
    public record Brief(String code, int version, String contentHash, String name, List<String> certificates,
            Guide.Materials materials, List<String> channels, @Nullable String onlineAddress, List<Place> places,
            CriticalPath statutory, CriticalPath promised, String flowchart, Guide.Contact contact,
            List<String> notes) {

        public static Brief of(Guide guide) {
            return new Brief(guide.code(), guide.version(), guide.contentHash(), guide.name(), guide.certificates(),
                    guide.materials(), guide.channels(), guide.onlineAddress(), guide.places(), guide.statutory(),
                    guide.promised(), guide.flowchart(), guide.contact(), guide.notes());
        }
    }
}
