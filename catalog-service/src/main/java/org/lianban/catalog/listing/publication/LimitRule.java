package org.lianban.catalog.listing.publication;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.Term;

/** 承诺期限不得超过法定期限 (平政办发〔2023〕30号 二5). */
final class LimitRule implements Validation.Rule {

    @Override
    public void check(Content content, Set<String> departments, Faults faults) {
        for (int i = 0; i < content.items().size(); i++) {
            Item item = content.items().get(i);
            Term promise = item.promise();
            Term statutory = item.statutory();
            if (unitMissing(promise, "/items/" + i + "/promise", faults)
                    | unitMissing(statutory, "/items/" + i + "/statutory", faults)) {
                continue;
            }
            if (promise == null || statutory == null) {
                continue;
            }
            if (promise.unit() != statutory.unit()) {
                faults.add(Defect.MIXED_UNITS.at("/items/" + i + "/promise", "事项%s的承诺期限与法定期限单位不同", item.no()));
            } else if (promise.amount() > statutory.amount()) {
                faults.add(Defect.PROMISE_EXCEEDS_STATUTORY.at("/items/" + i + "/promise", "事项%s的承诺期限%d超过法定期限%d",
                        item.no(), promise.amount(), statutory.amount()));
            }
        }
    }

    private static boolean unitMissing(@Nullable Term term, String pointer, Faults faults) {
        return term != null && !Defect.present(faults, term.unit(), pointer + "/unit", "期限单位");
    }
}
