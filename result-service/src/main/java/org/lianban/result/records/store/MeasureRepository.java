package org.lianban.result.records.store;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.records.report.Measure;
import reactor.core.publisher.Mono;

/** One row per ended case and one per kind of clock that ran in it; measured again when something came after the end. */
public final class MeasureRepository {
    public Mono<Void> save(Connection tx, List<Measure> measures) {
        if (measures.isEmpty()) {
            return Mono.empty();
        }
        return Database.update(tx,
                """
                        insert into case_measure (case_no, region, one_thing, lead, channel, window_id, settled_on, outcome,
                            rounds, asked, clocks, items, positive, refused, withdrawn, days, promised, case_minutes,
                            item_minutes, listed, handed_in, exempted, waived, deferred, fields, prefilled, kept)
                        select case_no, region, one_thing, lead, channel, window_id, settled_on, outcome,
                            n[1], n[2], clocks, n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13], n[14],
                            n[15], n[16], n[17], n[18]
                        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[],
                                $8::text[], $9::text[], $10::text[])
                            as m (case_no, region, one_thing, lead, channel, window_id, settled_on, outcome, clocks, numbers)
                        cross join lateral (select string_to_array(numbers, ' ')::bigint[]) as x (n)
                        on conflict (case_no) do update set clocks = excluded.clocks
                        """,
                Columns.texts(measures, Measure::caseNo), Columns.texts(measures, Measure::region),
                Columns.texts(measures, Measure::oneThing), Columns.texts(measures, Measure::lead),
                Columns.texts(measures, m -> m.channel().name()), Columns.texts(measures, Measure::window),
                Columns.days(measures, Measure::settledOn),
                Columns.texts(measures, m -> m.outcome().name()), Columns.texts(measures, MeasureRepository::clocks),
                Columns.texts(measures, MeasureRepository::numbers)).then();
    }

    /** {@code PROMISE 6 1;STATUTORY 6 0}: kind, ended, late. */
    private static String clocks(Measure measure) {
        return String.join(";", measure.clocks().stream().map(r -> r.timer() + " " + r.ended() + " " + r.late())
                .toList());
    }

    private static final List<ToLongFunction<Measure>> NUMBERS = List.of(Measure::rounds, Measure::asked,
            m -> m.volume().items(), m -> m.volume().positive(), m -> m.volume().refused(),
            m -> m.volume().withdrawn(), m -> m.time().days(), m -> m.time().promised(), m -> m.time().caseMinutes(),
            m -> m.time().itemMinutes(), m -> m.material().listed(), m -> m.material().handedIn(),
            m -> m.material().exempted(), m -> m.material().waived(), m -> m.material().deferred(),
            m -> m.form().fields(), m -> m.form().prefilled(), m -> m.form().kept());

    private static String numbers(Measure measure) {
        var numbers = new ArrayList<String>();
        NUMBERS.forEach(n -> numbers.add(Long.toString(n.applyAsLong(measure))));
        return String.join(" ", numbers);
    }
}
