package org.lianban.result.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Items that ended together are confirmed on one paper. */
final class Endings {
    private Endings() {}

    /** All confirmations of one cause become one; everything else stays as and where it is. */
    static List<Draft> gathered(List<Draft> drafts) {
        Map<String, List<Draft>> byCause = new LinkedHashMap<>();
        var others = new ArrayList<Draft>();
        for (Draft draft : drafts) {
            if (draft.content() instanceof Content.Ending ending) {
                byCause.computeIfAbsent(ending.cause(), cause -> new ArrayList<>()).add(draft);
            } else {
                others.add(draft);
            }
        }
        byCause.values().forEach(together -> others.add(together.size() == 1 ? together.getFirst() : one(together)));
        return others;
    }

    private static Draft one(List<Draft> together) {
        var items = new ArrayList<Content.Item>();
        Set<String> decided = new LinkedHashSet<>();
        Set<String> returned = new LinkedHashSet<>();
        for (Draft draft : together) {
            if (draft.content() instanceof Content.Ending ending) {
                items.addAll(ending.items());
                decided.addAll(ending.decided());
                returned.addAll(ending.returned());
            }
        }
        var last = together.getLast();
        var cause = last.content() instanceof Content.Ending ending ? ending.cause() : "";
        return Draft.of(Kind.ENDING, null, last.issuer(), last.at(),
                new Content.Ending(cause, items, List.copyOf(decided), List.copyOf(returned)));
    }
}
