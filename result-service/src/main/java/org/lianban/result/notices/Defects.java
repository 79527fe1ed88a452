package org.lianban.result.notices;

import java.util.List;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.Defect;

/** What a defect points at, as the applicant knows it: the material, the field, the question. */
final class Defects {
    private Defects() {}

    static List<Content.Defect> of(Scene s, List<Defect> defects) {
        return defects.stream().map(d -> new Content.Defect(named(s, d.target()), d.problem(), d.remedy())).toList();
    }

    private static String named(Scene s, String target) {
        int colon = target.indexOf(':');
        if (colon < 0) {
            return target;
        }
        var id = target.substring(colon + 1);
        return switch (target.substring(0, colon)) {
            case "material" -> "材料：" + s.material(id);
            case "form" -> "表单：" + s.oneThing().form().stream().filter(f -> f.name().equals(id))
                    .map(OneThing.FormField::label).findFirst().orElse(id);
            case "answer" -> "情形：" + s.oneThing().questions().stream().filter(q -> q.id().equals(id))
                    .map(OneThing.Question::text).findFirst().orElse(id);
            default -> target;
        };
    }
}
