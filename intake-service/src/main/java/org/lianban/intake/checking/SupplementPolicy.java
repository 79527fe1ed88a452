package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.OneThing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 补交: what was asked for, all of it where a department asked, and nothing else. */
public final class SupplementPolicy {
    /**
     * What may come.
     *
     * @param materials codes
     * @param fields names
     * @param all whether everything has to come at once
     */
    public record Asked(List<String> materials, List<String> fields, boolean all) {
        /** Of a tolerance any of what is owed may come, as it becomes available. */
        public static Asked owed(List<String> materials) {
            return new Asked(materials, List.of(), false);
        }
    }

    /** @param pack everything, with what came */
    public record Taken(List<MaterialRef> materials, CasePack pack) {}

    private SupplementPolicy() {}

    /**
     * @param brought materials and form as read; the channel says whether paper can be taken
     * @param faults gets everything that is wrong
     * @return to be used where there are no faults
     */
    public static Taken check(Filing brought, OneThing oneThing, CasePack pack, Asked asked,
            Checker.CheckContext context, Faults faults) {
        Checker.Examined examined = new Checker.Examined(brought, oneThing, Checker.Choice.of(oneThing, pack.answers()),
                context);
        MaterialPolicy.handedIn(examined, faults);
        unasked(brought, asked, faults);
        if (asked.all()) {
            missing(brought, asked, faults);
        } else if (brought.materials().isEmpty()) {
            Code.MISSING.add(faults, "/materials", "请列明补交的材料");
        }
        JsonNode form = merged(pack.form(), FormValues.read(oneThing, brought.form(), context.today(), faults));
        if (brought.form().size() > 0) {
            Filing whole = brought.with(form);
            new FormValues.FormPolicy().check(new Checker.Examined(whole, oneThing, examined.choice(), context),
                    faults);
        }
        if (!faults.none()) {
            return new Taken(List.of(), pack);
        }
        List<MaterialRef> refs = brought.materials().stream().map(m -> Checker.reference(m, oneThing, context))
                .toList();
        return new Taken(refs, new CasePack(pack.applicant(), pack.agent(), pack.answers(), form,
                replaced(pack.materials(), refs), pack.priority()));
    }

    private static void unasked(Filing brought, Asked asked, Faults faults) {
        for (int i = 0; i < brought.materials().size(); i++) {
            String code = brought.materials().get(i).code();
            Code.NOT_ASKED.where(code != null && !asked.materials().contains(code), faults, "/materials/" + i + "/code",
                    "没有要求补交材料 " + code);
        }
        brought.form().propertyNames().forEach(name -> {
            Code.NOT_ASKED.where(!asked.fields().contains(name), faults, "/form" + Faults.step(name), "没有要求更正此字段");
        });
    }

    private static void missing(Filing brought, Asked asked, Faults faults) {
        Set<String> codes = new HashSet<>();
        brought.materials().stream().map(Filing.Handed::code).forEach(code -> codes.add(String.valueOf(code)));
        asked.materials().stream().filter(code -> !codes.contains(code))
                .forEach(code -> Code.MISSING.add(faults, "/materials", "请一次补交全部材料，缺少 " + code));
        asked.fields().stream().filter(name -> !brought.form().has(name))
                .forEach(name -> Code.MISSING.add(faults, "/form" + Faults.step(name), "请更正此字段"));
    }

    private static JsonNode merged(JsonNode before, JsonNode changes) {
        if (changes.isEmpty()) {
            return before;
        }
        ObjectNode merged = (ObjectNode) before.deepCopy();
        changes.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return merged;
    }

    private static List<MaterialRef> replaced(List<MaterialRef> before, List<MaterialRef> brought) {
        Set<String> codes = new HashSet<>();
        brought.forEach(m -> codes.add(m.code()));
        List<MaterialRef> materials = new ArrayList<>(before.stream().filter(m -> !codes.contains(m.code())).toList());
        materials.addAll(brought);
        return List.copyOf(materials);
    }
}
