package org.lianban.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.catalog.CatalogEvent.CalendarPublished;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.ItemKind;
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
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.Hours;
import org.lianban.contracts.catalog.WorkingCalendar.Year;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A one-thing with everything the checks look at, and an application that passes them. */
public final class Fixtures {
    public static final JsonMapper JSON = JsonMapper.builder().build();
    public static final String REGION = "410721";
    public static final String RESIDENT = "11010519491231002X";
    public static final String CREDIT = "11370800MB28559184";
    public static final Instant EFFECTIVE = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> MEDIA = List.of("application/pdf", "image/png");

    private Fixtures() {}

    private static Item item(String no, String name, Group group) {
        return new Item(no, name, List.of(REGION + "-gongan"), Level.COUNTY, ItemKind.CONFIRM, List.of(), List.of(),
                group, null, null, false, Confirmation.REFERENCE, null, null, null, null);
    }

    private static FormField field(String name, FieldType type, boolean required, int max, String... items) {
        return new FormField(name, "字段" + name, type, required,
                type == FieldType.CHOICE ? List.of("男", "女") : List.of(), max, List.of(items));
    }

    private static Material material(String code, boolean required, String... items) {
        return new Material(code, "材料" + code, required, List.of(items), MEDIA, 1_000, null, Confirmation.REFERENCE);
    }

    public static OneThing oneThing() {
        return oneThing("XX-09", Subject.INDIVIDUAL, "户口登记");
    }

    public static OneThing oneThing(String code, Subject subject, String firstItem) {
        return new OneThing(code, REGION, 1, "sha256:" + "a".repeat(60) + code.substring(code.length() - 4), EFFECTIVE,
                "办事" + code, "办事" + code, subject, null, null, null, List.of(), null, null, null,
                new OneThing.Source(null, null, null, null),
                List.of(item("01", firstItem, null), item("02", "医保参保", null),
                        item("03", "社保卡", new Group(Group.Type.OPTIONAL, "item-03")),
                        item("04", "正常", new Group(Group.Type.EXACTLY_ONE, "group-q")),
                        item("05", "特殊", new Group(Group.Type.EXACTLY_ONE, "group-q"))),
                List.of(new Question("item-03", "要办社保卡吗",
                        List.of(new Option("yes", "要", List.of("03")), new Option("no", "不要", List.of())), "no"),
                        new Question("group-q", "哪种情形", List.of(new Option("a", "正常", List.of("04")),
                                new Option("b", "特殊", List.of("05"))), null)),
                List.of(field("childName", FieldType.TEXT, true, 5), field("birthDate", FieldType.DATE, false, 20),
                        field("sex", FieldType.CHOICE, false, 5), field("count", FieldType.INTEGER, false, 9),
                        field("area", FieldType.DECIMAL, false, 9), field("agreed", FieldType.BOOLEAN, false, 9),
                        field("motherId", FieldType.ID_NUMBER, false, 18),
                        field("company", FieldType.CREDIT_CODE, false, 18),
                        field("phone", FieldType.PHONE, false, 20), field("card", FieldType.TEXT, true, 9, "03")),
                List.of(material("m01", true), material("m02", true, "05"), material("m03", false)));
    }

    public static WorkingCalendar calendar() {
        return new WorkingCalendar("CN", 1, "sha256:calendar", "Asia/Shanghai",
                List.of(new Year(2025, false, "国办发明电〔2024〕12号", List.of()),
                        new Year(2026, false, "2026 年部分节假日安排", List.of(new WorkingCalendar.Exception(
                                LocalDate.of(2026, 10, 1), WorkingCalendar.Kind.HOLIDAY, "国庆节")))),
                List.of(new Hours(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                        new Hours(LocalTime.of(14, 30), LocalTime.of(18, 0))));
    }

    public static void fill(CatalogCopy catalog) {
        for (OneThing oneThing : List.of(oneThing(), oneThing("XX-01", Subject.ENTERPRISE, "企业变更登记"),
                oneThing("XX-02", Subject.ENTERPRISE, "企业设立登记"), RichThing.oneThing())) {
            catalog.apply(new OneThingPublished(oneThing));
            catalog.apply(new EffectiveVersions(oneThing.code(), REGION, oneThing.name(),
                    List.of(new Effective(1, oneThing.contentHash(), EFFECTIVE))));
        }
        catalog.apply(new CalendarPublished(calendar()));
    }

    /** Passes every check at a window; other channels need {@link #electronic}. */
    public static ObjectNode application() {
        ObjectNode root = JSON.createObjectNode();
        root.put("region", REGION).put("oneThing", "XX-09").put("channel", "WINDOW").put("window", "w1");
        root.putObject("applicant").put("name", "张三丰").put("idType", "RESIDENT_ID").put("idNumber", RESIDENT)
                .put("phone", "13800000000");
        root.putNull("agent");
        root.putObject("answers").put("group-q", "a");
        root.putObject("form").put("childName", "张小宝").put("motherId", RESIDENT);
        root.putArray("materials").addObject().put("code", "m01").put("form", "PAPER");
        return root;
    }

    public static ObjectNode electronic(ObjectNode application, String digest) {
        ArrayNode materials = application.putArray("materials");
        materials.addObject().put("code", "m01").put("form", "ELECTRONIC").put("digest", digest);
        return application;
    }

    public static ObjectNode with(ObjectNode application, Map<String, ?> members) {
        members.forEach((name, value) -> application.set(name, JSON.valueToTree(value)));
        return application;
    }
}
