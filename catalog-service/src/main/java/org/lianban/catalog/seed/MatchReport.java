package org.lianban.catalog.seed;

import java.util.List;
import java.util.Optional;
import org.lianban.catalog.seed.RegionList.ListedOneThing;

/** Prints which step of the reference flow each item was taken for, to be read by a person. */
final class MatchReport {
    private MatchReport() {}

    static List<String> lines(ListedOneThing listed, Optional<FlowMatch> match) {
        return match.stream().flatMap(m -> listed.items().stream()
                .map(item -> "%s %s %s -> %s".formatted(listed.code(), item.no(), item.name(), m.step(item.no())
                        .map(s -> m.flow().name() + "/" + s.letter() + " " + s.name() + " hard=" + m.hard(item.no())
                                + " soft=" + m.soft(item.no()))
                        .orElse("-"))))
                .toList();
    }
}
