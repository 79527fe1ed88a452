package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.result.bundle.Bundle.Owed;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.bundle.change.RecordedEvent;
import org.lianban.result.oversight.CareRow;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.check.CheckEvent;
import org.lianban.result.oversight.check.CheckRules;
import org.lianban.result.oversight.check.Credit;
import org.lianban.result.oversight.check.State;

/** 事后核查 planned at the receipt, opened by the approval; and what became of deferred materials. */
final class Checks {
    private static final Filing.Cause RULE = Filing.Cause.of("SYSTEM:result-service");

    private final Drawers drawers;
    private final CheckRules rules;
    private final CreditTiers tiers;

    Checks(Drawers drawers, CheckRules rules, CreditTiers tiers) {
        this.drawers = drawers;
        this.rules = rules;
        this.tiers = tiers;
    }

    /** Only a case with a commitment is looked at, and only when it was received, an item ended or a material came. */
    static boolean concerns(CaseChange followed) {
        var owed = followed.after().intake().more().owed();
        return !owed.isEmpty() && (!owed.equals(followed.before().intake().more().owed())
                || owed.stream().flatMap(o -> o.items().stream()).anyMatch(no -> ended(followed, no)));
    }

    private static boolean ended(CaseChange followed, String no) {
        return followed.before().item(no).end() == null && followed.after().item(no).end() != null;
    }

    /** @return what goes on record for the credit platform */
    List<Credit> follow(Filing filing, List<CaseChange> cases) {
        var credits = new ArrayList<Credit>();
        for (CaseChange followed : cases) {
            followed.heard().forEach(heard -> plan(filing, followed, heard));
            supplied(filing, followed, credits);
            followed.after().intake().more().owed().stream().flatMap(o -> o.items().stream()).distinct()
                    .filter(no -> ended(followed, no)).forEach(no -> end(filing, followed.after(), no));
        }
        return credits;
    }

    private void plan(Filing filing, CaseChange followed, RecordedEvent heard) {
        if (!(heard.event() instanceof IntakeEvent.CaseReceived received)) {
            return;
        }
        var tier = tiers.of(followed);
        var commitments = received.said().commitments();
        for (int i = 0; i < commitments.size(); i++) {
            for (String itemNo : commitments.get(i).items()) {
                var id = received.caseNo() + "-" + itemNo + "-HC" + (i + 1);
                if (rules.samples(id, tier) && filing.file(FileKind.CHECK, id).isEmpty()) {
                    filing.open(drawers.check(), Check.planned(head(id, received, commitments.get(i), itemNo,
                            department(followed, itemNo), tier)), List.of(), RULE);
                }
            }
        }
    }

    private static Check.Head head(String id, IntakeEvent.CaseReceived received, Commitment commitment, String itemNo,
            String department, org.lianban.result.oversight.check.Tier tier) {
        return new Check.Head(id, received.region(), received.caseNo(), itemNo, department, commitment.material(),
                commitment.type(), commitment.consequence(), tier, commitment.signedAt());
    }

    /** As the list says; who approves in the end is told with the approval. */
    private static String department(CaseChange followed, String itemNo) {
        var task = followed.after().item(itemNo).task();
        if (task != null) {
            return task.department();
        }
        var terms = followed.terms();
        return terms == null
                ? ""
                : terms.oneThing().item(itemNo).map(item -> item.primaryDepartment()).orElse("");
    }

    /** What came in time was kept, what did not was not; either way there is nothing left to check. */
    private void supplied(Filing filing, CaseChange followed, List<Credit> credits) {
        Map<String, Owed> before = new HashMap<>();
        followed.before().intake().more().owed().forEach(o -> before.put(o.material(), o));
        for (Owed owed : followed.after().intake().more().owed()) {
            var was = before.get(owed.material());
            var suppliedAt = owed.suppliedAt();
            var overdueAt = owed.overdueAt();
            if (suppliedAt != null && (was == null || was.suppliedAt() == null)) {
                settle(filing, followed, owed, true, suppliedAt, credits);
            } else if (overdueAt != null && suppliedAt == null && (was == null || was.overdueAt() == null)) {
                settle(filing, followed, owed, false, overdueAt, credits);
            }
        }
    }

    private void settle(Filing filing, CaseChange followed, Owed owed, boolean kept, Instant at, List<Credit> credits) {
        for (String itemNo : owed.items()) {
            credits.add(new Credit(followed.caseNo(), owed.material(), itemNo, kept,
                    kept ? "MaterialsSupplemented" : "CommitmentOverdue", at));
        }
        planned(filing, followed.caseNo()).filter(row -> owed.material().equals(row.subject()))
                .forEach(row -> filing.move(drawers.check(), row, List.of(
                        new CheckEvent.Dropped(kept ? "容缺材料已补齐" : "容缺材料逾期未补", at)), RULE));
    }

    private void end(Filing filing, Bundle after, String no) {
        var item = after.item(no);
        var end = item.end();
        var task = item.task();
        if (end == null) {
            return;
        }
        CheckEvent event = end.outcome().satisfiesDependents()
                ? new CheckEvent.Approved(task == null ? "" : task.department(), end.at())
                : new CheckEvent.Dropped("事项未获批准", end.at());
        planned(filing, after.caseNo()).filter(row -> no.equals(row.itemNo()))
                .forEach(row -> filing.move(drawers.check(), row, List.of(event), RULE));
    }

    private static java.util.stream.Stream<CareRow> planned(Filing filing, String caseNo) {
        return filing.files(FileKind.CHECK).stream()
                .filter(row -> caseNo.equals(row.caseNo()) && State.PLANNED.name().equals(row.state()));
    }
}
