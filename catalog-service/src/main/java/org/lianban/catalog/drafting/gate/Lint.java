package org.lianban.catalog.drafting.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.catalog.listing.publication.Validation;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.Term;
import org.lianban.text.Characters;

/** What is said, but not as the law or the list's own rules want it. */
record Lint(Content content, Faults faults) {
    private static final int SHORTEST_POINT = 6;

    /** @param companies departments that are no public bodies */
    static void check(Content content, Annex annex, Set<String> companies, Faults faults) {
        Lint lint = new Lint(content, faults);
        for (int i = 0; i < content.items().size(); i++) {
            lint.item(content.items().get(i), "/items/" + i, companies);
        }
        for (int i = 0; i < content.materials().size(); i++) {
            lint.material(content.materials().get(i), "/materials/" + i);
        }
        lint.fields(annex);
    }

    private void item(Item item, String pointer, Set<String> companies) {
        boolean utility = !item.departments().isEmpty() && companies.containsAll(item.departments());
        Defect.where(item.rules().basicCode() == null && item.kind() != ItemKind.VERIFY && !utility, faults,
                Defect.NO_BASIC_CODE.at(pointer + "/rules/basicCode", "事项%s“%s”缺少基本目录编码", item.no(), item.name()));
        for (int i = 0; i < item.rules().conditions().size(); i++) {
            String condition = item.rules().conditions().get(i);
            Defect.where(Validation.vague(condition), faults,
                    Defect.VAGUE_MATERIAL.at(pointer + "/rules/conditions/" + i, "受理条件“%s”含糊，应逐项列明", condition));
        }
        Defect.where(!item.rules().conditions().isEmpty() && item.rules().legalBasis().isEmpty(), faults,
                Defect.NO_LEGAL_BASIS.at(pointer + "/rules/conditions", "事项%s的受理条件没有设定依据", item.no()));
        Set<String> keys = new HashSet<>();
        Defect.each(pointer + "/rules/procedures", item.rules().procedures(), (procedure, at) -> {
            Defect.where(!keys.add(procedure.key()), faults,
                    Defect.DUPLICATE.at(at + "/key", "事项%s的特别程序%s重复", item.no(), procedure.key()));
            Defect.where(procedure.pausesStatutory() && !procedure.kind().excludedByLaw(), faults,
                    Defect.PAUSE_WITHOUT_LAW.at(at + "/pausesStatutory", "事项%s的“%s”不在行政许可法第四十五条所列程序之中，不得停止法定期限",
                            item.no(), procedure.name()));
        });
    }

    private void material(Material material, String pointer) {
        Defect.where(material.legalBasis() == null || material.legalBasis().isBlank(), faults,
                Defect.NO_LEGAL_BASIS.at(pointer + "/legalBasis", "材料“%s”没有法律、法规等设定依据", material.name()));
        MaterialRules rules = material.rules();
        Set<String> texts = content.particulars().commitments().stream().map(Particulars.CommitmentText::id)
                .collect(Collectors.toSet());
        commitment(rules.commitment(), pointer + "/rules/commitment", texts, material);
        MaterialRules.Deferral deferral = rules.deferral();
        if (deferral != null) {
            commitment(deferral.commitment(), pointer + "/rules/deferral/commitment", texts, material);
            within(deferral.within(), material, pointer);
        }
        if (deferral != null || rules.commitment() != null) {
            users(material).filter(i -> i.rules().exclusion() != null)
                    .forEach(i -> faults.add(Defect.EXCLUDED.at(pointer + "/rules", "事项%s属于%s领域，材料“%s”不得容缺或承诺", i.no(),
                            i.rules().exclusion(), material.name())));
        }
        points(rules, material, pointer);
    }

    private void commitment(@Nullable String id, String pointer, Set<String> texts, Material material) {
        Defect.where(id != null && !texts.contains(id), faults,
                Defect.UNKNOWN_COMMITMENT.at(pointer, "材料“%s”所用承诺书%s不存在", material.name(), id));
    }

    /** 容缺补齐 is due before the shortest promise that needs the material is over. */
    private void within(Term within, Material material, String pointer) {
        users(material).filter(i -> i.promise() != null && i.promise().unit() == within.unit()
                && within.amount() > i.promise().amount())
                .forEach(i -> faults.add(FaultCode.OUT_OF_RANGE.saying(pointer + "/rules/deferral/within",
                        "材料“%s”的补齐期限%d超过事项%s的承诺期限%d".formatted(material.name(), within.amount(), i.no(),
                                i.promise() == null ? 0 : i.promise().amount()))));
    }

    private java.util.stream.Stream<Item> users(Material material) {
        return content.items().stream().filter(i -> material.items().isEmpty() || material.items().contains(i.no()));
    }

    private void points(MaterialRules rules, Material material, String pointer) {
        Defect.where(rules.reviewPoints().isEmpty() && rules.exemption() == null, faults,
                Defect.VAGUE_REVIEW_POINT.at(pointer + "/rules/reviewPoints", "材料“%s”没有审查要点", material.name()));
        Set<String> ids = new HashSet<>();
        Defect.each(pointer + "/rules/reviewPoints", rules.reviewPoints(), (point, at) -> {
            Defect.where(!ids.add(point.id()), faults,
                    Defect.DUPLICATE.at(at + "/id", "材料“%s”的审查要点%s重复", material.name(), point.id()));
            Defect.where(unclear(point.text()) || unclear(point.criterion()), faults,
                    Defect.VAGUE_REVIEW_POINT.at(at, "材料“%s”的审查要点“%s”不够明确，应写明看什么、怎样算通过", material.name(),
                            point.text()));
        });
    }

    private static boolean unclear(@Nullable String text) {
        return text == null || Characters.length(text.strip()) < SHORTEST_POINT || Validation.vague(text);
    }

    /** 合并表单: every field of every single form is there for its item, and none is asked twice. */
    private void fields(Annex annex) {
        Map<String, FormField> form = content.form().stream().filter(f -> f.name() != null)
                .collect(Collectors.toMap(FormField::name, f -> f, (first, second) -> first));
        for (int s = 0; s < annex.sheets().size(); s++) {
            Annex.Sheet sheet = annex.sheets().get(s);
            for (String name : sheet.fields()) {
                FormField field = form.get(name);
                Defect.where(field == null || !field.items().isEmpty() && !field.items().contains(sheet.item()), faults,
                        Defect.FIELD_NOT_MAPPED.at("/annex/sheets/" + s, "事项%s的字段%s没有映射到合并表单", sheet.item(), name));
            }
        }
        Set<String> wanted = annex.sheets().stream().flatMap(s -> s.fields().stream()).collect(Collectors.toSet());
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < content.form().size(); i++) {
            FormField field = content.form().get(i);
            Defect.where(!annex.sheets().isEmpty() && !wanted.contains(field.name()), faults,
                    Defect.FIELD_NOT_MAPPED.at("/form/" + i, "字段%s“%s”不对应任何事项", field.name(), field.label()));
            String label = String.valueOf(field.label()).replaceAll("[\\s（(].*$|\\s", "");
            String before = labels.putIfAbsent(label, field.name());
            Defect.where(before != null, faults,
                    Defect.DUPLICATE_FIELD.at("/form/" + i + "/label", "字段%s与%s重复采集“%s”", field.name(), before,
                            field.label()));
        }
    }

    /** Names of fields that several single forms asked for, and how many did. */
    static Map<String, Long> repeated(Annex annex) {
        return annex.sheets().stream().flatMap(s -> List.copyOf(new HashSet<>(s.fields())).stream())
                .collect(Collectors.groupingBy(f -> f, java.util.TreeMap::new, Collectors.counting())).entrySet()
                .stream().filter(e -> e.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, java.util.TreeMap::new));
    }
}
