package org.lianban.scenarios.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;

/** 收件核验: a careful clerk, who looks at every review point of every material and finds it in order. */
final class Checks {
    private Checks() {}

    /** @param handed codes of the materials that were handed in */
    static List<Map<String, Object>> passed(OneThing oneThing, Set<String> handed) {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (Material material : oneThing.materials()) {
            boolean looked = !material.rules().reviewPoints().isEmpty() || material.rules().original();
            if (looked && handed.contains(material.code())) {
                Map<String, Object> check = new LinkedHashMap<>();
                check.put("material", material.code());
                check.put("present", true);
                check.put("originalChecked", true);
                check.put("formOk", true);
                check.put("points", material.rules().reviewPoints().stream()
                        .map(point -> Map.of("id", point.id(), "pass", true)).toList());
                checks.add(check);
            }
        }
        return checks;
    }
}
