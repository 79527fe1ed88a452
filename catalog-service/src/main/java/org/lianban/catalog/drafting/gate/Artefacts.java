package org.lianban.catalog.drafting.gate;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.Particulars;

/** What each of the six artefacts still misses. */
record Artefacts(Content content, Annex annex) {
    static final String FORM = "form";

    static Map<Gate.Artefact, List<Fault>> of(Content content, Annex annex) {
        Artefacts artefacts = new Artefacts(content, annex);
        Map<Gate.Artefact, List<Fault>> missing = new EnumMap<>(Gate.Artefact.class);
        for (Gate.Artefact artefact : Gate.Artefact.values()) {
            Faults faults = new Faults();
            switch (artefact) {
                case FORM -> artefacts.form(faults);
                case MATERIALS -> artefacts.materials(faults);
                case FLOW -> artefacts.flow(faults);
                case GUIDE -> artefacts.guide(faults);
                case KNOWLEDGE -> artefacts.knowledge(faults);
                case SAMPLES -> artefacts.samples(faults);
            }
            missing.put(artefact, faults.list());
        }
        return missing;
    }

    private void form(Faults faults) {
        missing(content.form().isEmpty(), faults, "/form", "一张表：缺少合并表单");
        Set<String> sheets = annex.sheets().stream().map(Annex.Sheet::item).collect(Collectors.toSet());
        content.items().stream().filter(i -> !sheets.contains(i.no()))
                .forEach(i -> faults
                        .add(Defect.ARTEFACT_MISSING.at("/annex/sheets", "一张表：缺少事项%s“%s”的单事项梳理表", i.no(), i.name())));
    }

    private void materials(Faults faults) {
        for (int i = 0; i < content.materials().size(); i++) {
            Material material = content.materials().get(i);
            Defect.where(material.confirmation() == Confirmation.REFERENCE, faults,
                    Defect.ARTEFACT_MISSING.at("/materials/" + i + "/confirmation", "一套材料：“%s”未经牵头部门确认",
                            material.name()));
        }
        missing(content.materials().isEmpty(), faults, "/materials", "一套材料：缺少材料清单");
    }

    private void flow(Faults faults) {
        for (int i = 0; i < content.items().size(); i++) {
            Item item = content.items().get(i);
            Defect.where(item.flow() == Confirmation.REFERENCE, faults,
                    Defect.ARTEFACT_MISSING.at("/items/" + i + "/flow", "一个流程：事项%s“%s”的前后置和时限未经牵头部门确认", item.no(),
                            item.name()));
        }
        missing(content.particulars().steps().isEmpty(), faults, "/particulars/steps", "一个流程：缺少办理环节");
        missing(content.particulars().baseline() == null, faults, "/particulars/baseline", "一个流程：缺少改革前基线");
    }

    private void guide(Faults faults) {
        Particulars particulars = content.particulars();
        Set<String> told = particulars.contacts().stream().filter(c -> c.phone() != null && !c.phone().isBlank())
                .map(Particulars.Contact::department).collect(Collectors.toSet());
        Set<String> needed = new HashSet<>();
        content.items().forEach(i -> needed.addAll(i.departments().stream().limit(1).toList()));
        if (content.lead() == null) {
            faults.add(Defect.ARTEFACT_MISSING.at("/lead", "一本指南：缺少牵头部门"));
        } else {
            needed.add(content.lead());
        }
        needed.stream().filter(d -> !told.contains(d)).sorted()
                .forEach(d -> faults.add(Defect.ARTEFACT_MISSING.at("/particulars/contacts", "一本指南：缺少%s的联络人和联系电话", d)));
        missing(particulars.places().isEmpty(), faults, "/particulars/places", "一本指南：缺少办理地点和时间");
        missing(particulars.url() == null, faults, "/particulars/url", "一本指南：缺少网办地址");
        missing(particulars.workingGroup().isEmpty(), faults, "/particulars/workingGroup", "一本指南：缺少工作专班");
    }

    private void knowledge(Faults faults) {
        missing(annex.knowledge().isEmpty(), faults, "/annex/knowledge", "一个知识库：没有问答");
        for (int i = 0; i < annex.knowledge().size(); i++) {
            Annex.Knowledge entry = annex.knowledge().get(i);
            Defect.present(faults, entry.question(), "/annex/knowledge/" + i + "/question", "问题");
            Defect.present(faults, entry.answer(), "/annex/knowledge/" + i + "/answer", "答复");
        }
    }

    private void samples(Faults faults) {
        Set<String> given = annex.samples().stream().map(Annex.Sample::of).collect(Collectors.toSet());
        missing(!given.contains(FORM), faults, "/annex/samples", "一套示范样例：缺少填好的表单样例");
        for (int i = 0; i < content.materials().size(); i++) {
            Material material = content.materials().get(i);
            boolean exempt = material.rules().exemption() != null;
            Defect.where(!exempt && material.rules().sample() == null && !given.contains(material.code()), faults,
                    Defect.ARTEFACT_MISSING.at("/materials/" + i + "/rules/sample", "一套示范样例：缺少“%s”的样例",
                            material.name()));
        }
    }

    private static void missing(boolean so, Faults faults, String pointer, String message) {
        Defect.where(so, faults, Defect.ARTEFACT_MISSING.at(pointer, message));
    }
}
