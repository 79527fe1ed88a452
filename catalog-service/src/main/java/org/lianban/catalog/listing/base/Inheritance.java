package org.lianban.catalog.listing.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.Particulars;

/** 要素继承: takes over what the base catalogue says where the content says nothing, and finds what it says otherwise. */
public final class Inheritance {
    /**
     * @param element one of the ten
     * @param local what stands here
     * @param base what the base catalogue says
     */
    public record Difference(String item, String pointer, String element, String local, String base) {}

    private final @Nullable BaseVersion version;
    private final Map<String, BaseVersion.BaseItem> base;

    /** @param version null where no base catalogue was imported */
    public Inheritance(@Nullable BaseVersion version) {
        this.version = version;
        this.base = version == null ? Map.of() : version.byCode();
    }

    /** The content with every element of the base catalogue that it left open, and the base's version. */
    public Content fill(Content content) {
        boolean any = content.items().stream().anyMatch(i -> of(i) != null);
        if (version == null || !any) {
            return content;
        }
        Particulars p = content.particulars();
        Particulars stamped = new Particulars(p.contacts(), p.places(), p.url(), p.baseline(), p.steps(),
                p.commitments(), p.jointHandling(), p.workingGroup(), version.version());
        return new Content(content.code(), content.region(), content.name(), content.printedName(), content.subject(),
                content.stage(), content.batch(), content.lead(), content.coLeads(), content.plannedCompletion(),
                content.uncertain(), content.borrowedFrom(), content.source(),
                content.items().stream().map(this::filled).toList(), content.questions(), content.form(),
                content.materials(), stamped);
    }

    private BaseVersion.@Nullable BaseItem of(Item item) {
        String code = item.rules().basicCode();
        return code == null ? null : base.get(code);
    }

    private Item filled(Item i) {
        BaseVersion.BaseItem from = of(i);
        if (from == null) {
            return i;
        }
        ItemRules r = i.rules();
        ItemRules rules = new ItemRules(r.basicCode(), r.implementationCode(), r.businessCode(),
                r.legalBasis().isEmpty() ? from.legalBasis() : r.legalBasis(),
                r.conditions().isEmpty() ? from.conditions() : r.conditions(), r.fee(),
                r.resultName() == null ? from.resultName() : r.resultName(), r.certificateType(),
                r.certificateMonths(), r.acceptOnReceipt(), r.instant(), r.exclusion(), r.procedures(),
                r.intermediaries());
        return new Item(i.no(), i.name() == null ? from.name() : i.name(), i.departments(), i.level(),
                i.kind() == null ? from.kind() : i.kind(), i.hard(), i.soft(), i.group(), i.promise(),
                i.statutory() == null ? from.statutory() : i.statutory(), i.waitingStopsPromise(), i.flow(),
                i.limitNote(), i.remark(), i.sourceText(), i.uncertain(), i.printedDepartments(), rules);
    }

    /** Every element that differs from the base catalogue, item by item. */
    public List<Difference> differences(Content content, Annex annex) {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < content.items().size(); i++) {
            Item item = content.items().get(i);
            BaseVersion.BaseItem from = of(item);
            if (from != null) {
                compare(content, annex, item, from, "/items/" + i, found);
            }
        }
        return List.copyOf(found);
    }

    /** 基本编码 that the base catalogue no longer has, or never had. */
    public List<Item> unknown(Content content) {
        return version == null
                ? List.of()
                : content.items().stream().filter(i -> i.rules().basicCode() != null && of(i) == null).toList();
    }

    private static void compare(Content content, Annex annex, Item item, BaseVersion.BaseItem from, String pointer,
            List<Difference> found) {
        differ(item.name(), from.name(), item.no(), pointer + "/name", "名称", found);
        differ(item.kind(), from.kind(), item.no(), pointer + "/kind", "类型", found);
        differ(item.rules().legalBasis(), from.legalBasis(), item.no(), pointer + "/rules/legalBasis", "依据", found);
        differ(item.rules().conditions(), from.conditions(), item.no(), pointer + "/rules/conditions", "受理条件", found);
        differ(item.statutory(), from.statutory(), item.no(), pointer + "/statutory", "法定办结时限", found);
        differ(item.rules().resultName(), from.resultName(), item.no(), pointer + "/rules/resultName", "办理结果", found);
        if (!from.subjects().isEmpty() && !from.subjects().contains(content.subject())) {
            found.add(new Difference(item.no(), "/subject", "服务对象", String.valueOf(content.subject()),
                    from.subjects().toString()));
        }
        annex.sheets().stream().filter(s -> item.no().equals(s.item()) && !s.steps().isEmpty()).forEach(
                s -> differ(s.steps(), from.process(), item.no(), "/annex/sheets", "办理流程", found));
        for (int m = 0; m < content.materials().size() && !from.materials().isEmpty(); m++) {
            OneThing.Material material = content.materials().get(m);
            if (material.items().equals(List.of(item.no())) && !from.materials().contains(material.name())) {
                found.add(new Difference(item.no(), "/materials/" + m, "申请材料", material.name(),
                        String.join("、", from.materials())));
            }
        }
    }

    /** What the base catalogue leaves open is no difference. */
    private static void differ(@Nullable Object local, @Nullable Object base, String item, String pointer,
            String element, List<Difference> found) {
        boolean open = base == null || base instanceof Collection<?> all && all.isEmpty();
        if (!open && !Objects.equals(local, base)) {
            found.add(new Difference(item, pointer, element, String.valueOf(local), String.valueOf(base)));
        }
    }

    /**
     * 同源偏差: what a version on the list says otherwise than the base catalogue in force.
     *
     * @param baseVersion it was published under; null where it was published without one
     * @param gone 基本编码 that the base catalogue no longer has
     */
    public record Drift(String code, String region, String name, int version, @Nullable String baseVersion,
            List<Inheritance.Difference> differences, List<String> gone) {

        /** Empty where nothing differs. */
        public static Optional<Drift> of(OneThing version, Inheritance inheritance, Content content, Annex annex) {
            List<Inheritance.Difference> differences = inheritance.differences(content, annex);
            List<String> gone = inheritance.unknown(content).stream().map(i -> String.valueOf(i.rules().basicCode()))
                    .toList();
            return differences.isEmpty() && gone.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Drift(version.code(), version.region(), version.name(), version.version(),
                            version.particulars().baseVersion(), differences, gone));
        }
    }
}
