package org.lianban.result.bundle.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.ItemState;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseStates;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.ItemStates;
import org.lianban.result.bundle.attribution.Attributions;
import org.lianban.result.bundle.attribution.Outage;
import org.lianban.result.bundle.clock.Clock;
import org.lianban.result.bundle.clock.Clocks;
import org.lianban.result.bundle.law.Law;

/** Draws the views of a case from its bundle. */
public record Views(Law law) {
    public CaseView of(Bundle b, Instant now) {
        var names = names(b);
        var clocks = law.terms(b).map(terms -> Clocks.of(b, terms)).orElse(List.of());
        var readings = clocks.stream().filter(Clock::open).map(clock -> clock.read(now)).toList();
        var state = CaseStates.of(b);
        var filing = b.filing();
        var oneThing = names.oneThing();
        var origin = b.intake().origin();
        var receipt = b.intake().receipt();
        var settlement = b.book().settlement();
        var frozen = b.frozen();
        var items = b.items().entrySet().stream().filter(e -> e.getValue().task() != null)
                .map(e -> item(b, e.getKey(), e.getValue(), names, readings)).toList();
        return new CaseView(b.caseNo(), b.book().version(), filing == null ? null : filing.region(),
                oneThing == null ? null : oneThing.source().regionName(), filing == null
                        ? null
                        : new CaseView.OneThingRef(filing.oneThing(), oneThing == null ? null : oneThing.name(),
                                filing.hash()),
                oneThing == null || oneThing.lead() == null ? null : names.department(oneThing.lead()),
                origin == null ? null : origin.channel(), origin == null ? null : origin.window(),
                origin == null ? null : origin.applicantName(), origin == null ? null : origin.provinceNo(),
                receipt == null ? null : receipt.no(), state, Texts.of(state),
                settlement == null ? null : settlement.outcome(),
                settlement == null ? null : Texts.of(settlement.outcome()), next(b, state), nearest(readings),
                new CaseView.Progress((int) items.stream().filter(i -> i.state().isFinal()).count(), items.size()),
                times(b), items, frozen == null
                        ? List.of()
                        : frozen.skipped().stream().map(no -> new CaseView.ItemRef(no, names.item(no))).toList(),
                Extras.of(b, names));
    }

    /** Where nothing was approved that could be handed out, the settlement is the end. */
    private static String next(Bundle b, CaseState state) {
        return state == CaseState.SETTLED && b.deliverable().isEmpty() ? "已办结" : Texts.next(state);
    }

    private Names names(Bundle b) {
        return new Names(law.oneThing(b).orElse(null), id -> law.department(id).map(d -> d.label()));
    }

    /** Every clock of the case, stopped ones included, each with the steps that led to its deadline. */
    public DeadlinesView deadlines(Bundle b, Instant now) {
        var names = names(b);
        var clocks = law.terms(b).map(terms -> Clocks.of(b, terms)).orElse(List.of());
        return new DeadlinesView(b.caseNo(), b.book().version(), now,
                clocks.stream().map(clock -> DeadlinesView.explained(clock, names, now)).toList());
    }

    /** Empty while hand-in, one-thing or calendar are not known. */
    public Optional<AttributionView> attribution(Bundle b, List<Outage> outages, Instant now) {
        return law.terms(b)
                .flatMap(terms -> Attributions.of(b, terms.calendar(), terms.oneThing().lead(), outages, now))
                .map(a -> AttributionView.of(b.caseNo(), b.book().version(), a, names(b)));
    }

    /** The open clocks of a case that have the wanted status, in short. */
    public List<DeadlinesView.Line> alarms(Bundle b, boolean breached, @Nullable String department, Instant now) {
        var names = names(b);
        var clocks = law.terms(b).map(terms -> Clocks.of(b, terms)).orElse(List.of());
        return clocks.stream().filter(Clock::open)
                .filter(clock -> department == null || department.equals(clock.responsible()))
                .map(clock -> clock.read(now))
                .filter(reading -> breached ? reading.status() == Clock.Status.BREACHED : reading.dueSoon())
                .map(reading -> DeadlinesView.line(b, reading, names)).toList();
    }

    private static CaseView.ItemView item(Bundle b, String no, Item item, Names names, List<Clock.Reading> readings) {
        var task = java.util.Objects.requireNonNull(item.task());
        var standing = ItemStates.standing(b, item);
        var department = names.department(task.department());
        var acceptance = item.handling().acceptance();
        var end = item.end();
        var note = item.handling().note();
        return new CaseView.ItemView(no, names.item(no), task.kind(), standing.state(), Texts.of(standing.state()),
                department, task.others().stream().map(names::department).toList(), standing.since(),
                nearest(readings.stream().filter(r -> no.equals(r.clock().itemNo())).toList()),
                end == null ? waiting(b, no, names) : List.of(), why(b, no, item, standing.state(), names),
                Texts.next(standing.state(), department.name()), acceptance == null ? null : acceptance.at(),
                acceptance != null && acceptance.deemed(), end == null ? null : end.at(),
                end == null ? null : end.decisionNo(), note == null ? null : note.text(), Extras.of(item));
    }

    private static List<CaseView.Waiting> waiting(Bundle b, String no, Names names) {
        return b.openPrerequisites(no).stream().map(other -> {
            var item = b.item(other);
            var state = ItemStates.of(b, item);
            var task = item.task();
            return new CaseView.Waiting(other, names.item(other), state, Texts.of(state),
                    names.department(task == null ? "" : task.department()));
        }).toList();
    }

    private static @Nullable String why(Bundle b, String no, Item item, ItemState state, Names names) {
        var pause = item.openPause();
        if (state == ItemState.BLOCKED) {
            return blocked(item.gate(), names);
        }
        if (state == ItemState.CORRECTION) {
            return "部门已告知补正，等待申请人";
        }
        if (state == ItemState.SUSPENDED && pause != null) {
            return "特别程序：" + pause.procedure();
        }
        if (state == ItemState.UNAVAILABLE) {
            return "数据源未答复，需人工核验";
        }
        var open = state.isFinal() ? List.<CaseView.Waiting>of() : waiting(b, no, names);
        return open.isEmpty()
                ? owed(b, no, state, names)
                : "等待前置事项：" + String.join("、", open.stream()
                        .map(w -> w.itemNo() + " " + w.name() + "（" + w.department().name() + "，" + w.stateText() + "）")
                        .toList());
    }

    private static String blocked(Item.Gate gate, Names names) {
        var reasons = new ArrayList<String>();
        if (!gate.blockedBy().isEmpty()) {
            reasons.add("前置事项未通过：" + String.join("、",
                    gate.blockedBy().stream().map(other -> other + " " + names.item(other)).toList()));
        }
        if (!gate.overdue().isEmpty()) {
            reasons.add("容缺材料逾期未补：" + String.join("、",
                    gate.overdue().stream().map(code -> names.material(code).name()).toList()));
        }
        return String.join("；", reasons);
    }

    private static @Nullable String owed(Bundle b, String no, ItemState state, Names names) {
        var owed = state.isFinal() || b.item(no).gate().releasedAt() != null
                ? List.<String>of()
                : b.owedBy(no).stream().filter(Bundle.Owed::isOpen).map(o -> names.material(o.material()).name())
                        .toList();
        return owed.isEmpty() ? null : "等待容缺材料：" + String.join("、", owed);
    }

    /** The earliest open deadline; a paused one only when nothing runs. */
    private static CaseView.@Nullable DueView nearest(List<Clock.Reading> readings) {
        return readings.stream()
                .min(Comparator.comparing((Clock.Reading r) -> r.deadline().due(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .map(DeadlinesView::due).orElse(null);
    }

    private static CaseView.Times times(Bundle b) {
        var intake = b.intake();
        var frozen = b.frozen();
        var settlement = b.book().settlement();
        return new CaseView.Times(intake.round(), intake.handedInAt(), intake.correctedAt(),
                b.receivedAt().orElse(null), frozen == null ? null : frozen.at(), b.withdrawnAt().orElse(null),
                settlement == null ? null : settlement.at());
    }
}
