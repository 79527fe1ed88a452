package org.lianban.result.bundle.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.clock.Terms;

/**
 * Goes through a journal again with the very rules that made it. The join is not taken over but found anew: a settlement
 * that the journal has and the facts do not give, or the other way round, is a contradiction.
 */
public final class Replay {
    private final List<CaseChange> changes = new ArrayList<>();
    private final @Nullable Terms terms;
    private Bundle bundle;

    private Replay(String caseNo, @Nullable Terms terms) {
        this.bundle = Bundle.empty(caseNo);
        this.terms = terms;
    }

    /**
     * @param chapters of one case, every version from 1 on
     * @throws Journal.Damaged when the events contradict each other or the rules
     */
    public static Replay of(String caseNo, List<Journal.Chapter> chapters, @Nullable Terms terms)
            throws Journal.Damaged {
        var replay = new Replay(caseNo, terms);
        long version = 0;
        for (Journal.Chapter chapter : chapters) {
            if (chapter.version() != ++version) {
                throw new Journal.Damaged("事件链缺少第 " + version + " 章");
            }
            replay.unit(chapter);
        }
        return replay;
    }

    private void unit(Journal.Chapter chapter) throws Journal.Damaged {
        var unit = new CaseUnitOfWork(bundle);
        var events = new ArrayList<CaseChange.RecordedEvent>();
        ResultEvent.CaseSettled recorded = null;
        try {
            for (CaseChange.RecordedEvent each : chapter.events()) {
                events.add(each);
                switch (each.event()) {
                    case ResultEvent.CaseSettled settled -> recorded = settled;
                    case ResultEvent own -> unit.publish(own, each.actor());
                    case IntakeEvent e -> apply(unit, each, chapter.version());
                    case DispatchEvent e -> apply(unit, each, chapter.version());
                    case DepartmentEvent e -> apply(unit, each, chapter.version());
                }
            }
        } catch (IllegalArgumentException | IllegalStateException contradiction) {
            throw new Journal.Damaged("第 " + chapter.version() + " 章无法重演：" + contradiction.getMessage());
        }
        var found = unit.own().stream().filter(ResultEvent.CaseSettled.class::isInstance).findFirst().orElse(null);
        if (!java.util.Objects.equals(found, recorded)) {
            throw new Journal.Damaged("第 " + chapter.version() + " 章的办结结论与逐项结果汇总不符");
        }
        var before = bundle;
        bundle = unit.closed();
        changes.add(new CaseChange(before, bundle, events, unit.changes(), terms, null));
    }

    private static void apply(CaseUnitOfWork unit, CaseChange.RecordedEvent each, long version) throws Journal.Damaged {
        if (each.sequence() != unit.lastSeen(each.event()) + 1) {
            throw new Journal.Damaged("第 " + version + " 章 " + each.source() + " 事件序号不连续");
        }
        unit.apply(each.event(), each.sequence(), each.actor(), each.time());
    }

    public Bundle bundle() {
        return bundle;
    }

    /** Each transaction as the rooms saw it. */
    public List<CaseChange> changes() {
        return List.copyOf(changes);
    }
}
