package org.lianban.catalog.listing.publication;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.OneThing.Source;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Term;

/** Contents for tests: nothing but what the context names. */
public final class Contents {
    public static final String OFFICE = "410721-gongan";
    public static final Set<String> OFFICES = Set.of(OFFICE);

    private Contents() {}

    public static Content of(Item... items) {
        return of(List.of(items), List.of(), List.of(), List.of());
    }

    public static Content of(List<Item> items, List<Question> questions, List<FormField> form,
            List<Material> materials) {
        return new Content("XX-77", "410721", "测试", "测试“一件事”", Subject.INDIVIDUAL, null, null, OFFICE, List.of(), null,
                null, null, new Source("文", null, null, null), items, questions, form, materials, Particulars.NONE);
    }

    public static Item item(String no, String... hard) {
        return item(no, List.of(OFFICE), List.of(hard), null, null, null);
    }

    public static Item grouped(String no, Group.Type type, String key) {
        return item(no, List.of(OFFICE), List.of(), new Group(type, key), null, null);
    }

    public static Item limited(String no, int promise, int statutory) {
        return item(no, List.of(OFFICE), List.of(), null, Term.workingDays(promise), Term.workingDays(statutory));
    }

    public static Item item(String no, List<String> departments, List<String> hard, @Nullable Group group,
            @Nullable Term promise, @Nullable Term statutory) {
        return new Item(no, "事项" + no, departments, Level.COUNTY, ItemKind.CONFIRM, hard, List.of(), group, promise,
                statutory, false, Confirmation.CONFIRMED, null, null, null, null);
    }

    public static Material material(String name) {
        return new Material("m01", name, true, List.of(), List.of("application/pdf"), 1_000, null,
                Confirmation.CONFIRMED);
    }
}
