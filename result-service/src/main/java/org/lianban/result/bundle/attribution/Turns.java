package org.lianban.result.bundle.attribution;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Item;

/** Every instant at which it may change who a minute is charged to. */
final class Turns {
    private final SortedSet<Instant> instants = new TreeSet<>();

    Turns(Bundle bundle, List<Outage> outages) {
        add(bundle.intake().handedInAt(), bundle.intake().correctedAt(),
                bundle.frozen() == null ? null : bundle.frozen().at());
        bundle.intake().more().past().forEach(round -> add(round.handedInAt(), round.correctedAt()));
        bundle.intake().more().owed().forEach(owed -> add(owed.signedAt(), owed.suppliedAt()));
        bundle.joints().forEach(joint -> add(joint.scheduledAt(), joint.ended() == null ? null : joint.ended().at()));
        outages.forEach(outage -> add(outage.from(), outage.to()));
        bundle.items().values().forEach(this::of);
    }

    private void of(Item item) {
        var end = item.end();
        add(end == null ? null : end.at(), item.gate().releasedAt(), item.gate().blockedAt());
        item.gate().held().forEach(span -> add(span.from(), span.to()));
        item.pauses().forEach(pause -> add(pause.from(), pause.to()));
        var correction = item.course().correction();
        if (correction != null) {
            add(correction.requestedAt(), correction.suppliedAt());
        }
        var task = item.task();
        if (task != null) {
            task.former().forEach(former -> add(former.until()));
        }
    }

    private void add(@Nullable Instant... some) {
        for (Instant instant : some) {
            if (instant != null) {
                instants.add(instant);
            }
        }
    }

    /** Ascending, both ends included. */
    SortedSet<Instant> between(Instant from, Instant to) {
        var between = new TreeSet<>(instants.subSet(from, to));
        between.add(from);
        between.add(to);
        return between;
    }
}
