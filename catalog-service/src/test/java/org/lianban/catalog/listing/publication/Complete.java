package org.lianban.catalog.listing.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.Document;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.ItemRules.Exclusion;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.MaterialRules.ReviewPoint;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Source;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Particulars.Baseline;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;

/** A one-thing of two items that passes the gate, and the same with one thing spoilt. */
public final class Complete {
    public static final String LEAD = "410721-zhujian";
    public static final String OTHER = "410721-shichangjianguan";
    public static final Document DOCUMENT = new Document("新政文〔2026〕1号", LocalDate.of(2026, 9, 1));
    public static final List<SpecialProcedure> PROCEDURES = List.of(
            new SpecialProcedure("hearing", "听证", SpecialProcedure.Kind.HEARING, Term.workingDays(20), true, true,
                    "行政许可法第四十五条"));

    private Complete() {}

    public static Content content(String code) {
        return content(code, "加装电梯" + code, items(rules(PROCEDURES), null), materials(MaterialRules.NONE),
                particulars());
    }

    public static Content content(String code, String name, List<Item> items, List<Material> materials,
            Particulars particulars) {
        return new Content(code, "410721", name, name + "“一件事”", Subject.INDIVIDUAL, null, null, LEAD, List.of(), null,
                null, null, new Source("新政文〔2026〕1号", null, null, null, "新乡县", "河南省", null), items, List.of(),
                form(), materials, particulars);
    }

    public static ItemRules rules(List<SpecialProcedure> procedures) {
        return rules(procedures, null);
    }

    public static ItemRules rules(List<SpecialProcedure> procedures, ItemRules.@Nullable Exclusion exclusion) {
        return new ItemRules("411717002011", null, null, List.of("特种设备安全法第三十三条"), List.of("电梯经监督检验合格"), "不收费",
                "使用登记证", null, null, false, false, exclusion, procedures, List.of("电梯监督检验机构"));
    }

    public static List<Item> items(ItemRules second, @Nullable Term promise) {
        ItemRules first = new ItemRules("411717002012", null, null, List.of("城镇老旧小区改造办法第十条"), List.of("业主已经表决同意"),
                "不收费", "审查意见", null, null, false, false, null, List.of(), List.of());
        return List.of(
                new Item("01", "加装电梯联合审查", List.of(LEAD), Level.COUNTY, ItemKind.CONFIRM, List.of(), List.of(), null,
                        promise == null ? Term.workingDays(5) : promise, Term.workingDays(10), false,
                        Confirmation.CONFIRMED, null, null, null, null, List.of(), first),
                new Item("02", "电梯使用登记", List.of(OTHER), Level.COUNTY, ItemKind.LICENSE, List.of("01"), List.of(),
                        null, Term.workingDays(3), Term.workingDays(20), true, Confirmation.CONFIRMED, null, null,
                        null, null, List.of(), second));
    }

    public static List<FormField> form() {
        return List.of(new FormField("contactPhone", "联系电话", FieldType.PHONE, true, List.of(), 20, List.of()),
                new FormField("liftAddress", "加装地址", FieldType.TEXT, true, List.of(), 200, List.of()),
                new FormField("resultDelivery", "结果领取方式", FieldType.CHOICE, false, List.of("统一窗口领取", "邮寄送达"), 100,
                        List.of()));
    }

    public static MaterialRules reviewed(MaterialRules rules) {
        return new MaterialRules(rules.exemption(), rules.deferral(), rules.commitment(),
                List.of(new ReviewPoint("p1", "业主签名与产权人一致", "逐户核对签名与不动产登记簿相同", "三单元东户")), true, null,
                "样例/业主同意书.pdf");
    }

    public static List<Material> materials(MaterialRules rules) {
        return List.of(new Material("m01", "业主书面同意书", true, List.of("01"), List.of("application/pdf"), 1_000,
                "民法典第二百七十八条", Confirmation.CONFIRMED, reviewed(rules)),
                new Material("m02", "监督检验报告", true, List.of("02"), List.of("application/pdf"), 1_000,
                        "特种设备安全法第二十五条", Confirmation.CONFIRMED, reviewed(MaterialRules.NONE)));
    }

    public static Particulars particulars() {
        return new Particulars(
                List.of(new Particulars.Contact(LEAD, "张工", "0373-1234567"),
                        new Particulars.Contact(OTHER, null, "0373-7654321")),
                List.of(new Particulars.Place("政务服务中心", "文化路1号", "综合窗口", "工作日8:30-12:00")), "https://example.org/xx-30",
                new Baseline(9, 30, 40, List.of("申请", "受理", "审查", "检验", "领证"), Baseline.Basis.STATUTORY_SUM),
                List.of("一次申请", "统一出件"),
                List.of(new Particulars.CommitmentText("c1", 1, "容缺受理承诺书", "本人承诺按期补齐", "逾期不补的，终止办理")), false,
                List.of(new Particulars.Member(Particulars.Member.Role.LEADER, "王县长", "副县长", null)), null);
    }

    public static Annex annex() {
        return new Annex(
                List.of(new Annex.Sheet("01", List.of("contactPhone", "liftAddress", "resultDelivery"),
                        List.of("业主书面同意书", "身份证"), List.of(), List.of()),
                        new Annex.Sheet("02", List.of("contactPhone", "liftAddress"), List.of("监督检验报告"), List.of(),
                                List.of(new Annex.Demand("检验数据", "省市场监管局", Annex.DemandState.AGREED)))),
                List.of(new Annex.Knowledge("多少户同意才能加装？", "专有部分面积和人数均占三分之二以上参与表决", List.of("电梯"))),
                List.of(new Annex.Sample("form", "填好的表单", "样例/表单.pdf")), List.of(), List.of());
    }
}
