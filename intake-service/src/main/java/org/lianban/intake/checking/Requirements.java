package org.lianban.intake.checking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.MaterialRules.Deferral;
import org.lianban.contracts.catalog.MaterialRules.Exemption;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Term;

/**
 * 一次告知: everything that somebody in this situation needs to know before applying: items, materials, fields, terms,
 * steps, places. It follows from the version, which never changes, and the answers; so the list of a case can be shown
 * again as it was, for as long as the case is kept.
 *
 * @param catalogHash the version it follows from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Requirements(String region, String oneThing, String name, String catalogHash,
        Map<String, String> answers, List<Item> items, List<Material> materials, List<Field> fields,
        List<String> steps, List<Particulars.Place> places, List<Particulars.Contact> contacts, @Nullable String url,
        List<Particulars.CommitmentText> commitments) {

    /** 联办事项. @param after items whose result it needs */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(String no, String name, List<String> departments, @Nullable Term promise,
            @Nullable Term statutory, List<String> after, List<String> conditions, List<String> legalBasis,
            @Nullable String fee, @Nullable String resultName) {}

    /**
     * 申请材料.
     *
     * @param exemption 可免提交, by which source
     * @param deferral 可容缺
     * @param commitment 可承诺免交, by which text
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Material(String code, String name, boolean required, List<String> items, List<String> mediaTypes,
            @Nullable String legalBasis, MaterialRules.@Nullable Exemption exemption,
            MaterialRules.@Nullable Deferral deferral, @Nullable String commitment,
            List<MaterialRules.ReviewPoint> reviewPoints,
            boolean original, @Nullable String certificateType, @Nullable String sample) {}

    /** 表单字段. */
    public record Field(String name, String label, OneThing.FieldType type, boolean required) {}

    public static Requirements of(OneThing oneThing, Map<String, String> given) {
        Checker.Choice choice = Checker.Choice.of(oneThing, given);
        Particulars p = oneThing.particulars();
        List<Material> materials = oneThing.materials().stream().filter(m -> choice.needs(m.items()))
                .map(m -> material(m, choice, excluded(oneThing, m, choice))).toList();
        return new Requirements(oneThing.region(), oneThing.code(), oneThing.name(), oneThing.contentHash(),
                choice.answers(),
                oneThing.items().stream().filter(i -> choice.items().contains(i.no())).map(i -> item(i, choice))
                        .toList(),
                materials, oneThing.form().stream().filter(f -> choice.needs(f.items()))
                        .map(f -> new Field(f.name(), f.label(), f.type(), f.required())).toList(),
                p.steps(), p.places(), p.contacts(), p.url(),
                p.commitments().stream().filter(text -> materials.stream().anyMatch(m -> refers(m, text.id())))
                        .toList());
    }

    private static boolean refers(Material material, String text) {
        return text.equals(material.commitment())
                || material.deferral() != null && text.equals(material.deferral().commitment());
    }

    private static Item item(OneThing.Item i, Checker.Choice choice) {
        return new Item(i.no(), i.name(),
                i.printedDepartments().isEmpty() ? i.departments() : i.printedDepartments(), i.promise(),
                i.statutory(), i.hard().stream().filter(choice.items()::contains).toList(), i.rules().conditions(),
                i.rules().legalBasis(), i.rules().fee(), i.rules().resultName());
    }

    /** Of an excluded item, nothing may follow later and nothing is taken on trust. */
    private static boolean excluded(OneThing oneThing, OneThing.Material material, Checker.Choice choice) {
        return oneThing.items().stream().filter(i -> choice.items().contains(i.no()))
                .filter(i -> material.items().isEmpty() || material.items().contains(i.no()))
                .anyMatch(i -> i.rules().exclusion() != null);
    }

    private static Material material(OneThing.Material m, Checker.Choice choice, boolean excluded) {
        MaterialRules r = m.rules();
        return new Material(m.code(), m.name(), m.required(),
                m.items().stream().filter(choice.items()::contains).toList(), m.mediaTypes(), m.legalBasis(),
                r.exemption(), excluded ? null : r.deferral(), excluded ? null : r.commitment(), r.reviewPoints(),
                r.original(), r.certificateType(), r.sample());
    }

    /** 容缺受理事项清单、免提交清单: one line per material of a one-thing. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Relief(String oneThing, String oneThingName, List<String> items, String material, String name,
            MaterialRules.@Nullable Exemption exemption, MaterialRules.@Nullable Deferral deferral,
            @Nullable String commitment) {}

    /** Everything of a one-thing that may follow later, or that a commitment may stand for; whatever the situation. */
    public static List<Relief> tolerances(OneThing oneThing) {
        return oneThing.materials().stream().flatMap(m -> line(oneThing, m).stream()).toList();
    }

    private static Optional<Relief> line(OneThing oneThing, OneThing.Material m) {
        List<String> items = oneThing.items().stream()
                .filter(i -> m.items().isEmpty() || m.items().contains(i.no()))
                .filter(i -> i.rules().exclusion() == null).map(OneThing.Item::name).toList();
        MaterialRules r = m.rules();
        return items.isEmpty() || r.deferral() == null && r.commitment() == null
                ? Optional.empty()
                : Optional.of(new Relief(oneThing.code(), oneThing.name(), items, m.code(), m.name(), null,
                        r.deferral(), r.commitment()));
    }

    /** Everything of a one-thing that need not be handed in. */
    public static List<Relief> exemptions(OneThing oneThing) {
        return oneThing.materials().stream().filter(m -> m.rules().exemption() != null)
                .map(m -> new Relief(oneThing.code(), oneThing.name(), List.of(), m.code(), m.name(),
                        m.rules().exemption(), null, null))
                .toList();
    }
}
