package org.lianban.intake.checking.exemption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.contracts.catalog.MaterialRules.Exemption;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.contracts.catalog.MaterialRules.Reason;
import org.lianban.contracts.catalog.OneThing;
import tools.jackson.databind.JsonNode;

/**
 * 可免提交 material of one application that was not handed in.
 *
 * @param claims what the applicant says and the source knows, by form field: only this is verified
 */
public record Need(OneThing.Material material, Exemption rule, Map<String, String> claims) {

    /**
     * @param items chosen item numbers
     * @param handedIn codes that are there: for those nothing is asked
     */
    public static List<Need> of(OneThing oneThing, List<String> items, Set<String> handedIn, JsonNode form) {
        List<Need> needs = new ArrayList<>();
        for (OneThing.Material material : oneThing.materials()) {
            Exemption rule = material.rules().exemption();
            if (rule != null && !handedIn.contains(material.code()) && needed(material.items(), items)) {
                needs.add(new Need(material, rule, claims(oneThing, rule.source(), form)));
            }
        }
        return needs;
    }

    private static boolean needed(List<String> ofItems, List<String> chosen) {
        return ofItems.isEmpty() || ofItems.stream().anyMatch(chosen::contains);
    }

    private static Map<String, String> claims(OneThing oneThing, String source, JsonNode form) {
        Map<String, String> claims = new LinkedHashMap<>();
        for (OneThing.FormField field : oneThing.form()) {
            JsonNode value = form.get(field.name());
            if (source.equals(field.prefill()) && value != null && value.isValueNode() && !value.isNull()) {
                claims.put(field.name(), value.asString().strip());
            }
        }
        return claims;
    }

    public boolean licence() {
        return rule.reason() == Reason.E_LICENSE;
    }

    /** 核验 unless the catalogue says 查询: the least that serves. */
    public Mode mode() {
        return rule.mode() == null ? Mode.VERIFY : rule.mode();
    }
}
