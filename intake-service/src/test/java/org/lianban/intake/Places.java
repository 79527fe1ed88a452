package org.lianban.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent.WindowPublished;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.Window.Authorisation;
import org.lianban.contracts.catalog.Window.Clerk;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.catalog.Window.Type;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.node.ObjectNode;

/** A region that has registered its windows, and one next to it that receives for it. */
public final class Places {
    public static final String REGION = "410782";
    public static final String LEAD = REGION + "-gongan";
    public static final String HALL = REGION + "-zh01";
    public static final String NEIGHBOUR = "140502-zh01";
    public static final String CODE = "HX-09";
    /** 全部权限. */
    public static final String CLERK = "c1";
    /** 只能录入. */
    public static final String TYPIST = "c2";

    private Places() {}

    private static Item item(String no, String name) {
        return new Item(no, name, List.of(LEAD), Level.COUNTY, ItemKind.CONFIRM, List.of(), List.of(), null, null, null,
                false, Confirmation.REFERENCE, null, null, null, null);
    }

    private static Material material(String code, boolean required, String... items) {
        return new Material(code, "材料" + code, required, List.of(items), List.of("application/pdf"), 1_000, null,
                Confirmation.REFERENCE);
    }

    /** m01 is for all items, m02 for the second alone. */
    public static OneThing oneThing() {
        return new OneThing(CODE, REGION, 1, "sha256:" + "c".repeat(64), Fixtures.EFFECTIVE, "新生儿出生", "新生儿出生",
                Subject.INDIVIDUAL, null, null, LEAD, List.of(), null, null, null,
                new OneThing.Source(null, null, null, null), List.of(item("01", "户口登记"), item("02", "医保参保")),
                List.of(), List.of(new FormField("childName", "姓名", FieldType.TEXT, true, List.of(), 5, List.of())),
                List.of(material("m01", true), material("m02", false, "02")));
    }

    public static Window window(String id, String region, Type type, List<Clerk> clerks, List<String> oneThings,
            List<String> receivesFor, boolean active) {
        return new Window(id, region, "窗口" + id, Window.Level.COUNTY, null, type, clerks, oneThings,
                List.of(new Authorisation(CODE, "01", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), "李主任")),
                receivesFor, active);
    }

    public static List<Clerk> clerks() {
        return List.of(new Clerk(CLERK, "张窗口", EnumSet.allOf(Operation.class)),
                new Clerk(TYPIST, "王录入", Set.of(Operation.ENTER)));
    }

    public static List<Window> windows() {
        return List.of(window(HALL, REGION, Type.COMPREHENSIVE, clerks(), List.of(), List.of(), true),
                window(REGION + "-zk01", REGION, Type.ONE_THING, clerks(), List.of("HX-77"), List.of(), true),
                window(REGION + "-fz01", REGION, Type.CERTIFICATE, clerks(), List.of(), List.of(), true),
                window(REGION + "-bs01", REGION, Type.UNRESOLVED, clerks(), List.of(), List.of(), true),
                window(REGION + "-old", REGION, Type.GENERAL, clerks(), List.of(), List.of(), false),
                window(NEIGHBOUR, "140502", Type.GENERAL, clerks(), List.of(), List.of(REGION), true),
                window("140502-zh02", "140502", Type.GENERAL, clerks(), List.of(), List.of(), true));
    }

    static void fill(CatalogCopy catalog) {
        OneThing oneThing = oneThing();
        catalog.apply(new OneThingPublished(oneThing));
        catalog.apply(new EffectiveVersions(CODE, REGION, oneThing.name(),
                List.of(new Effective(1, oneThing.contentHash(), Fixtures.EFFECTIVE))));
        windows().forEach(w -> catalog.apply(new WindowPublished(w)));
        catalog.apply(new DepartmentChanged(department(LEAD)));
    }

    private static Department department(String id) {
        return new Department(id, REGION, "gongan", "公安局", Department.Kind.AGENCY, List.of("县公安局"), null, null);
    }

    /** Two materials on paper, at the hall. */
    static ObjectNode application(@Nullable String window) {
        ObjectNode root = Fixtures.application().put("region", REGION).put("oneThing", CODE);
        if (window == null) {
            root.remove("window");
        } else {
            root.put("window", window);
        }
        root.putObject("answers");
        root.putObject("form").put("childName", "张小宝");
        var materials = root.putArray("materials");
        materials.addObject().put("code", "m01").put("form", "PAPER");
        materials.addObject().put("code", "m02").put("form", "PAPER");
        return root;
    }

    static String[] clerk(String window, String clerk, String... more) {
        String[] headers = {"Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", clerk, "Lianban-Window", window};
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
