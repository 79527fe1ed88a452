package org.lianban.catalog.drafting.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.base.Inheritance;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.command.Faults;

/** What a content misses before it may be tested and published; every fault at once. */
public final class Gate {
    private Gate() {}

    /**
     * What the gate looks at beside the content.
     *
     * @param base the base catalogue in force
     * @param companies departments that are no public bodies: utilities, banks
     */
    public record Context(Inheritance base, Set<String> companies) {}

    public static List<Fault> check(Content content, Annex annex, Context context) {
        List<Fault> all = new ArrayList<>();
        Map<Artefact, List<Fault>> artefacts = Artefacts.of(content, annex);
        artefacts.values().forEach(all::addAll);
        all.addAll(beyondArtefacts(content, annex, context));
        return List.copyOf(all);
    }

    static List<Fault> beyondArtefacts(Content content, Annex annex, Context context) {
        Faults faults = new Faults();
        Elements.check(content, faults);
        Lint.check(content, annex, context.companies(), faults);
        context.base().differences(content, annex).forEach(d -> faults.add(Defect.BASE_OVERRIDDEN.at(d.pointer(),
                "事项%s的%s与基本目录不一致：此处“%s”，基本目录“%s”", d.item(), d.element(), d.local(), d.base())));
        context.base().unknown(content).forEach(i -> faults
                .add(Defect.NO_BASIC_CODE.at("/items", "事项%s的基本编码%s不在基本目录中", i.no(), i.rules().basicCode())));
        return faults.list();
    }

    /** 一张表、一套材料、一个流程、一本指南、一个知识库、一套示范样例 (新政文〔2024〕62号 附件3 二(三)). */
    public enum Artefact {
        FORM("一张表"), MATERIALS("一套材料"), FLOW("一个流程"), GUIDE("一本指南"), KNOWLEDGE("一个知识库"), SAMPLES("一套示范样例");

        private final String text;

        Artefact(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
