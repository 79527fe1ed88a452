package org.lianban.catalog.seed;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.seed.RegionList.ListedOneThing;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;

/** Puts one one-thing together: the list's own fields, and what the reference flow of the same name adds. */
record Assembly(Register register, Aliases aliases, Map<String, Flow> flows, SeedForms forms, References references) {
    Optional<FlowMatch> match(ListedOneThing listed) {
        return Optional.ofNullable(flows.get(aliases.canonical(listed.name())))
                .map(flow -> FlowMatch.of(flow, aliases, listed.items())).filter(match -> match.matched() > 0);
    }

    Content own(RegionList list, ListedOneThing listed) {
        String region = list.region();
        return content(list, listed, listed, name -> register.resolve(region, name), null);
    }

    /** 借用: items of {@code lent} under the borrower's name, handled by the borrower's own offices. */
    Content borrowed(RegionList list, ListedOneThing listed, RegionList lender, ListedOneThing lent) {
        return content(list, listed, lent,
                name -> register.borrow(list.region(), register.resolve(lender.region(), name)), lent.code());
    }

    private Content content(RegionList list, ListedOneThing listed, ListedOneThing items,
            UnaryOperator<String> department, @Nullable String borrowedFrom) {
        Optional<FlowMatch> match = match(items);
        Choices choices = Choices.of(items, match, aliases);
        String canonical = aliases.canonical(items.name());
        return new Content(listed.code(), list.region(), Names.withoutSuffix(listed.name()), listed.name(),
                listed.subject(), listed.stage(), listed.batch(), lead(list, listed, items, department),
                listed.coLeads().stream().map(department).toList(), listed.plannedCompletion(), listed.uncertain(),
                borrowedFrom, list.source(),
                items.items().stream().map(i -> item(i, match, choices.group(i.no()), department)).toList(),
                choices.questions(), forms.fields(canonical, listed.subject(), match),
                forms.materials(canonical, listed.subject(), match), references.particulars(canonical));
    }

    /** A list that names no lead takes the lender's, else the lead of the whole task. */
    private @Nullable String lead(RegionList list, ListedOneThing listed, ListedOneThing items,
            UnaryOperator<String> department) {
        String printed = listed.leadDepartment() == null ? items.leadDepartment() : listed.leadDepartment();
        if (printed != null) {
            return department.apply(printed);
        }
        String overall = list.source().overallLead();
        return overall == null ? null : register.resolve(list.region(), overall);
    }

    private Item item(RegionList.ListedItem listed, Optional<FlowMatch> match, Optional<Group> group,
            UnaryOperator<String> department) {
        Optional<Flow.Step> step = match.flatMap(m -> m.step(listed.no()));
        ItemKind kind = step.map(Flow.Step::kind).orElseGet(() -> KindByName.of(listed.name()));
        Limits limits = Limits.of(match, step, kind);
        List<String> hard = match.map(m -> m.hard(listed.no())).orElse(List.of());
        List<String> soft = match.map(m -> m.soft(listed.no())).orElse(List.of());
        return new Item(listed.no(), listed.name(), listed.departments().stream().map(department).distinct().toList(),
                listed.level(), kind, hard, soft, group.orElse(null), limits.promise(), limits.statutory(),
                !hard.isEmpty(), step.isPresent() ? Confirmation.REFERENCE : Confirmation.CONFIRMED,
                step.flatMap(Flow.Step::note).orElse(null), listed.remark(), listed.sourceText(), listed.uncertain(),
                listed.departments(), references.item(match.map(m -> m.flow().name()).orElse(""),
                        step.map(Flow.Step::letter).orElse(""), kind));
    }

    /** What kind of act an item is when no reference flow says it, from the words of its name; the first line that fits. */
    static final class KindByName {
        private static final List<Map.Entry<Pattern, ItemKind>> RULES = List.of(
                rule("备案|登记证书", ItemKind.CONFIRM),
                rule("许可|张贴宣传品审批", ItemKind.LICENSE),
                rule("核验|查询", ItemKind.VERIFY),
                rule("核查", ItemKind.CHECK),
                rule("采集|填报|申报$|缴存$", ItemKind.COLLECT),
                rule("发放|报销|提取|给付|补贴|补助|津贴|救助|奖励金|供养|直接结算", ItemKind.PAYMENT),
                rule("申领|服务|体验|出行|购药|咨询|介绍|指引|帮扶|档案|健康检查|健康管理", ItemKind.SERVICE));

        private KindByName() {}

        private static Map.Entry<Pattern, ItemKind> rule(String words, ItemKind kind) {
            return entry(Pattern.compile(words), kind);
        }

        static ItemKind of(String itemName) {
            String bare = Names.bare(itemName);
            return RULES.stream().filter(rule -> rule.getKey().matcher(bare).find()).map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(ItemKind.CONFIRM);
        }
    }
}
