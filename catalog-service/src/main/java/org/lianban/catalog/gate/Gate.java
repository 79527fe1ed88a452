package org.lianban.catalog.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.catalog.base.Inheritance;
import org.lianban.catalog.draft.Annex;
import org.lianban.catalog.publish.Content;
import org.lianban.catalog.publish.Fault;
import org.lianban.catalog.publish.Fault.Code;
import org.lianban.catalog.publish.Faults;

/** What a content misses before it may be tested and published; every fault at once. */
public final class Gate {
    private Gate() {}

    /**
     * What the gate looks at beside the content.
     *
     * @param base the base catalogue in force
     * @param companies departments that are no public bodies: utilities, banks
     */
    public record Surroundings(Inheritance base, Set<String> companies) {}

    public static List<Fault> check(Content content, Annex annex, Surroundings around) {
        List<Fault> all = new ArrayList<>();
        Map<Artefact, List<Fault>> artefacts = Artefacts.of(content, annex);
        artefacts.values().forEach(all::addAll);
        all.addAll(beyondArtefacts(content, annex, around));
        return List.copyOf(all);
    }

    static List<Fault> beyondArtefacts(Content content, Annex annex, Surroundings around) {
        Faults faults = new Faults();
        Elements.check(content, faults);
        Lint.check(content, annex, around.companies(), faults);
        around.base().differences(content, annex).forEach(d -> faults.add(Code.BASE_OVERRIDDEN, d.pointer(),
                "事项%s的%s与基本目录不一致：此处“%s”，基本目录“%s”", d.item(), d.element(), d.local(), d.base()));
        around.base().unknown(content).forEach(i -> faults.add(Code.NO_BASIC_CODE, "/items", "事项%s的基本编码%s不在基本目录中",
                i.no(), i.rules().basicCode()));
        return faults.all();
    }
}
