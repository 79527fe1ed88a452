package org.lianban.result.oversight.handler;

import java.util.List;
import java.util.Map;
import org.lianban.contracts.Outcome;
import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.push.Push;

/**
 * 谁审批、谁监管: approvals of departments whose work another one supervises.
 *
 * @param regulators id of the supervising department, by id of the approving one
 */
record PushProjection(FileTypes types, Map<String, String> regulators) {
    boolean concerns(CaseChange change) {
        return !regulators.isEmpty()
                && change.after().items().keySet().stream().anyMatch(no -> decided(change, no));
    }

    private boolean decided(CaseChange change, String no) {
        var end = change.after().item(no).end();
        var task = change.after().item(no).task();
        return end != null && end.outcome() == Outcome.APPROVED && task != null
                && change.before().item(no).end() == null && regulators.containsKey(task.department());
    }

    /** An item ends once, so that a push is opened once. */
    void project(FileUnitOfWork unit, List<CaseChange> cases) {
        for (CaseChange change : cases) {
            var filed = change.after().filing();
            for (String no : change.after().items().keySet()) {
                var item = change.after().item(no);
                var end = item.end();
                var task = item.task();
                if (filed != null && end != null && task != null && decided(change, no)) {
                    unit.open(types.push(), Push.pushed(new Push.Head(change.caseNo() + "-" + no + "-JG1",
                            filed.region(), change.caseNo(), no, task.department(),
                            regulators.getOrDefault(task.department(), ""), end.outcome(), end.decisionNo(),
                            end.at())), List.of(), OversightActor.SYSTEM.account());
                }
            }
        }
    }
}
