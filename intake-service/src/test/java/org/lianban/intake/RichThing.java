package org.lianban.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.MaterialRules.Deferral;
import org.lianban.contracts.catalog.MaterialRules.Exemption;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.contracts.catalog.MaterialRules.Reason;
import org.lianban.contracts.catalog.MaterialRules.ReviewPoint;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Particulars.CommitmentText;
import org.lianban.contracts.catalog.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A one-thing with every rule that intake knows: what is spared, what may follow, what is looked at. */
public final class RichThing {
    public static final String CODE = "XX-30";
    public static final String POPULATION = "人口库";
    public static final String LIBRARY = "电子证照库";
    public static final String CERTIFICATE = "11100000000013338W011";
    public static final String SIGNATURE = "sm3:" + "a".repeat(64);

    private RichThing() {}

    private static Item item(String no, String name, @Nullable Term promise, ItemRules rules) {
        return new Item(no, name, List.of(Fixtures.REGION + "-gongan"), Level.COUNTY, ItemKind.CONFIRM, List.of(),
                List.of(), no.equals("03") ? new Group(Group.Type.OPTIONAL, "item-03") : null, promise, null, false,
                Confirmation.REFERENCE, null, null, null, null, List.of(), rules);
    }

    private static Material material(String code, String name, List<String> items, MaterialRules rules) {
        return new Material(code, name, true, items, List.of("application/pdf"), 1_000, null, Confirmation.REFERENCE,
                rules);
    }

    private static ItemRules rules(boolean acceptOnReceipt, ItemRules.@Nullable Exclusion exclusion) {
        return new ItemRules(null, null, null, List.of(), List.of(), null, null, null, null, acceptOnReceipt, false,
                exclusion, List.of(), List.of());
    }

    /** m01 is handed in, m02 may follow within ten days, m03 and m04 are spared, m05 a commitment stands for. */
    public static OneThing oneThing() {
        return oneThing(1);
    }

    public static OneThing oneThing(int version) {
        return new OneThing(CODE, Fixtures.REGION, version, "sha256:" + "b".repeat(63) + version, Fixtures.EFFECTIVE,
                "开办餐饮店", "开办餐饮店", Subject.INDIVIDUAL, null, null, null, List.of(), null, null, null,
                new OneThing.Source(null, null, null, null),
                List.of(item("01", "食品经营许可", Term.workingDays(5), rules(true, null)),
                        item("02", "户外招牌", Term.workingDays(20), ItemRules.NONE),
                        item("03", "消防检查", Term.workingDays(3), rules(true, ItemRules.Exclusion.PUBLIC_SECURITY))),
                List.of(new Question("item-03", "要办消防检查吗",
                        List.of(new Option("yes", "要", List.of("03")), new Option("no", "不要", List.of())), "no")),
                List.of(field("shopName", null), field("ownerName", POPULATION), field("married", POPULATION)),
                List.of(material("m01", "申请书", List.of(),
                        new MaterialRules(null, null, null,
                                List.of(new ReviewPoint("p1", "签字完整", "每页签字", "见样表第 2 页"),
                                        new ReviewPoint("p2", "日期正确", "不晚于提交日", null)),
                                true, null, "https://example.org/sample")),
                        material("m02", "布局流程图", List.of("01", "02"),
                                new MaterialRules(null, new Deferral(Term.workingDays(10), "逾期撤销许可", "c1"), null,
                                        List.of(), false, null, null)),
                        material("m03", "婚姻证明", List.of("02"),
                                new MaterialRules(new Exemption(Reason.DATA_VERIFIED, Mode.VERIFY, POPULATION,
                                        "国务院令第809号"), null, null, List.of(), false, null, null)),
                        material("m04", "营业执照", List.of("01"),
                                new MaterialRules(new Exemption(Reason.E_LICENSE, null, LIBRARY, null), null, null,
                                        List.of(), false, CERTIFICATE, null)),
                        material("m05", "场所说明", List.of("02"),
                                new MaterialRules(null, null, "c2", List.of(), false, null, null)),
                        material("m06", "消防平面图", List.of("03"),
                                new MaterialRules(null, new Deferral(Term.workingDays(3), "不予许可", "c1"), null,
                                        List.of(), false, null, null))),
                new Particulars(List.of(), List.of(), null, null, List.of(),
                        List.of(new CommitmentText("c1", 2, "容缺受理承诺书", "本人承诺……", "逾期撤销"),
                                new CommitmentText("c2", 1, "告知承诺书", "本人承诺……", "虚假承诺撤销许可")),
                        false, List.of(), null));
    }

    private static FormField field(String name, @Nullable String prefill) {
        return new FormField(name, "字段" + name, FieldType.TEXT, false, List.of(), 50, List.of(), prefill);
    }

    /** With every material handed in on paper at a window. */
    public static ObjectNode application() {
        ObjectNode root = Fixtures.application().put("oneThing", CODE);
        root.putObject("answers");
        root.putObject("form").put("shopName", "小店").put("married", "是");
        return handing(root, "m01", "m02", "m03", "m04", "m05");
    }

    public static ObjectNode handing(ObjectNode root, String... codes) {
        ArrayNode materials = root.putArray("materials");
        for (String code : codes) {
            materials.addObject().put("code", code).put("form", "PAPER");
        }
        return root;
    }

    public static ObjectNode promising(ObjectNode root, String material, String type, String text, int version) {
        ArrayNode commitments = root.has("commitments")
                ? (ArrayNode) root.get("commitments")
                : root.putArray("commitments");
        commitments.addObject().put("material", material).put("type", type).put("textId", text)
                .put("textVersion", version).put("signature", SIGNATURE).put("signedBy", "APPLICANT")
                .put("signedAt", "2026-03-02T08:50:00+08:00");
        return root;
    }

    /** Everything is there and in order. */
    public static ObjectNode checked(ObjectNode root) {
        ObjectNode m01 = root.putArray("checks").addObject().put("material", "m01").put("present", true)
                .put("originalChecked", true).put("formOk", true);
        m01.putArray("points").addObject().put("id", "p1").put("pass", true);
        ((ArrayNode) m01.get("points")).addObject().put("id", "p2").put("pass", true);
        return root;
    }
}
