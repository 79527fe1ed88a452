package org.lianban.result.notices.delivery;

import java.util.TreeMap;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;

/** Reads what there is to hand out from the bundle. */
public final class Handouts {
    private Handouts() {}

    public static Handout of(Bundle bundle) {
        var items = new TreeMap<String, Handout.Result>();
        bundle.items().forEach((no, item) -> {
            if (item.task() != null) {
                items.put(no, result(item));
            }
        });
        var chosen = bundle.outlet().chosen();
        return new Handout(chosen == null ? null : chosen.choice(), chosen == null ? null : chosen.way(), items);
    }

    private static Handout.Result result(Item item) {
        var end = item.end();
        var filed = item.course().filed();
        var delivered = item.handout().delivered();
        return new Handout.Result(end == null ? null : end.outcome(), item.yieldsResult(),
                filed == null ? null : filed.at(), item.handout().receivedAt(),
                delivered == null ? null : delivered.at());
    }
}
