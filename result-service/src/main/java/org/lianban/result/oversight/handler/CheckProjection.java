package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.oversight.FileRow;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.check.Check;

/** 事后核查 planned at the receipt, opened by the approval; and what became of deferred materials. */
record CheckProjection(FileTypes types, Check.Rules rules, CreditTiers tiers) {
    private static final String RULE = OversightActor.SYSTEM.account();

    /** Only a case with a commitment is looked at, and only when it was received, an item ended or a material came. */
    static boolean concerns(CaseChange change) {
        var owed = change.after().intake().more().owed();
        return !owed.isEmpty() && (!owed.equals(change.before().intake().more().owed())
                || owed.stream().flatMap(o -> o.items().stream()).anyMatch(no -> ended(change, no)));
    }

    private static boolean ended(CaseChange change, String no) {
        return change.before().item(no).end() == null && change.after().item(no).end() != null;
    }

    /** @return what goes on record for the credit platform */
    List<Check.Credit> project(FileUnitOfWork unit, List<CaseChange> cases) {
        var credits = new ArrayList<Check.Credit>();
        for (CaseChange change : cases) {
            change.events(IntakeEvent.CaseReceived.class).forEach(received -> plan(unit, change, received));
            supplied(unit, change, credits);
            change.after().intake().more().owed().stream().flatMap(o -> o.items().stream()).distinct()
                    .filter(no -> ended(change, no)).forEach(no -> end(unit, change.after(), no));
        }
        return credits;
    }

    private void plan(FileUnitOfWork unit, CaseChange change, IntakeEvent.CaseReceived received) {
        var tier = tiers.of(change);
        var commitments = received.said().commitments();
        for (int i = 0; i < commitments.size(); i++) {
            for (String itemNo : commitments.get(i).items()) {
                var id = received.caseNo() + "-" + itemNo + "-HC" + (i + 1);
                if (rules.samples(id, tier) && unit.file(FileRow.Kind.CHECK, id).isEmpty()) {
                    unit.open(types.check(), Check.planned(head(id, received, commitments.get(i), itemNo,
                            department(change, itemNo), tier)), List.of(), RULE);
                }
            }
        }
    }

    private static Check.Head head(String id, IntakeEvent.CaseReceived received, IntakeEvent.Commitment commitment,
            String itemNo, String department, Check.Rules.Tier tier) {
        return new Check.Head(id, received.region(), received.caseNo(), itemNo, department, commitment.material(),
                commitment.type(), commitment.consequence(), tier, commitment.signedAt());
    }

    /** As the list says; who approves in the end is told with the approval. */
    private static String department(CaseChange change, String itemNo) {
        var task = change.after().item(itemNo).task();
        if (task != null) {
            return task.department();
        }
        var terms = change.terms();
        return terms == null
                ? ""
                : terms.oneThing().item(itemNo).map(item -> item.primaryDepartment()).orElse("");
    }

    /** What came in time was kept, what did not was not; either way there is nothing left to check. */
    private void supplied(FileUnitOfWork unit, CaseChange change, List<Check.Credit> credits) {
        Map<String, Bundle.Owed> before = new HashMap<>();
        change.before().intake().more().owed().forEach(o -> before.put(o.material(), o));
        for (Bundle.Owed owed : change.after().intake().more().owed()) {
            var was = before.get(owed.material());
            var suppliedAt = owed.suppliedAt();
            var overdueAt = owed.overdueAt();
            if (suppliedAt != null && (was == null || was.suppliedAt() == null)) {
                settle(unit, change, owed, true, suppliedAt, credits);
            } else if (overdueAt != null && suppliedAt == null && (was == null || was.overdueAt() == null)) {
                settle(unit, change, owed, false, overdueAt, credits);
            }
        }
    }

    private void settle(FileUnitOfWork unit, CaseChange change, Bundle.Owed owed, boolean kept, Instant at,
            List<Check.Credit> credits) {
        for (String itemNo : owed.items()) {
            credits.add(new Check.Credit(change.caseNo(), owed.material(), itemNo, kept,
                    kept ? "MaterialsSupplemented" : "CommitmentOverdue", at));
        }
        planned(unit, change.caseNo()).filter(row -> owed.material().equals(row.subject()))
                .forEach(row -> unit.move(types.check(), row, List.of(
                        new Check.Event.Dropped(kept ? "容缺材料已补齐" : "容缺材料逾期未补", at)), RULE));
    }

    private void end(FileUnitOfWork unit, Bundle after, String no) {
        var item = after.item(no);
        var end = item.end();
        var task = item.task();
        if (end == null) {
            return;
        }
        Check.Event event = end.outcome().satisfiesDependents()
                ? new Check.Event.Approved(task == null ? "" : task.department(), end.at())
                : new Check.Event.Dropped("事项未获批准", end.at());
        planned(unit, after.caseNo()).filter(row -> no.equals(row.itemNo()))
                .forEach(row -> unit.move(types.check(), row, List.of(event), RULE));
    }

    private static java.util.stream.Stream<FileRow> planned(FileUnitOfWork unit, String caseNo) {
        return unit.files(FileRow.Kind.CHECK).stream()
                .filter(row -> caseNo.equals(row.caseNo()) && Check.State.PLANNED.name().equals(row.state()));
    }
}
