package org.lianban.catalog.seed;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.Term;

/** 法定期限 and 承诺期限 of an item. A promise is never longer than the statutory limit. */
record Limits(@Nullable Term promise, @Nullable Term statutory) {
    /** 行政许可法 42: twenty working days where no other law sets a limit. */
    private static final Term LICENSE = Term.workingDays(20);
    /** Limits printed in 日 whose own law counts working days: 市场主体登记管理条例 19, 机动车登记规定 (公安部令第164号). */
    private static final Map<String, Term> STATUTORY = Map.of("企业开办/A", Term.workingDays(3), "新车入户/B",
            Term.workingDays(2));

    static Limits of(Optional<FlowMatch> match, Optional<Flow.Step> step, ItemKind kind) {
        LimitNote note = LimitNote.parse(step.map(Flow.Step::limitNote).orElse(""));
        Term own = match.flatMap(m -> step.map(s -> m.flow().name() + "/" + s.letter())).map(STATUTORY::get)
                .orElse(note.statutory());
        Term statutory = own == null && kind == ItemKind.LICENSE ? LICENSE : own;
        return new Limits(atMost(note.promise(), statutory), statutory);
    }

    private static @Nullable Term atMost(@Nullable Term promise, @Nullable Term statutory) {
        return promise != null && statutory != null && promise.amount() > statutory.amount() ? statutory : promise;
    }
}
