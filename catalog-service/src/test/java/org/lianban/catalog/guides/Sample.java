package org.lianban.catalog.guides;

import static org.lianban.catalog.listing.publication.Contents.OFFICE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.OneThing.Source;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;

/** 开办面馆: a one-thing about which everything is published. */
final class Sample {
    static final Map<String, String> NAMES = Map.of(OFFICE, "县公安局", "410721-shichang", "县市场监管局");
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private Sample() {}

    static OneThing complete() {
        return oneThing(particulars());
    }

    static OneThing oneThing(Particulars particulars) {
        return new OneThing("XX-90", "410721", 3, "sha256:0123456789abcdef0123", FROM, "开办面馆", "开办面馆“一件事”",
                Subject.ENTERPRISE, null, null, "410721-shichang", List.of(), null, null, null,
                new Source("新政文〔2024〕62号", null, null, null, "新乡县", "河南省", null), items(), questions(), form(),
                materials(), particulars);
    }

    static Guide guide(OneThing oneThing) {
        return new GuideWriter(oneThing, NAMES).write();
    }

    private static Particulars particulars() {
        return new Particulars(List.of(new Particulars.Contact("410721-shichang", "王五", "0373-5080000"),
                new Particulars.Contact(OFFICE, null, "0373-5080110")),
                List.of(new Particulars.Place("新乡县政务服务中心", "府前街1号", "A区3号窗口", "周一至周五 9:00-17:00")),
                "https://zwfw.example.cn/mianguan", null, List.of("网上或窗口申请", "领取结果"),
                List.of(new Particulars.CommitmentText("c1", 2, "补交承诺书", "本人承诺五个工作日内补交。", "逾期终止办理并计入信用记录。"),
                        new Particulars.CommitmentText("unused", 1, "无关承诺书", "与本事项无关。", "无")),
                false, List.of(), null);
    }

    private static List<Item> items() {
        SpecialProcedure visit = new SpecialProcedure("visit", "现场勘验", SpecialProcedure.Kind.SITE_VISIT,
                Term.workingDays(10), true, false, "食品经营许可和备案管理办法");
        ItemRules rules = new ItemRules("000131010000", null, null, List.of("食品安全法第三十五条"), List.of("有固定经营场所"), "不收费",
                "食品经营许可证", null, 60, false, false, ItemRules.Exclusion.PUBLIC_HEALTH, List.of(visit),
                List.of("消防设施检测"));
        return List.of(item("01", "设立登记", "410721-shichang", List.of(), null, ItemRules.NONE),
                item("02", "食品经营许可", "410721-shichang", List.of("01"), null, rules),
                item("03", "公章刻制备案", OFFICE, List.of("01"), new Group(Group.Type.OPTIONAL, "item-03"), ItemRules.NONE));
    }

    private static Item item(String no, String name, String office, List<String> hard, @Nullable Group group,
            ItemRules rules) {
        return new Item(no, name, List.of(office), Level.COUNTY, ItemKind.LICENSE, hard, List.of(), group,
                Term.workingDays(no.equals("03") ? 1 : 5), Term.workingDays(20), false, Confirmation.CONFIRMED, null,
                null, null, null, List.of(), rules);
    }

    private static List<Question> questions() {
        return List.of(new Question("item-03", "是否刻制公章", List.of(new Option("yes", "是", List.of("03")),
                new Option("no", "否", List.of())), null));
    }

    private static List<FormField> form() {
        return List.of(new FormField("name", "店名", FieldType.TEXT, true, List.of(), 50, List.of()),
                new FormField("seal", "印章名称", FieldType.TEXT, true, List.of(), 50, List.of("03")));
    }

    private static List<Material> materials() {
        MaterialRules exempt = new MaterialRules(new MaterialRules.Exemption(MaterialRules.Reason.E_LICENSE,
                MaterialRules.Mode.QUERY, "电子证照库", null), null, null, List.of(), false, null, null);
        MaterialRules deferrable = new MaterialRules(null,
                new MaterialRules.Deferral(Term.workingDays(5), "终止办理", "c1"),
                null, List.of(new MaterialRules.ReviewPoint("p1", "是否标明操作区", "标明三个区域", null)), true, null,
                "https://zwfw.example.cn/sample/m02.pdf");
        return List.of(material("m01", "居民身份证", List.of(), exempt), material("m02", "布局流程图", List.of("02"), deferrable),
                material("m03", "印章样式<样张>", List.of("03"), MaterialRules.NONE));
    }

    private static Material material(String code, String name, List<String> items, MaterialRules rules) {
        return new Material(code, name, true, items, List.of("application/pdf"), 1_000, "行政许可法第二十九条",
                Confirmation.CONFIRMED, rules);
    }
}
